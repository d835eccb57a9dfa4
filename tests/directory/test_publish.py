"""Publication: whole or not at all, the same bytes for the same facts, and never more than is public."""

import fcntl
import gzip
import hashlib
import os
from datetime import date
from pathlib import Path

import brotli
import pytest
from django.core.cache import cache
from django.core.management import call_command
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.directory import lock as publication_lock
from cms.directory import publish as publication
from cms.directory import releases
from tests.factories import OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db


def contents(root):
    """Return {file name: bytes} of the current release."""
    files = sorted(path for path in (root / "current").iterdir() if path.is_file())
    return {path.name: path.read_bytes() for path in files}


def test_a_release_has_every_file_plain_and_compressed(published_root, publish):
    OrganisationFactory()
    publish()
    plain = {name for name in contents(published_root) if not name.endswith((".br", ".gz"))}
    assert plain == {
        *(f"directory.{lang}.json" for lang in ("es", "eu", "en", "fr", "ar")),
        *(f"places.{lang}.geojson" for lang in ("es", "eu", "en", "fr", "ar")),
        *(f"guidance.{lang}.json" for lang in ("es", "eu", "en", "fr", "ar")),
        *(f"organisations.{lang}.csv" for lang in ("es", "eu", "en", "fr", "ar")),
        "hsds.json",
        "overview.json",
        "former_slugs.json",
        "manifest.json",
    }
    for name in plain:
        content = contents(published_root)[name]
        assert brotli.decompress(contents(published_root)[f"{name}.br"]) == content
        assert gzip.decompress(contents(published_root)[f"{name}.gz"]) == content


