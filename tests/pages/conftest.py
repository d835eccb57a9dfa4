"""A small site: home, a section and a page below it, in Spanish and Basque."""

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from cms.models import Category, CategoryLabel, HomePage, StandardPage, TemporaryProtectionPage
from cms.pages.base import DefendersPage
from tests.factories import locale


def block(block_type, value, block_id=None):
    """Return a block as it is stored."""
    return {"type": block_type, "value": value, "id": block_id or str(uuid4())}


def step(title, text, block_id=None):
    """Return a step as it is stored in a list of steps."""
    return {"type": "item", "value": {"title": title, "text": text}, "id": block_id or str(uuid4())}


def call_to_action(page=None, url="", **texts):
    """Return the value of a call to action."""
    return {
        "heading": "Salir un tiempo",
        "text": "Programas para descansar.",
        "link_label": "Conocer la protección temporal",
        "page": page and page.pk,
        "url": url,
    } | texts


def preset(**filters):
    """Return the value of a directory or map block."""
    return {
        "heading": "Quién acompaña",
        "roles": [],
        "services": [],
        "audiences": [],
        "country": "",
    } | filters


def answer(question, text, block_id=None):
    """Return a question and its answer as they are stored in a list."""
    return {"type": "item", "value": {"question": question, "answer": text}, "id": block_id or str(uuid4())}


def programmes(**filters):
    """Return the value of a block of programmes."""
    return {
        "heading": "Programas",
        "open_only": False,
        "family_only": False,
        "audiences": [],
        "country": "",
    } | filters


def trainings(**filters):
    """Return the value of a block of trainings."""
    return {"heading": "Formaciones", "country": "", "language": ""} | filters


def voices(display="rotating"):
    """Return the value of a block of testimonies."""
    return {"heading": "Voces", "display": display}


def document(title="Diagnóstico", name="diagnostico.pdf", collection=None):
    """Return a stored document of five bytes."""
    options = {"collection": collection} if collection else {}
    return get_document_model().objects.create(title=title, file=ContentFile(b"%PDF-", name=name), **options)


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the language in which they are written."""
    with translation.override("en"):
        yield


@pytest.fixture
def categories(db):
    """One category of each kind."""
    for kind, code, label in (
        ("role", "accompaniment", "Acompañamiento"),
        ("service", "legal", "Ayuda jurídica"),
        ("audience", "journalists", "Periodistas"),
    ):
        category = Category.objects.create(kind=kind, code=code)
        CategoryLabel.objects.create(category=category, language="es", label=label)


@pytest.fixture
def locales(languages):
    """Language code -> locale."""
    return {locale.language_code: locale for locale in languages}


def make_home():
    """Return a Spanish home page, live, at the root of the site."""
    page = HomePage(
        title="Proteger a quienes defienden", menu_title="Inicio", slug="inicio", locale=locale("es")
    )
    Page.get_first_root_node().add_child(instance=page)
    Site.objects.all().delete()
    Site.objects.create(hostname="defenders.example.org", root_page=page, is_default_site=True)
    return page


def make_section(home):
    """Return a live section in Spanish."""
    page = TemporaryProtectionPage(
        title="Protección temporal", slug="proteccion-temporal", locale=home.locale
    )
    return home.add_child(instance=page)


def translate(page, lang, title, **fields):
    """Return a live translation of a page, written by hand, below a live translated parent."""
    parent = page.get_parent().specific
    if isinstance(parent, DefendersPage) and not parent.has_translation(locale(lang)):
        translate(parent, lang, f"{parent.title} ({lang})")
    copy = page.copy_for_translation(locale(lang))
    for name, value in (fields | {"title": title, "slug": fields.get("slug", f"{lang}-{page.slug}")}).items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


@pytest.fixture
def home(locales):
    """The Spanish home page, live, at the root of the site."""
    return make_home()


@pytest.fixture
def section(home):
    """A live section in Spanish."""
    return make_section(home)


@pytest.fixture
def about(home):
    """A live standard page in Spanish."""
    page = StandardPage(title="Sobre la iniciativa", slug="sobre", key="about", locale=home.locale)
    return home.add_child(instance=page)


@pytest.fixture
def translated(locales):
    """Return the function `translate`: the languages are there."""
    return translate
