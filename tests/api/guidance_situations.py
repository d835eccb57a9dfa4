"""Programmes, trainings and testimonies, one for each situation, the same on every run. Everything is fictional.

Values that must never leave contain the word "canary". It is 22 November 2026.
"""

from datetime import date, timedelta

from django.utils import timezone

from cms import models
from cms.directory.testimonies import PICTURE_FILTER
from tests.api.identifiers import fixed_uuid
from tests.factories import ProgrammeFactory, TestimonyFactory, TestimonyTextFactory, TrainingFactory, image

# Numbers of fixed_uuid.
PROGRAMME, TRAINING, TESTIMONY = 101, 201, 301
NOT_PUBLIC_PROGRAMMES = [191, 192, 193, 194]
NOT_PUBLIC_TRAININGS = [291, 292, 293]
NOT_PUBLIC_TESTIMONIES = [391, 392, 393, 394]

CANARY = {"source_url": "https://canary.example.org", "internal_note": "canary-note"}
UPDATED = date(2026, 6, 1)


def build_guidance(page):
    """Make them all; rich texts link to the page."""
    by_slug = {organisation.slug: organisation for organisation in models.Organisation.objects.all()}
    build_programmes(by_slug, page)
    build_trainings(by_slug)
    build_testimonies()
    build_what_is_not_public(by_slug)
    for model in (models.Programme, models.Training, models.Testimony):
        model.objects.update(updated_on=UPDATED)


def build_programmes(by_slug, page):
    """Five programmes that everybody may see, one per state of a call; the first has everything it can have."""
    ProgrammeFactory(
        uuid=fixed_uuid(PROGRAMME), name="Harrera programa", organisation=by_slug["abaco"],
        host_countries=["ES"], stay_months_min=6, stay_months_max=6, places_per_year=3,
        who_can_apply=["organisation", "nominator"], call_opens=date(2026, 10, 15),
        call_closes=date(2026, 11, 30), family_included=True, children_supported=False,
        languages=["es", "eu"], audiences=("women_defenders", "journalists"),
        application_url="https://abaco.example.org/harrera", **CANARY,
        texts={
            "es": {
                "summary": "Seis meses de descanso y acompañamiento.",
                "description": f'<p>Lee <a linktype="page" id="{page.pk}">cómo salir</a>.'
                "<script>alert(1)</script></p>",
                "what_it_offers": "<ul><li>Vivienda</li><li>Atención psicosocial</li></ul>",
                "nominator_note": "Una organización de aquí presenta la candidatura.",
            },
            "eu": {"summary": "Sei hilabeteko atsedena eta laguntza."},
        },
    )  # fmt: skip
    ProgrammeFactory(
        uuid=fixed_uuid(102), name="Faro abierto", organisation=by_slug["faro-mundial"], rolling=True,
        host_countries=["KE", "DE"], stay_months_min=1, stay_months_max=24, is_sample=True,
        languages=["en", "fr"], audiences=("artists",), texts={"en": "A safe desk to go on writing."},
    )  # fmt: skip
    ProgrammeFactory(
        uuid=fixed_uuid(103), name="Cima", organisation=by_slug["amerika"], closed=True,
        host_countries=["CO"], family_included=False, audiences=("land_environment_defenders",),
    )  # fmt: skip
    ProgrammeFactory(
        uuid=fixed_uuid(104), name="Brote", organisation=by_slug["amerika"], upcoming=True, host_countries=["CO"],
        languages=["es-MX"], texts={"eu": "Laster irekiko da."},
    )  # fmt: skip
    ProgrammeFactory(
        uuid=fixed_uuid(105), name="Sin fechas", organisation=by_slug["refugio-oculto"], undated=True,
        host_countries=[], languages=[], audiences=(), texts={},
    )  # fmt: skip


