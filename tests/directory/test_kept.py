"""Older releases are kept so that somebody can go back, and hold nothing that is not public any more."""

import gzip
import hashlib
import json

import brotli
import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from cms import models
from cms.directory import kept, releases, snapshot
from cms.directory import publish as publication
from cms.models import HomePage, Organisation, OrganisationText, Programme, StandardPage, Training
from cms.snippets.coarsening import make_coarser, stored_places
from cms.snippets.page_withdrawal import withdraw_page
from tests.directory.decoded import everything_in
from tests.directory.prepared_sites import copy_releases, prepared_site
from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    TestimonyFactory,
    TrainingFactory,
    image,
)
from tests.factories.organisations import locale

pytestmark = pytest.mark.django_db

CANARY = b"anary"


def read(release, name="directory.es.json"):
    return json.loads((release.folder / name).read_bytes())


def shown(root):
    return json.loads((root / "current" / "directory.es.json").read_bytes())


def rename(organisation, name):
    """Change something public, so that the next publication makes a release."""
    Organisation.objects.filter(pk=organisation.pk).update(name=name)
    publication.publish()


def state_of(root):
    """Return {path of every file and folder of the releases: which file it is on the disk}."""
    return {path: path.stat().st_ino for path in (root / "releases").rglob("*")}


def make_site(publish):
    """Publish twice what may stop being public: an organisation, what belongs to it, a page it links to."""
    one = OrganisationFactory(
        name="Red",
        slug="canary-before",
        website="https://canary.example.org/",
        office_in_bilbao=True,
        logo=image(),
        channels=[
            {"kind": "phone", "value": "+34944000000", "urgent": True},
            {"kind": "email", "value": "canary@example.org"},
        ],
        texts={"es": "Acompaña.", "eu": "Canary laguntzen du."},
    )
    OrganisationFactory(name="Stays")
    ProgrammeFactory(name="Canary one", organisation=one)
    TrainingFactory(name="Canary two", organisation=one)
    TestimonyFactory(attribution="Canary three", texts={"es": {"quote": "Canary four"}})
    home = Page.get_first_root_node().add_child(
        instance=HomePage(title="Inicio", slug="inicio-es", locale=locale("es"))
    )
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "defenders.example.org", "root_page": home}
    )
    page = home.add_child(
        instance=StandardPage(title="Canary page", slug="canary-page", key="about", locale=locale("es"))
    )
    OrganisationText.objects.filter(organisation=one, locale__language_code="es").update(
        description=f'<p>See <a linktype="page" id="{page.pk}">here</a>.</p>'
    )
    publish()
    draft = one.get_latest_revision_as_object()
    draft.name, draft.slug = "Red nueva", "canary-now"
    draft.save_revision().publish()
    publish()


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """The rows and releases of `make_site`."""
    with prepared_site(tmp_path_factory.mktemp("site"), django_db_blocker, make_site) as prepared:
        yield prepared


@pytest.fixture
def organisation(site, db, published_root, today):
    """An organisation with everything, in two releases; another one is there that stays."""
    copy_releases(site, published_root)
    return Organisation.objects.get(name="Red nueva")


def test_the_last_five_releases_are_kept_in_the_order_in_which_they_were_made(organisation, published_root):
    for number in range(6):
        rename(organisation, f"Name {number}")
    found = releases.kept_releases(published_root)
    assert [read(one)["organisations"][0]["name"] for one in found] == [
        "Name 5",
        "Name 4",
        "Name 3",
        "Name 2",
        "Name 1",
    ]
    assert [one.number for one in found] == [8, 7, 6, 5, 4]
    assert releases.current_release(published_root) == found[0].link


def test_facts_of_older_releases_stay_as_they_were(organisation, published_root):
    _newest, older = releases.kept_releases(published_root)
    assert [record["name"] for record in read(older)["organisations"]] == ["Red", "Stays"]


def take_phone_off(organisation):
    organisation.channels.get(kind="phone").delete()
    return b"+34944000000"


def take_mail_off(organisation):
    organisation.channels.get(kind="email").delete()
    return b"canary@example.org"


def make_place_coarser(organisation):
    make_coarser(organisation, stored_places(organisation)[0], "city")
    return b"43.26271"


def unpublish_text(organisation):
    OrganisationText.objects.get(locale__language_code="eu").unpublish()
    return b"Canary laguntzen du."


def leave_website(organisation):
    Organisation.objects.filter(pk=organisation.pk).update(website="")
    return b"https://canary.example.org/"


