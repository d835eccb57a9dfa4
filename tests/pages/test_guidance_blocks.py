"""Questions, warnings, quotes, pictures, files and lists of facts: what they refuse, and what they say in JSON."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from cms.models import StandardPage
from tests.factories import image
from tests.pages.conftest import answer, block, document, programmes, trainings, voices
from tests.pages.test_blocks import cleaned, json_of, problems

QUESTIONS = {
    "heading": "Preguntas",
    "items": [answer("¿Cuánto dura?", '<p>Seis meses.</p><script>x</script><p onclick="x">Más.</p>')],
}


@pytest.mark.parametrize(
    ("kind", "value", "field"),
    [
        ("question_and_answer", {"heading": "", "items": QUESTIONS["items"]}, "heading"),
        ("question_and_answer", {"heading": "Preguntas", "items": []}, "items"),
        ("question_and_answer", {"heading": "Preguntas", "items": [answer("", "<p>Sí.</p>")]}, "items"),
        ("question_and_answer", {"heading": "Preguntas", "items": [answer("¿Sí?", "")]}, "items"),
        ("question_and_answer", {"heading": "P", "items": [answer("x" * 201, "<p>Sí.</p>")]}, "items"),
        ("warning", {"level": "panic", "heading": "", "text": "<p>Ojo.</p>"}, "level"),
        ("warning", {"level": "", "heading": "", "text": "<p>Ojo.</p>"}, "level"),
        ("warning", {"level": "note", "heading": "", "text": ""}, "text"),
        ("quote", {"text": "", "attribution": "", "url": ""}, "text"),
        ("quote", {"text": "x" * 601, "attribution": "", "url": ""}, "text"),
        ("quote", {"text": "Palabras", "attribution": "", "url": "javascript:alert(1)"}, "url"),
        ("quote", {"text": "Palabras", "attribution": "", "url": "http://localhost/"}, "url"),
        ("image", {"image": None, "alt": "Un río", "caption": ""}, "image"),
        ("image", {"image": 987654, "alt": "Un río", "caption": ""}, "image"),
        ("document", {"document": None, "title": "Informe", "text": ""}, "document"),
        ("programmes", programmes(heading=""), "heading"),
        ("programmes", programmes(audiences=["nobody"]), "audiences"),
        ("programmes", programmes(country="XX"), "country"),
        ("trainings", trainings(heading=""), "heading"),
        ("trainings", trainings(country="ES,CO"), "country"),
        ("trainings", trainings(language="klingon"), "language"),
        ("testimonies", voices(display="blinking"), "display"),
        ("testimonies", voices(display=""), "display"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(categories, kind, value, field):
    assert field in problems(block(kind, value))[0]


@pytest.mark.parametrize("alt", ["", "   ", "x" * 201])
def test_a_picture_without_a_usable_description_is_refused(db, alt):
    assert "alt" in problems(block("image", {"image": image().pk, "alt": alt, "caption": ""}))[0]


def test_what_is_complete_is_accepted(categories):
    assert cleaned(
        block("question_and_answer", QUESTIONS),
        block("warning", {"level": "warning", "heading": "", "text": "<p>Ojo.</p>"}),
        block("quote", {"text": "Palabras", "attribution": "Declaración", "url": "https://example.org/"}),
        block("image", {"image": image().pk, "alt": "Un río", "caption": "Al amanecer"}),
        block("document", {"document": document().pk, "title": "Informe", "text": ""}),
        block("programmes", programmes(open_only=True, audiences=["journalists"], country="CO")),
        block("trainings", trainings(country="CO", language="es")),
        block("testimonies", voices("list")),
    )


def test_questions_say_question_and_sanitised_html(home):
    home.body = [block("question_and_answer", QUESTIONS)]
    assert json_of(home) == [
        {
            "heading": "Preguntas",
            "items": [{"question": "¿Cuánto dura?", "html": "<p>Seis meses.</p><p>Más.</p>"}],
        }
    ]


def test_a_warning_says_how_serious_it_is(home):
    home.body = [
        block(
            "warning", {"level": "warning", "heading": "Ojo", "text": "<p>No viajes.</p><script>x</script>"}
        )
    ]
    assert json_of(home) == [{"level": "warning", "heading": "Ojo", "html": "<p>No viajes.</p>"}]


def test_a_quote_says_words_and_where_they_are_from(home):
    home.body = [
        block(
            "quote", {"text": "Toda persona.", "attribution": "Declaración", "url": "https://example.org/"}
        ),
        block("quote", {"text": "Sola.", "attribution": "", "url": ""}),
    ]
    assert json_of(home) == [
        {"text": "Toda persona.", "attribution": "Declaración", "url": "https://example.org/"},
        {"text": "Sola.", "attribution": "", "url": None},
    ]


def test_a_picture_is_a_rendition_with_its_description(home):
    picture = image()
    home.body = [block("image", {"image": picture.pk, "alt": "Un río", "caption": "Al amanecer"})]
    (said,) = json_of(home)
    assert said["caption"] == "Al amanecer"
    assert said["image"].pop("url").startswith("https://defenders.example.org/media/")
    assert said["image"] == {"width": 60, "height": 40, "alt": "Un río"}


def test_a_picture_that_was_deleted_is_null(home):
    home.body = [block("image", {"image": 987654, "alt": "Un río", "caption": ""})]
    assert json_of(home) == [{"image": None, "caption": ""}]


def test_a_file_says_address_title_size_and_type(home):
    file = document()
    home.body = [
        block("document", {"document": file.pk, "title": "El diagnóstico", "text": "En tres idiomas."})
    ]
    assert json_of(home) == [
        {
            "document": {
                "url": f"https://defenders.example.org{file.url}",
                "size": 5,
                "type": "pdf",
                "title": "El diagnóstico",
            },
            "text": "En tres idiomas.",
        }
    ]


def test_a_file_that_is_not_public_is_null_and_not_on_the_page(about, client):
    collection = Collection.get_first_root_node().add_child(name="Interna")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    file = document(collection=collection.add_child(name="Más adentro"))
    about.body = [block("document", {"document": file.pk, "title": "El diagnóstico", "text": ""})]
    about.save_revision().publish()
    assert json_of(about) == [{"document": None, "text": ""}]
    assert "El diagnóstico" not in client.get(about.get_url()).content.decode()


def test_lists_speak_the_names_of_the_parameters(home):
    home.body = [
        block("programmes", programmes()),
        block(
            "programmes",
            programmes(open_only=True, family_only=True, audiences=["all_defenders"], country="ES"),
        ),
        block("trainings", trainings(country="CO", language="es")),
        block("testimonies", voices("list")),
    ]
    every, some, training, spoken = json_of(home)
    assert every["filters"] == {"open": None, "family": None, "audience": [], "country": []}
    assert some == {
        "heading": "Programas",
        "filters": {"open": True, "family": True, "audience": ["all_defenders"], "country": ["ES"]},
    }
    assert training == {"heading": "Formaciones", "filters": {"country": ["CO"], "language": ["es"]}}
    assert spoken == {"heading": "Voces", "display": "list"}


def test_a_page_loads_the_rotation_only_when_something_rotates(db):
    def has_rotation(*blocks):
        return StandardPage(body=list(blocks)).has_rotation

    assert has_rotation(block("testimonies", voices()))
    assert not has_rotation(block("testimonies", voices("list")), block("rich_text", "<p>x</p>"))
