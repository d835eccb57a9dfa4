"""A small directory and guidance site, one organisation or page for each situation, the same on every run.

Everything is fictional. Values that must never leave contain the word "canary".
"""

import io
import json
from datetime import UTC, date, datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site

from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.records import LOGO_FILTER
from cms.models import FormerSlug, Organisation, OrganisationText
from cms.pages.home import HomePage
from cms.pages.protection import TemporaryProtectionPage
from cms.pages.standard import StandardPage
from cms.pages.training import TrainingPage
from tests.api.guidance_situations import build_guidance
from tests.api.identifiers import fixed_uuid
from tests.factories import CategoryFactory, OrganisationFactory, locale

BILBAO, BOGOTA, NAIROBI, SUVA, APIA = 3128026, 3688689, 184745, 2198148, 4035413
UPDATED = date(2026, 6, 1)
PUBLISHED = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
# Databases number pages as they like; tests know them by these numbers.
HOME_ES, HOME_EU, TEMPORARY_ES, TEMPORARY_EU, TRAINING_ES, DRAFT, PRIVATE = range(901, 908)


def in_city(city_id, **more):
    """Return the fields of a place in a city."""
    return {"precision": "city", "city_id": city_id, **more}


def build_directory():
    """Make the categories, the guidance pages and the organisations; return {number: key} of the pages."""
    for kind, codes in CATEGORY_CODES.items():
        for position, code in enumerate(codes):
            CategoryFactory(kind=kind, code=code, order=10 * (position + 1))
    pages = build_pages()
    build_public_organisations(pages)
    build_organisations_that_are_not_public()
    build_guidance(pages[TEMPORARY_ES])
    return {number: page.pk for number, page in pages.items()}


def build_public_organisations(pages):
    """Eight organisations that everybody may see; the first has everything a record can have."""
    harbour = OrganisationFactory(
        uuid=fixed_uuid(1),
        name="Ábaco, red de acogida",
        alternate_name="Abacus Harbour Network",
        acronym="ÁRA",
        slug="abaco",
        website="https://abaco.example.org",
        organisation_type="network",
        roles=["accompaniment", "training"],
        services=["legal", "digital_security"],
        audiences=["women_defenders", "journalists"],
        areas_served=["CO", "mena"],
        languages=["es", "eu", "es-MX"],
        response_time="within_2h",
        intake_status="open",
        verified_on=date(2026, 5, 4),
        review_due=date(2027, 5, 4),
        channels=[
            {"kind": "hotline", "value": "+34944000000", "label": "emergency", "urgent": True,
             "languages": ["es", "eu"], "preferred": True},
            {"kind": "email", "value": "help@abaco.example.org",
             "pgp_fingerprint": "0123456789ABCDEF0123456789ABCDEF01234567"},
            {"kind": "web_form", "value": "https://abaco.example.org/ask", "label": "applications"},
        ],
        places=[
            {"precision": "exact", "country": "ES", "city_id": BILBAO, "lat": "43.26271", "lng": "-2.92528",
             "is_seat": True},
            in_city(BOGOTA),
            {"precision": "country", "country": "KE"},
            {"precision": "hidden"},
        ],
        texts={
            "es": {
                "summary": "Acoge y acompaña a quienes defienden derechos.",
                "description": (
                    f'<p>Trabaja desde <b>1999</b>. <a linktype="page" id="{pages[TEMPORARY_ES].pk}">Cómo salir</a>, '
                    f'<a linktype="page" id="{pages[DRAFT].pk}">borrador</a><script>alert(1)</script>.</p>'
                ),
                "how_to_ask_for_help": "<ol><li>Escribe</li><li>Espera</li></ol>",
                "hours": "Lunes a viernes, 9-14 (CET)",
            },
            "eu": {"summary": "Eskubideen defendatzaileak hartu eta laguntzen ditu.", "hours": "9-14 (CET)"},
            "en": "Shelters and accompanies those who defend rights.",
        },
    )  # fmt: skip
    add_logo(harbour)
    FormerSlug.objects.create(slug="abaco-antigua", organisation=harbour)
    OrganisationFactory(
        uuid=fixed_uuid(2), name="Zubia", slug="zubia", areas_served=["CO"], languages=["eu"],
        roles=["accompaniment"], services=["psychosocial"], places=[in_city(BILBAO, is_seat=True)],
        texts={"eu": "Laguntza psikosoziala."},
        channels=[{"kind": "phone", "value": "+34944000001"}],
    )  # fmt: skip
    OrganisationFactory(
        uuid=fixed_uuid(3), name="Amerika Elkarlana", slug="amerika", areas_served=["americas"],
        languages=["es", "en"], roles=["temporary_protection"], services=["relocation", "shelter"],
        audiences=["land_environment_defenders"], places=[in_city(BOGOTA)],
        verified_on=date(2025, 3, 1), review_due=date(2026, 3, 1), intake_status="limited",
    )  # fmt: skip
    OrganisationFactory(
        uuid=fixed_uuid(4), name="Faro Mundial", slug="faro-mundial", areas_served=["worldwide"],
        languages=["en", "fr", "ar"], roles=["accompaniment", "temporary_protection"],
        services=["legal"], is_sample=True, places=[in_city(NAIROBI, is_seat=True)],
        verified_on=date(2026, 11, 1), review_due=date(2027, 11, 1),
        texts={"en": "A lighthouse for defenders everywhere.", "ar": "منارة للمدافعين"},
    )  # fmt: skip
    OrganisationFactory(
        uuid=fixed_uuid(5), name="Office for Asylum", slug="office-for-asylum", organisation_type="government",
        is_government=True, areas_served=["FJ"], languages=["en"], roles=["permanent_protection"],
        services=["legal"], audiences=["refugees"], places=[in_city(SUVA, is_seat=True)],
        texts={"en": "Decides on asylum."},
    )  # fmt: skip
    OrganisationFactory(
        uuid=fixed_uuid(6), name="pacific circle", slug="pacific-circle", areas_served=["oceania"],
        languages=["en"], roles=["training"], services=["training"], audiences=["indigenous_defenders"],
        places=[in_city(APIA)], texts={"en": "Trains island defenders."},
    )  # fmt: skip
    OrganisationFactory(
        uuid=fixed_uuid(7), name="Países sin punto", slug="paises", areas_served=["SY"], languages=[],
        roles=[], services=[], audiences=[], places=[{"precision": "country", "country": "LB"}], texts={},
    )  # fmt: skip
    OrganisationFactory(
        uuid=fixed_uuid(8), name="Refugio oculto", slug="refugio-oculto", areas_served=["CO"],
        roles=["temporary_protection"], services=["shelter"], places=[{"precision": "hidden"}],
    )  # fmt: skip
    Organisation.objects.update(updated_on=UPDATED)


