"""A publication in which many organisations disappear for no reason waits; what somebody took away does not."""

import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms import models
from cms.directory import guard, markers
from cms.directory import publish as publication
from cms.models import Organisation, Place, Programme
from cms.snippets.coarsening import make_coarser, stored_places
from tests.directory.decoded import everything_in
from tests.directory.prepared_sites import copy_releases, prepared_site
from tests.factories import ProgrammeFactory, TestimonyFactory

pytestmark = pytest.mark.django_db


def public(letters):
    """Make an organisation with an office for each letter, straight in the database."""
    made = Organisation.objects.bulk_create(
        Organisation(name=f"Organisation {letter}", slug=f"organisation-{letter.lower()}")
        for letter in letters
    )
    Place.objects.bulk_create(
        Place(organisation=one, precision="exact", country="ES", lat="43.26271", lng="-2.92528")
        for one in made
    )
    return made


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """Ten organisations are public."""

    def make(publish):
        public("ABCDEFGHIJ")
        publish()

    with prepared_site(tmp_path_factory.mktemp("site"), django_db_blocker, make) as prepared:
        yield prepared


@pytest.fixture
def ten(site, db, published_root, today):
    """Return the ten organisations by name."""
    copy_releases(site, published_root)
    return list(Organisation.objects.order_by("name"))


@pytest.fixture
def empty(db):
    """Nothing is there, whatever the other tests begin with."""
    Organisation.objects.all().delete()


def names(root):
    directory = json.loads((root / "current" / "directory.es.json").read_bytes())
    return "".join(record["name"][-1] for record in directory["organisations"])


def lose(*organisations):
    """Take rows away as a broken copy of the database does: nothing tells who did it."""
    Organisation.objects.filter(pk__in=[one.pk for one in organisations]).delete()


def delete(*organisations):
    """Delete as the editor's button does."""
    for one in organisations:
        ModelLogEntry.objects.log_action(one, "wagtail.delete", deleted=True)
        one.delete()


def unpublish(*organisations):
    for one in organisations:
        one.unpublish()


def withdraw(*organisations):
    for one in organisations:
        one.withdraw()


def expire(*organisations):
    yesterday = timezone.now() - timedelta(days=1)
    Organisation.objects.filter(pk__in=[one.pk for one in organisations]).update(expire_at=yesterday)


def hide(*organisations):
    """Take them off in the database, past everything that notes who did it."""
    Organisation.objects.filter(pk__in=[one.pk for one in organisations]).update(live=False)


@pytest.mark.parametrize("end", [delete, unpublish, withdraw, expire])
def test_what_somebody_took_away_is_published_however_much_it_is(ten, end, published_root):
    end(*ten[:9])
    publication.publish()
    assert names(published_root) == "J"
    assert guard.held(published_root) is None


def test_everything_may_be_withdrawn(ten, published_root):
    withdraw(*ten)
    publication.publish()
    assert names(published_root) == ""


@pytest.mark.parametrize("end", [lose, hide])
def test_a_publication_in_which_many_disappear_for_no_reason_is_held(ten, end, published_root):
    end(*ten[:3])
    public("K")
    with pytest.raises(publication.PublicationHeld, match="3 of 10 public organisations"):
        publication.publish()
    assert names(published_root) == "ABCDEFGHIJ"
    held = guard.held(published_root)
    assert (held.lost, held.total) == (3, 10)
    assert list(guard.lost_organisations(published_root).values()) == [
        "Organisation A",
        "Organisation B",
        "Organisation C",
    ]


def test_a_fifth_is_published(ten, published_root):
    lose(*ten[:2])
    publication.publish()
    assert names(published_root) == "CDEFGHIJ"


def test_two_of_a_small_directory_are_published_though_they_are_many_per_cent(empty, publish, published_root):
    made = public("ABC")
    publish()
    lose(*made[:2])
    publication.publish()
    assert names(published_root) == "C"


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_empty_database_never_empties_a_site(number, empty, publish, published_root):
    public("ABC"[:number])
    publish()
    Organisation.objects.all().delete()
    with pytest.raises(publication.PublicationHeld):
        publication.publish()
    assert len(names(published_root)) == number


def test_the_largest_loss_is_a_setting(ten, settings, published_root):
    settings.DEFENDERS_LARGEST_LOSS = 0.5
    lose(*ten[:5])
    publication.publish()
    assert names(published_root) == "FGHIJ"
    settings.DEFENDERS_LARGEST_LOSS = 1
    Organisation.objects.all().delete()
    publication.publish()
    assert names(published_root) == ""


def test_a_removal_of_long_ago_does_not_explain_a_loss_of_today(ten, published_root):
    unpublish(*ten[:5])
    ModelLogEntry.objects.update(timestamp=timezone.now() - timedelta(days=3))
    with pytest.raises(publication.PublicationHeld):
        publication.publish()


@pytest.mark.parametrize("end", [delete, unpublish, withdraw, expire])
def test_while_it_is_held_what_somebody_takes_away_goes_from_every_byte(ten, end, published_root):
    public("K")
    publication.publish()
    lose(*ten[:3])
    end(ten[3])
    with pytest.raises(publication.PublicationHeld):
        publication.publish()
    assert names(published_root) == "ABCEFGHIJK"
    assert b"Organisation D" not in everything_in(published_root)
    assert str(ten[3].uuid).encode() not in everything_in(published_root)
    assert b"Organisation A" in everything_in(published_root)