def build_trainings(by_slug):
    """Four trainings that everybody may see; the first has everything it can have."""
    TrainingFactory(
        uuid=fixed_uuid(TRAINING), name="Arriskuen azterketa", organisation=by_slug["abaco"],
        topics=["risk_analysis", "protection_plans"], mode="mixed", languages=["es", "eu"], cost="scholarship",
        on_request=True, url="https://abaco.example.org/ikastaroa", **CANARY,
        texts={
            "es": {"summary": "Tres días sobre riesgos.", "description": "<p>Con <b>casos</b> propios.</p>"},
            "eu": {"summary": "Hiru egun arriskuei buruz."},
        },
    )  # fmt: skip
    TrainingFactory(
        uuid=fixed_uuid(202), name="Seguridad digital", organisation=by_slug["faro-mundial"], undated=True,
        on_request=True, mode="", topics=["digital_security"], languages=["en", "fr"], cost="unknown",
        is_sample=True, texts={"en": "Safer telephones for a whole team."},
    )  # fmt: skip
    TrainingFactory(
        uuid=fixed_uuid(203), name="Island days", organisation=by_slug["pacific-circle"], over=True,
        mode="in_person", languages=["en"], cost="paid", topics=["hosting"], texts={},
    )  # fmt: skip
    TrainingFactory(
        uuid=fixed_uuid(204), name="Curso sin fecha", organisation=by_slug["zubia"], undated=True, topics=[],
        languages=[],
    )  # fmt: skip


def build_testimonies():
    """Three testimonies that everybody may see; the first has a picture, described in two languages."""
    first = TestimonyFactory(
        uuid=fixed_uuid(TESTIMONY), attribution="Ainara", order=1, **CANARY,
        texts={
            "es": {"quote": "No estoy sola.", "context": "Defensora de la tierra",
                   "picture_alt": "Una mano abierta"},
            "eu": {"quote": "Ez nago bakarrik.", "picture_alt": "Esku ireki bat"},
        },
    )  # fmt: skip
    picture = image(title="canary-title", description="canary-description")
    picture.get_rendition(PICTURE_FILTER)
    models.Testimony.objects.filter(pk=first.pk).update(picture=picture)
    TestimonyFactory(
        uuid=fixed_uuid(302), attribution="Río", order=2, consented=True, **CANARY,
        texts={"eu": "Ibaiak entzuten du."},
    )  # fmt: skip
    third = TestimonyFactory(
        uuid=fixed_uuid(303), attribution="Una voz", is_pseudonym=False, is_sample=True, texts={}
    )
    models.Testimony.objects.filter(pk=third.pk).update(picture=image(title="canary-undescribed"))
    TestimonyTextFactory(testimony=first, language="en", quote="canary-draft", published=False)


def build_what_is_not_public(by_slug):
    """One for each reason not to be public."""
    canary = {**CANARY, "name": "Canary", "texts": {"es": "canary-summary"}}
    for factory, numbers in (
        (ProgrammeFactory, NOT_PUBLIC_PROGRAMMES),
        (TrainingFactory, NOT_PUBLIC_TRAININGS),
    ):
        factory(uuid=fixed_uuid(numbers[0]), organisation=by_slug["abaco"], draft=True, **canary)
        factory(uuid=fixed_uuid(numbers[1]), organisation=by_slug["canary-away"], **canary)
        factory(uuid=fixed_uuid(numbers[2]), organisation=by_slug["canary-draft"], **canary)
    late = ProgrammeFactory(uuid=fixed_uuid(194), organisation=by_slug["abaco"], **canary)
    models.Programme.objects.filter(pk=late.pk).update(expire_at=timezone.now() - timedelta(days=1))
    voice = {**CANARY, "attribution": "Canary voice", "texts": {"es": "canary-quote"}}
    TestimonyFactory(uuid=fixed_uuid(391), draft=True, **voice)
    TestimonyFactory(uuid=fixed_uuid(392), **voice).unpublish()
    ended = TestimonyFactory(uuid=fixed_uuid(393), consented=True, **voice)
    models.Testimony.objects.filter(pk=ended.pk).update(consent_expires_on=date(2026, 11, 21))
    unasked = TestimonyFactory(uuid=fixed_uuid(394), consented=True, **voice)
    models.Testimony.objects.filter(pk=unasked.pk).update(consent_given_on=None)