def leave_logo(organisation):
    Organisation.objects.filter(pk=organisation.pk).update(logo=None)
    return b"/images/"


def test_what_stops_being_public_leaves_no_byte_in_any_release(organisation, published_root):
    takes = (take_phone_off, take_mail_off, make_place_coarser, unpublish_text, leave_website, leave_logo)
    before = everything_in(published_root)
    gone = [take(organisation) for take in takes]
    assert all(words in before for words in gone)
    publication.publish()
    after = everything_in(published_root)
    assert [words for words in gone if words in after] == []
    assert len(releases.kept_releases(published_root)) == 3


@pytest.mark.parametrize("end", ["withdraw", "unpublish", "delete"])
def test_an_organisation_goes_with_what_belongs_to_it_and_with_its_former_address(
    organisation, end, published_root
):
    known = [
        b"Red nueva",
        str(organisation.uuid).encode(),
        b"canary-before",
        b"canary-now",
        b"Canary one",
        b"Canary two",
    ]
    before = everything_in(published_root)
    assert all(words in before for words in known)
    getattr(organisation, end)()
    publication.publish()
    after = everything_in(published_root)
    assert [words for words in known if words in after] == []
    assert b"Canary three" in after


def test_a_hidden_place_leaves_no_city(organisation, published_root):
    make_coarser(organisation, stored_places(organisation)[0], "hidden")
    publication.publish()
    assert b"Bilbao" not in everything_in(published_root)


def test_what_stands_in_its_place_now_is_in_the_older_releases_too(organisation, published_root):
    take_phone_off(organisation)
    make_place_coarser(organisation)
    unpublish_text(organisation)
    publication.publish()
    oldest = releases.kept_releases(published_root)[-1]
    record = read(oldest, "directory.eu.json")["organisations"][0]
    assert record["name"] == "Red"
    assert [contact["kind"] for contact in record["contacts"]] == ["email"]
    assert not record["urgent_help"]
    assert [(place["precision"], place["lat"]) for place in record["places"]] == [("city", 43.26)]
    assert record["summary"]["lang"] == "es"
    assert read(oldest, "places.eu.geojson")["features"][0]["geometry"]["coordinates"] == [-2.93, 43.26]


