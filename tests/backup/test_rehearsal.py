"""A site is backed up, lost with everything on it, and restored: nothing is missing, and nothing shows itself."""

import shutil
from dataclasses import dataclass

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model

from cms.directory import publish as publication
from tests.backup import site
from tests.backup.conftest import run

pytestmark = pytest.mark.usefixtures("same_place")


@dataclass
class Rehearsal:
    """The site before it was lost and after it was restored."""

    rows: dict
    media: dict
    public: dict
    rows_after: dict
    media_after: dict
    said: str


@pytest.fixture(scope="module")
def rehearsal(place, backup):
    before = place.rows(), site.files_below(place.media), site.public_files(place.published)
    place.destroy()
    shutil.rmtree(place.published)
    said = run("restore", backup)
    return Rehearsal(*before, place.rows(), site.files_below(place.media), said)


def test_there_was_something_to_lose(rehearsal):
    filled = {table for table, rows in rehearsal.rows.items() if rows}
    assert {
        "defenders_organisation",
        "defenders_place",
        "defenders_organisationtext",
        "defenders_testimony",
        "wagtailcore_revision",
        "wagtailimages_image",
        "wagtaildocs_document",
        "auth_user",
    } <= filled
    assert len(rehearsal.media) >= 5


def test_every_row_is_back(rehearsal):
    assert rehearsal.rows_after.keys() == rehearsal.rows.keys()
    assert {table for table, rows in rehearsal.rows.items() if rehearsal.rows_after[table] != rows} == set()


def test_every_uploaded_file_is_back_byte_for_byte(rehearsal):
    assert rehearsal.media_after == rehearsal.media


def test_whoever_was_logged_in_has_to_log_in_again(rehearsal):
    assert Session.objects.count() == 0
    somebody = get_user_model().objects.get(username="somebody")
    assert somebody.check_password("canary-password")
    assert Authenticator.objects.get(user=somebody).data == {"secret": "canary-factor"}


def test_nothing_is_published_before_somebody_looked_through_it(rehearsal, place):
    assert "Nothing is published yet" in rehearsal.said
    assert "no published files to compare with" in rehearsal.said
    with pytest.raises(CommandError, match="--accept-restored") as held:
        call_command("publish")
    assert held.value.returncode == 3
    assert not (place.published / "current").exists()


def test_every_public_file_is_back_byte_for_byte_once_somebody_says_so(rehearsal, place):
    run("publish", "--accept-restored")
    assert site.public_files(place.published) == rehearsal.public
    assert not publication.publish()
    run("check_public")


@pytest.mark.django_db
def test_a_restored_site_goes_on(rehearsal):
    made = get_document_model().objects.create(title="New", file="documents/new.pdf")
    made.delete()
    get_user_model().objects.create_user("newcomer").delete()
    assert site.testimonies_with_pictures() == 1