@pytest.mark.parametrize("end", [lose, hide])
def test_while_it_is_held_a_place_is_made_coarser_even_of_who_would_disappear(
    empty, publish, end, published_root
):
    made = public("ABCD")
    publish()
    lose(*made[2:])
    hide(*made[:2])
    for one in made[:2]:
        make_coarser(one, stored_places(one)[0], "country")
    with pytest.raises(publication.PublicationHeld):
        publication.publish()
    places = {
        record["name"][-1]: record["places"]
        for record in json.loads((published_root / "current" / "directory.es.json").read_bytes())[
            "organisations"
        ]
    }
    assert [len(places[letter]) for letter in "ABCD"] == [0, 0, 1, 1]


def test_while_it_is_held_guidance_stays_and_what_is_taken_off_goes(empty, publish, published_root):
    made = public("ABCD")
    kept = ProgrammeFactory(name="Kept", organisation=made[0])
    TestimonyFactory(attribution="Lost")
    ProgrammeFactory(name="Of a lost one", organisation=made[0])
    withdrawn = ProgrammeFactory(name="Canary", organisation=made[0])
    voice = TestimonyFactory(attribution="Canary too")
    publish()
    hide(*made)
    Programme.objects.filter(pk=kept.pk).delete()
    models.Testimony.objects.filter(attribution="Lost").delete()
    withdrawn.withdraw()
    voice.unpublish()
    with pytest.raises(publication.PublicationHeld):
        publication.publish()
    guidance = json.loads((published_root / "current" / "guidance.eu.json").read_bytes())
    assert {one["name"] for one in guidance["programmes"]} == {"Kept", "Of a lost one"}
    assert [one["attribution"] for one in guidance["testimonies"]] == ["Lost"]
    assert b"Canary" not in everything_in(published_root)


def test_a_held_publication_dates_nothing(ten, monkeypatch):
    monkeypatch.setattr(publication, "date_changed_records", lambda snapshot: pytest.fail("dated"))
    lose(*ten[:3])
    with pytest.raises(publication.PublicationHeld):
        publication.publish()


def test_it_stays_held_since_the_first_time_and_ends_when_they_are_back(ten, published_root):
    hide(*ten[:3])
    for is_new in (True, False):
        with pytest.raises(publication.PublicationHeld) as held:
            publication.publish()
        assert held.value.is_new is is_new
    assert markers.files_are_behind()
    assert not markers.may_show_too_much()
    Organisation.objects.update(live=True)
    publication.publish()
    assert guard.held(published_root) is None
    assert not markers.files_are_behind()


def test_an_accepted_removal_is_published_and_stands_in_the_history(ten, published_root):
    gone = {str(one.uuid): one.name for one in ten[:3]}
    keys = {str(one.pk) for one in ten[:3]}
    lose(*ten[:3])
    with pytest.raises(publication.PublicationHeld):
        publication.publish()
    assert guard.lost_organisations(published_root) == gone
    publication.accept_removals(gone)
    assert names(published_root) == "DEFGHIJ"
    assert guard.held(published_root) is None
    entries = ModelLogEntry.objects.filter(action="defenders.accept_removal")
    assert set(entries.values_list("object_id", flat=True)) == keys
    assert "Organisation A" in entries.values_list("label", flat=True)


def test_accepting_some_does_not_accept_others(ten, published_root):
    lose(*ten[:6])
    with pytest.raises(publication.PublicationHeld, match="3 of 10"):
        publication.accept_removals({str(one.uuid): one.name for one in ten[:3]})
    assert names(published_root) == "DEFGHIJ"


def test_another_machine_publishes_what_was_accepted_on_the_first(ten, published_root, settings, tmp_path):
    settings.DEFENDERS_PUBLISHED_ROOT = tmp_path / "other machine"
    publication.publish()
    settings.DEFENDERS_PUBLISHED_ROOT = published_root
    lost = {str(one.uuid): one.name for one in ten[:3]}
    lose(*ten[:3])
    publication.accept_removals(lost)
    settings.DEFENDERS_PUBLISHED_ROOT = tmp_path / "other machine"
    publication.publish()
    assert names(tmp_path / "other machine") == "DEFGHIJ"


def test_the_command_says_what_it_waits_for_and_goes_on_when_told(ten, capsys, published_root):
    lose(*ten[:3])
    with pytest.raises(CommandError, match="--accept-removals") as refusal:
        call_command("publish")
    assert refusal.value.returncode == 3
    call_command("publish", "--accept-removals")
    assert names(published_root) == "DEFGHIJ"


def test_the_timer_is_told_once(ten, capsys):
    lose(*ten[:3])
    with pytest.raises(CommandError):
        call_command("publish", verbosity=0)
    with pytest.raises(SystemExit) as end:
        call_command("publish", verbosity=0)
    assert end.value.code == 3
    assert "".join(capsys.readouterr()) == ""


def test_an_editor_who_saves_while_it_is_held_fills_no_log(ten, caplog):
    lose(*ten[:3])
    publication.publish_or_log()
    publication.publish_or_log()
    assert len(caplog.records) == 1


def test_a_release_that_does_not_say_where_it_comes_from_is_guarded_too(ten, published_root):
    (published_root / "current" / ".index" / "origin.json").unlink()
    (published_root / "current" / ".index" / "items").unlink()
    withdraw(ten[0])
    lose(*ten[1:4])
    with pytest.raises(publication.PublicationHeld, match="3 of 10"):
        publication.publish()
    assert names(published_root) == "BCDEFGHIJ"
