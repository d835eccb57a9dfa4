"""What goes to translators: texts, and nothing else."""

import pytest
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.models import StandardPage
from tests.factories import image
from tests.pages.conftest import (
    answer,
    block,
    call_to_action,
    document,
    preset,
    programmes,
    step,
    trainings,
    voices,
)

EVERY_BLOCK = [
    ("t", "rich_text", '<p>Lee <a href="https://example.org/es/">esto</a></p>'),
    ("s", "steps", {"heading": "Cómo buscar", "items": [step("Elige", "<p>El país.</p>", "s1")]}),
    (
        "d",
        "directory",
        preset(roles=["training"], services=["legal"], audiences=["journalists"], country="CO"),
    ),
    ("m", "map", preset(heading="Dónde", roles=["training"], country="CO")),
    (
        "q",
        "question_and_answer",
        {"heading": "Preguntas", "items": [answer("¿Cuánto dura?", "<p>Seis meses.</p>", "q1")]},
    ),
    ("w", "warning", {"level": "warning", "heading": "Ojo", "text": "<p>No viajes.</p>"}),
    ("z", "quote", {"text": "Toda persona.", "attribution": "Declaración", "url": "https://example.org/q"}),
    (
        "p",
        "programmes",
        programmes(open_only=True, family_only=True, audiences=["journalists"], country="ES"),
    ),
    ("f", "trainings", trainings(country="CO", language="es")),
    ("v", "testimonies", voices("list")),
]


def files():
    """Return a block of a picture and one of a document, with identifiers."""
    return [
        block("image", {"image": image().pk, "alt": "Un río", "caption": "Al amanecer"}, "i"),
        block("document", {"document": document().pk, "title": "El diagnóstico", "text": "En breve."}, "o"),
    ]


@pytest.fixture
def full(about, section):
    """A page with every block and every field filled in."""
    about.introduction = "Quién la impulsa."
    about.menu_title = "Sobre"
    about.search_description = "La iniciativa."
    about.seo_title = "Iniciativa"
    about.is_sample = True
    about.body = [
        *(block(kind, value, block_id) for block_id, kind, value in EVERY_BLOCK),
        *files(),
        block("call_to_action", call_to_action(page=section), "c"),
        block("call_to_action", call_to_action(url="https://example.org/es/", heading="Fuera"), "u"),
    ]
    about.sources = [block("source", {"title": "UNHCR Help", "url": "https://help.unhcr.org/"})]
    about.save_revision().publish()
    return StandardPage.objects.get(pk=about.pk)


def test_exactly_these_texts_are_offered_for_translation(full):
    offered = [
        (segment.path, segment.string.data)
        for segment in extract_segments(full)
        if isinstance(segment, StringSegmentValue)
    ]
    assert offered == [
        ("title", "Sobre la iniciativa"),
        ("slug", "sobre"),
        ("seo_title", "Iniciativa"),
        ("search_description", "La iniciativa."),
        ("menu_title", "Sobre"),
        ("introduction", "Quién la impulsa."),
        ("body.t", 'Lee <a id="a1">esto</a>'),
        ("body.s.heading", "Cómo buscar"),
        ("body.s.items.s1.title", "Elige"),
        ("body.s.items.s1.text", "El país."),
        ("body.d.heading", "Quién acompaña"),
        ("body.m.heading", "Dónde"),
        ("body.q.heading", "Preguntas"),
        ("body.q.items.q1.question", "¿Cuánto dura?"),
        ("body.q.items.q1.answer", "Seis meses."),
        ("body.w.heading", "Ojo"),
        ("body.w.text", "No viajes."),
        ("body.z.text", "Toda persona."),
        ("body.z.attribution", "Declaración"),
        ("body.p.heading", "Programas"),
        ("body.f.heading", "Formaciones"),
        ("body.v.heading", "Voces"),
        ("body.i.alt", "Un río"),
        ("body.i.caption", "Al amanecer"),
        ("body.o.title", "El diagnóstico"),
        ("body.o.text", "En breve."),
        ("body.c.heading", "Salir un tiempo"),
        ("body.c.text", "Programas para descansar."),
        ("body.c.link_label", "Conocer la protección temporal"),
        ("body.u.heading", "Fuera"),
        ("body.u.text", "Programas para descansar."),
        ("body.u.link_label", "Conocer la protección temporal"),
    ]


def test_only_a_link_within_a_text_and_a_file_may_differ_by_language(full):
    overridable = [
        (segment.path, segment.data)
        for segment in extract_segments(full)
        if isinstance(segment, OverridableSegmentValue)
    ]
    (file,) = [block.value["document"].pk for block in full.body if block.block_type == "document"]
    assert overridable == [
        ("body.t.'https://example.org/es/'", "https://example.org/es/"),
        ("body.o.document", file),
    ]


def test_a_translation_keeps_codes_addresses_links_sources_and_key(full, locales):
    source, _ = TranslationSource.update_or_create_from_instance(full)
    Translation.objects.create(source=source, target_locale=locales["eu"]).save_target(publish=False)
    translation = full.get_translation(locales["eu"]).get_latest_revision_as_object()
    assert translation.key == "about"
    assert translation.is_sample
    assert translation.sources.raw_data[0] == full.sources.raw_data[0]
    by_id = {one.id: one.value for one in translation.body}
    assert by_id["d"]["services"] == ["legal"]
    assert by_id["m"]["country"] == "CO"
    source_by_id = {one.id: one.value for one in full.body}
    assert by_id["c"]["page"].pk == source_by_id["c"]["page"].pk
    assert by_id["i"]["image"].pk == source_by_id["i"]["image"].pk
    assert by_id["o"]["document"].pk == source_by_id["o"]["document"].pk
    assert by_id["w"]["level"] == "warning"
    assert by_id["v"]["display"] == "list"
    assert by_id["p"] == source_by_id["p"]
    assert by_id["f"] == source_by_id["f"]
    assert by_id["z"]["url"] == "https://example.org/q"
    assert by_id["u"]["url"] == "https://example.org/es/"
