"""A small site with one of everything, and what of it is compared after a restoration."""

from datetime import date
from pathlib import Path

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from cms.models import HomePage, Place, StandardPage, Testimony
from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    TestimonyFactory,
    image,
    locale,
)

TODAY = date(2026, 11, 22)
# A street's coordinates, made less precise by an editor before any backup.
ERASED = "43.2627112"


def fill():
    """Make organisations, drafts, versions, pages, translations, files, an account and its session."""
    office = OrganisationFactory(
        name="Casa Abierta",
        office_in_bilbao=True,
        logo=image("Logo"),
        channels=[{"kind": "phone", "value": "+34944000000"}],
        texts={"es": "Acompaña.", "eu": "Laguntzen du.", "ar": "يرافق"},
        internal_note="Only for us.",
    )
    office.name = "Casa Abierta, a draft"
    office.save_revision()
    OrganisationFactory(name="Nobody knows of it", draft=True)
    OrganisationFactory(name="Red de Apoyo", slug="red-de-apoyo")
    moved = OrganisationFactory(
        name="Moved", places=[{"precision": "exact", "country": "ES", "lat": ERASED, "lng": "-2.9"}]
    )
    Place.objects.filter(organisation=moved).delete()
    programme = ProgrammeFactory(organisation=office)
    TestimonyFactory(
        picture=image("Net"), texts={"es": {"quote": "No estoy sola.", "picture_alt": "Una red"}}
    )
    get_document_model().objects.create(title="Guide", file=ContentFile(b"%PDF-guide", name="guide.pdf"))
    _pages()
    account = get_user_model().objects.create_user("somebody", password="canary-password")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "canary-factor"})
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    session.create()
    return office, programme


def _pages():
    home = HomePage(title="Inicio", slug="inicio-de-prueba", locale=locale("es"))
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.all().delete()
    Site.objects.create(hostname="defenders.example.org", root_page=home, is_default_site=True)
    about = home.add_child(
        instance=StandardPage(title="Sobre", slug="sobre", key="about", locale=home.locale)
    )
    home.copy_for_translation(locale("eu")).save_revision().publish()
    copy = about.copy_for_translation(locale("eu"))
    copy.title = "Honi buruz"
    copy.save_revision().publish()


def files_below(folder: Path) -> dict[str, bytes]:
    """Return {path: content} of all files in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def public_files(root: Path) -> dict[str, bytes]:
    """Return {path: content} of everything that is published; the index is for this site itself."""
    published = files_below((root / "current").resolve())
    return {path: content for path, content in published.items() if not path.startswith(".index/")}


def testimonies_with_pictures() -> int:
    """Return how many testimonies have a picture."""
    return Testimony.objects.filter(picture__isnull=False).count()