def build_organisations_that_are_not_public():
    """One for each reason not to be public, full of words that must never leave."""
    canary = {
        "areas_served": ["CO"],
        "channels": [{"kind": "email", "value": "canary@canary.example.org", "urgent": True}],
        "places": [in_city(BILBAO)],
        "texts": {"es": "canary-summary", "eu": "canary-laburpena"},
        "website": "https://canary.example.org",
        "internal_note": "canary-note",
    }
    OrganisationFactory(uuid=fixed_uuid(91), name="Canary draft", slug="canary-draft", draft=True, **canary)
    withdrawn = OrganisationFactory(
        uuid=fixed_uuid(92), name="Canary withdrawn", slug="canary-away", **canary
    )
    withdrawn.withdraw(reason="canary-reason")
    OrganisationFactory(uuid=fixed_uuid(93), name="Canary offline", slug="canary-off", **canary).unpublish()
    expired = OrganisationFactory(uuid=fixed_uuid(94), name="Canary late", slug="canary-late", **canary)
    Organisation.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(days=1))
    FormerSlug.objects.create(slug="canary-before", organisation=expired)
    public = Organisation.objects.get(slug="zubia")
    public.internal_note = public.consent_to_list_by = "canary-note"
    public.source_url = "https://canary.example.org/source"
    public.save()
    public.name = "Canary new name"
    public.save_revision()
    OrganisationText.objects.create(
        organisation=public, locale=locale("es"), summary="canary-draft-text", live=False
    )


def build_pages():
    """Return {number: page}: a home page in two languages, two sections, a draft and one behind a login."""
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    es, eu = locale("es"), locale("eu")
    # A test that commits empties the database at its end, root included.
    top = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root", locale=es))
    home = _page(top, HomePage, "Proteger", "es", es, 1, introduction="Para quien defiende derechos.")
    home_eu = _page(top, HomePage, "Babestu", "eu", eu, 1, introduction="Defendatzaileentzat.")
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    html = f'<p>Primero, <b>respira</b>. <a linktype="page" id="{home.pk}">Inicio</a></p>'
    pages = {
        HOME_ES: home,
        HOME_EU: home_eu,
        TEMPORARY_ES: _page(
            home, TemporaryProtectionPage, "Protección temporal", "proteccion-temporal", es, 2, body=body(html)
        ),
        TEMPORARY_EU: _page(
            home_eu, TemporaryProtectionPage, "Aldi baterako babesa", "aldi-baterako-babesa", eu, 2,
            body=body("<p>Lehenik, <b>hartu arnasa</b>.</p>"),
        ),
        TRAINING_ES: _page(home, TrainingPage, "Formación", "formacion", es, 3),
        DRAFT: _page(home, StandardPage, "Canary page draft", "canary-page-draft", es, 4, live=False),
        PRIVATE: _page(home, StandardPage, "Canary private", "canary-private", es, 5, introduction="canary"),
    }  # fmt: skip
    PageViewRestriction.objects.create(page=pages[PRIVATE], restriction_type="login")
    return pages


def body(html):
    """Return a page body with one text block and a directory, their ids fixed."""
    return [
        {"type": "rich_text", "value": html, "id": str(fixed_uuid(501))},
        {"type": "directory", "id": str(fixed_uuid(502)), "value": {
            "heading": "Quién acoge", "roles": ["temporary_protection"], "services": [], "audiences": [],
            "country": "CO"}},
    ]  # fmt: skip


def _page(parent, model, title, slug, language, key, **fields):
    raw_body = fields.pop("body", [])
    page = model(
        title=title, slug=slug, locale=language, translation_key=fixed_uuid(900 + key),
        first_published_at=PUBLISHED, **fields,
    )  # fmt: skip
    page.body = model._meta.get_field("body").to_python(json.dumps(raw_body))
    return parent.add_child(instance=page)


def add_logo(organisation):
    """Give the organisation a logo of 40 x 20 pixels, its small picture ready."""
    content = io.BytesIO()
    Picture.new("RGB", (40, 20), "teal").save(content, "PNG")
    image = get_image_model().objects.create(
        title="Ábaco", description="Un ábaco", file=ContentFile(content.getvalue(), name="abaco.png")
    )
    image.get_rendition(LOGO_FILTER)
    Organisation.objects.filter(pk=organisation.pk).update(logo=image)