def test_a_purged_release_is_whole(organisation, published_root):
    organisation.withdraw()
    publication.publish()
    for release in releases.kept_releases(published_root):
        manifest = read(release, "manifest.json")
        for name, entry in manifest["files"].items():
            content = (release.folder / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == entry["sha256"]
            assert brotli.decompress((release.folder / f"{name}.br").read_bytes()) == content
            assert gzip.decompress((release.folder / f"{name}.gz").read_bytes()) == content
        assert read(release, "overview.json")["total"] == 1


def test_programmes_trainings_and_testimonies_go_too(organisation, published_root):
    Programme.objects.get().withdraw()
    models.Testimony.objects.get().unpublish()
    Training.objects.get().delete()
    publication.publish()
    after = everything_in(published_root)
    assert not any(f"Canary {number}".encode() in after for number in ("one", "two", "three", "four"))


def test_the_words_of_a_person_are_shown_as_they_are_now(organisation, published_root):
    models.Testimony.objects.update(attribution="A defender")
    publication.publish()
    assert b"Canary three" not in everything_in(published_root)
    assert read(releases.kept_releases(published_root)[-1], "guidance.es.json")["testimonies"]


@pytest.mark.parametrize("end", [withdraw_page, StandardPage.unpublish, StandardPage.delete])
def test_a_page_goes_and_whatever_led_to_it_leads_nowhere(organisation, end, published_root):
    end(StandardPage.objects.get())
    publication.publish()
    everything = everything_in(published_root)
    assert b"canary-page" not in everything
    assert b"Canary page" not in everything
    assert (
        "See <a" in read(releases.kept_releases(published_root)[1])["organisations"][0]["description"]["html"]
    )


def test_releases_that_hold_nothing_else_are_left_alone(organisation, published_root):
    before = state_of(published_root)
    rename(organisation, "Red tercera")
    assert {path: number for path, number in state_of(published_root).items() if path in before} == before


def test_what_did_not_change_is_the_same_file_and_is_never_written_again(organisation, published_root):
    rename(Organisation.objects.get(name="Stays"), "Stays too")
    newest, older, _oldest = releases.kept_releases(published_root)
    assert (newest.folder / "guidance.ar.json.br").samefile(older.folder / "guidance.ar.json.br")
    before = (newest.folder / "directory.eu.json").read_bytes()
    twin = published_root / "twin"
    twin.hardlink_to(newest.folder / "directory.eu.json")
    organisation.withdraw()
    publication.publish()
    assert twin.read_bytes() == before


@pytest.mark.parametrize("broken", ["{", "null"])
def test_a_release_that_cannot_be_purged_is_deleted(organisation, broken, published_root, caplog):
    older = releases.kept_releases(published_root)[1]
    (older.folder / "directory.eu.json").unlink()
    (older.folder / "directory.eu.json").write_text(broken)
    organisation.withdraw()
    publication.publish()
    assert str(organisation.uuid).encode() not in everything_in(published_root)
    assert not older.folder.exists()
    assert "cannot be purged" in caplog.text


def test_when_purging_takes_too_long_older_releases_are_deleted_instead(
    organisation, published_root, monkeypatch
):
    monkeypatch.setattr(kept, "PURGE_SECONDS", -1)
    call_command("publish", "--back-to", "1")
    organisation.withdraw()
    publication.publish()
    assert str(organisation.uuid).encode() not in everything_in(published_root)
    assert [release.number for release in releases.kept_releases(published_root)] == [3, 1]


def test_a_file_that_no_rule_knows_is_kept_as_it_is_now(organisation, published_root, monkeypatch):
    words = iter(["Secret", "Secret too", "nothing"])
    monkeypatch.setattr(
        snapshot, "_builders", [*snapshot._builders, lambda taken: {"more.json": {"words": next(words)}}]
    )
    publication.publish()
    publication.publish()
    assert b"Secret too" in everything_in(published_root)
    publication.publish()
    assert b"Secret" not in everything_in(published_root)


class TestGoingBack:
    def test_the_command_lists_what_is_kept(self, organisation, capsys):
        call_command("publish", "--list")
        newest, older = capsys.readouterr().out.splitlines()
        assert newest.startswith("2  made 20")
        assert newest.endswith("UTC  2 organisations (shown)")
        assert older.startswith("1  made 20")

    def test_an_older_release_is_shown_whatever_is_published(self, organisation, published_root, capsys):
        call_command("publish", "--back-to", "1")
        assert "Release 1 is shown until manage.py publish --resume." in capsys.readouterr().out
        assert shown(published_root)["organisations"][0]["name"] == "Red"
        for number in range(5):
            rename(organisation, f"Red {number}")
        assert shown(published_root)["organisations"][0]["name"] == "Red"
        assert len(releases.kept_releases(published_root)) == kept.KEPT
        call_command("publish", "--resume")
        assert shown(published_root)["organisations"][0]["name"] == "Red 4"
        rename(organisation, "Red 5")
        assert shown(published_root)["organisations"][0]["name"] == "Red 5"

    def test_a_withdrawal_reaches_what_is_shown(self, organisation, published_root):
        call_command("publish", "--back-to", "1")
        organisation.withdraw()
        publication.publish()
        assert [record["name"] for record in shown(published_root)["organisations"]] == ["Stays"]
        assert str(organisation.uuid).encode() not in everything_in(published_root)
        assert kept.chosen_release(published_root).number == 1

    def test_when_the_shown_one_cannot_be_purged_the_newest_is_shown(
        self, organisation, published_root, caplog
    ):
        call_command("publish", "--back-to", "1")
        (published_root / "current" / "directory.ar.json").unlink()
        organisation.withdraw()
        publication.publish()
        assert kept.chosen_release(published_root) is None
        assert [record["name"] for record in shown(published_root)["organisations"]] == ["Stays"]

    @pytest.mark.parametrize("number", ["7", "0", "-1", "x", "..", "1/../1", "000001"])
    def test_an_unknown_release_is_refused(self, organisation, number, published_root):
        before = releases.current_release(published_root)
        with pytest.raises(CommandError, match="Kept are: 2, 1"):
            call_command("publish", f"--back-to={number}")
        assert releases.current_release(published_root) == before

    def test_without_a_release_there_is_nothing_to_go_back_to(self, published_root):
        with pytest.raises(CommandError, match="Kept are: none"):
            call_command("publish", "--back-to", "1")
        call_command("publish", "--list")

    @pytest.mark.parametrize("content", ["", "x", "99", "\x00"])
    def test_a_choice_that_leads_nowhere_is_none(self, organisation, content, published_root):
        (published_root / kept.CHOSEN).write_text(content)
        assert kept.shown_release(published_root) == releases.kept_releases(published_root)[0]