def test_the_manifest_has_the_hash_and_size_of_every_file(published_root, publish):
    OrganisationFactory()
    manifest = publish("manifest.json")
    for name, entry in manifest["files"].items():
        content = contents(published_root)[name]
        assert (entry["sha256"], entry["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))


def test_publishing_again_changes_nothing(published_root, publish):
    OrganisationFactory()
    publish()
    release = releases.current_release(published_root)
    assert publication.publish() is False
    assert releases.current_release(published_root) == release


def test_private_changes_do_not_change_a_byte(published_root, publish):
    organisation = OrganisationFactory(in_bilbao=True)
    publish()
    before = contents(published_root)
    draft = organisation.get_latest_revision_as_object()
    draft.internal_note = "private"
    draft.consent_to_list_by = "private"
    draft.source_url = "https://private.example.org"
    draft.save_revision().publish()
    OrganisationFactory(draft=True, name="Draft")
    publish()
    assert contents(published_root) == before


def test_a_changed_phone_number_is_right_in_every_language_at_once(publish):
    organisation = OrganisationFactory(
        channels=[{"kind": "phone", "value": "+34944000000"}], texts={"es": "es", "eu": "eu"}
    )
    publish()
    draft = organisation.get_latest_revision_as_object()
    channel = draft.channels.get()
    channel.value = "+34944111111"
    draft.channels.add(channel)
    draft.save_revision().publish()
    for lang in ("es", "eu", "ar"):
        (record,) = publish(f"directory.{lang}.json")["organisations"]
        assert record["contacts"][0]["value"] == "+34944111111"


@pytest.mark.parametrize("end", ["unpublish", "withdraw", "delete"])
def test_what_is_not_public_any_more_leaves_no_trace_in_the_folder(end, published_root, publish):
    organisation = OrganisationFactory(name="Canary", in_bilbao=True)
    OrganisationFactory(name="Stays")
    publish()
    getattr(organisation, end)()
    publish()
    for folder, _, names in os.walk(published_root):
        for name in names:
            content = (published_root / folder / name).read_bytes()
            for text in (content, _decompressed(name, content)):
                assert b"Canary" not in text
    assert publish("overview.json")["total"] == 1


def _decompressed(name, content):
    if name.endswith(".br"):
        return brotli.decompress(content)
    return gzip.decompress(content) if name.endswith(".gz") else content


def test_updated_on_is_the_day_the_public_record_changed(publish, monkeypatch):
    organisation = OrganisationFactory()
    publish()
    monkeypatch.setattr(publication, "today_utc", lambda: date(2026, 12, 1))
    assert publish()["organisations"][0]["updated_on"] == "2026-11-22"
    OrganisationTextFactory(organisation=organisation, language="eu", summary="Berria")
    assert publish()["organisations"][0]["updated_on"] == "2026-12-01"


def test_the_files_name_the_labels_of_every_code(publish):
    OrganisationFactory(roles=["training"])
    labels = publish("directory.eu.json")["labels"]
    assert labels["role"] == {"training": "training eu"}
    assert labels["area"]["worldwide"]
    assert set(labels["channel"]) >= {"phone", "onion", "postal"}
    assert publish("directory.ar.json")["labels"]["role"] == {"training": "training es"}


def test_a_publication_that_dies_leaves_the_old_release_whole(published_root, publish, monkeypatch):
    OrganisationFactory(name="Before")
    publish()
    before = contents(published_root)
    OrganisationFactory(name="After")
    for step in ("write_release", "switch"):
        monkeypatch.setattr(releases, step, _raise)
        with pytest.raises(OSError, match="disk"):
            publication.publish()
        assert contents(published_root) == before
        monkeypatch.undo()


def _raise(*args):
    raise OSError("disk full")


def test_what_a_dead_publication_left_behind_is_cleaned_up_even_if_nothing_changed(published_root, publish):
    OrganisationFactory()
    publish()
    old = published_root / "releases" / "0123456789abcdef"
    old.mkdir()
    (old / "directory.es.json").write_text("withdrawn long ago")
    assert publication.publish() is False
    assert len(list((published_root / "releases").iterdir())) == 1


def test_a_publication_that_waited_over_midnight_publishes_the_new_day(published_root, publish, monkeypatch):
    days = iter([date(2026, 11, 22), date(2026, 11, 23)])
    monkeypatch.setattr(publication, "today_utc", lambda: next(days))
    assert publish("overview.json")["as_of"] == "2026-11-22"
    assert publish("overview.json")["as_of"] == "2026-11-23"


def test_a_hung_publication_does_not_hang_the_others(published_root, publish, monkeypatch):
    publish()
    monkeypatch.setattr(publication_lock, "LOCK_SECONDS", 0.1)
    with (published_root / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(publication_lock.PublicationBusy):
            publication.publish()
    assert publication.publish() is False


def test_a_failed_publication_is_known_until_one_succeeds(published_root, publish, monkeypatch):
    OrganisationFactory()
    publish()
    assert not publication.files_are_behind()
    monkeypatch.setattr(releases, "write_release", _raise)
    OrganisationFactory()
    publication.publish_or_log()
    assert publication.files_are_behind()
    monkeypatch.undo()
    publication.publish()
    assert not publication.files_are_behind()


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_broken_logo_does_not_stop_a_withdrawal(publish, content):
    image = get_image_model().objects.create(title="Broken", file=get_test_image_file())
    Path(image.file.path).write_bytes(content)
    cache.clear()  # renditions of another test's picture with the same key
    OrganisationFactory(logo=image, name="Stays")
    withdrawn = OrganisationFactory(name="Goes")
    assert len(publish()["organisations"]) == 2
    withdrawn.withdraw()
    (record,) = publish()["organisations"]
    assert (record["name"], record["logo"]) == ("Stays", None)


def test_the_overview_counts_direct_regional_and_worldwide_help_apart(publish):
    OrganisationFactory(areas_served=["CO", "americas"], in_bilbao=True)
    OrganisationFactory(areas_served=["americas"])
    OrganisationFactory(areas_served=["worldwide", "CO"], office_in_bilbao=True)
    overview = publish("overview.json")
    assert overview["countries"]["CO"] == {"direct": 1, "region": 1}
    assert overview["countries"]["PE"] == {"direct": 0, "region": 2}
    assert overview["worldwide"] == 1
    assert overview["clusters"]["1"] == [[-2.9, 43.3, 2]]


def renamed(*slugs, **more):
    """Return a published organisation that had these slugs, one after the other; the last is the current one."""
    organisation = OrganisationFactory(slug=slugs[0], **more)
    for slug in slugs[1:]:
        draft = organisation.get_latest_revision_as_object()
        draft.slug = slug
        draft.save_revision().publish()
        organisation.refresh_from_db()
    return organisation


def test_former_slugs_lead_to_the_current_one(publish):
    renamed("second-c", "second-a", "second-b")
    renamed("first-a", "first-b", "first-a")
    assert publish("former_slugs.json") == {
        "schema_version": 1,
        "as_of": "2026-11-22",
        "former_slugs": {"first-b": "first-a", "second-a": "second-b", "second-c": "second-b"},
    }
    assert list(publish("former_slugs.json")["former_slugs"]) == ["first-b", "second-a", "second-c"]


@pytest.mark.parametrize("end", ["unpublish", "withdraw", "delete"])
def test_former_slugs_of_what_is_not_public_are_not_published(end, published_root, publish):
    organisation = renamed("canary-before", "canary-now")
    OrganisationFactory()
    assert publish("former_slugs.json")["former_slugs"]
    getattr(organisation, end)()
    assert publish("former_slugs.json")["former_slugs"] == {}
    assert all(b"canary" not in content for content in contents(published_root).values())


def test_a_draft_does_not_make_its_slug_or_the_present_one_a_former_one(publish):
    draft = OrganisationFactory(slug="now").get_latest_revision_as_object()
    draft.slug = "canary-planned"
    draft.save_revision()
    assert publish("former_slugs.json")["former_slugs"] == {}


def test_the_geojson_has_points_only_where_a_point_is_public(publish):
    OrganisationFactory(in_bilbao=True, name="City")
    OrganisationFactory(places=[{"precision": "country", "country": "CO"}], name="Country")
    OrganisationFactory(hidden_place=True, name="Hidden")
    collection = publish("places.es.geojson")
    assert [feature["properties"]["name"] for feature in collection["features"]] == ["City"]
    assert collection["features"][0]["geometry"] == {"type": "Point", "coordinates": [-2.93, 43.26]}


def test_organisations_are_in_the_order_of_their_names_whatever_the_accents(publish):
    for name in ("Zeta", "Águila", "beta", "Andes"):
        OrganisationFactory(name=name)
    assert [record["name"] for record in publish()["organisations"]] == ["Águila", "Andes", "beta", "Zeta"]


def test_the_licence_is_the_one_of_the_setting(publish, settings):
    assert publish()["licence"] is None
    settings.DEFENDERS_LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    assert publish()["licence"]["name"] == "CC BY 4.0"


def test_where_to_tell_of_a_mistake_is_the_address_of_the_setting(publish, settings):
    assert publish()["corrections"] is None
    settings.DEFENDERS_CORRECTIONS = "editors@example.org"
    assert publish()["corrections"] == "editors@example.org"


def test_the_command_says_what_it_did(published_root, today, capsys):
    OrganisationFactory()
    call_command("publish")
    call_command("publish")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Published to")
    assert second.startswith("Nothing changed")
