import json
import os

import pytest

from tests.widgets.directories import contact, directory, record
from widgets.directory_file import (
    DirectoryUnavailable,
    is_whole,
    load_directory,
    parse_directory,
    verification_today,
)


def test_the_file_is_read_once_until_it_changes(publish_records, monkeypatch):
    publish_records(record("a"))
    first = load_directory("es")
    assert load_directory("es") is first
    publish_records(record("b"))
    assert [one["slug"] for one in load_directory("es").organisations] == ["b"]


def test_without_a_publication_there_is_no_directory(published_root):
    with pytest.raises(DirectoryUnavailable):
        load_directory("es")


def test_a_withdrawn_release_is_not_remembered(publish_records, published_root):
    publish_records(record())
    load_directory("es")
    os.unlink(published_root / "current")
    with pytest.raises(DirectoryUnavailable):
        load_directory("es")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        directory([record()])[:-200],
        directory([record()], schema_version=2),
        directory([record()], lang="xx"),
        directory([record()], as_of="yesterday"),
        directory([record()], as_of=None),
        directory([record()], labels={}),
        directory([record()], labels=[]),
        directory([record()], labels={"role": "x"}),
        directory([record()], organisations=None),
        directory([record()], organisations={"a": 1}),
        directory([{"name": "half"}]),
    ],
)
def test_a_broken_file_is_refused(content):
    with pytest.raises(DirectoryUnavailable):
        parse_directory(content, "es")


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "../x"},
        {"slug": ""},
        {"name": None},
        {"roles": "training"},
        {"roles": [1]},
        {"areas_served": None},
        {"is_government": "no"},
        {"contacts": ["+1"]},
        {"contacts": [contact(value=5)]},
        {"contacts": [contact(languages="es")]},
        {"places": [{}]},
        {"places": [{"country": "CO", "lat": "4"}]},
        {"places": [{"country": "CO", "lat": 4.0}]},
        {"places": [{"country": "CO", "lat": 400, "lng": 0}]},
        {"places": [{"country": "CO", "lat": float("nan"), "lng": 0}]},
        {"summary": "text"},
        {"summary": {"text": "a"}},
        {"description": {"html": 5, "lang": "es"}},
    ],
)
def test_a_broken_record_is_left_out_and_the_others_stay(change):
    assert not is_whole(record() | change)
    content = directory([record("whole"), record() | change])
    assert [one["slug"] for one in parse_directory(content, "es").organisations] == ["whole"]


def test_no_organisation_at_all_is_a_sound_directory():
    assert parse_directory(directory([]), "es").organisations == ()


@pytest.mark.parametrize("licence", [None, "CC", {"name": "CC"}, {"name": 1, "url": 2}])
def test_a_licence_needs_a_name_and_an_address(licence):
    assert parse_directory(directory([], licence=licence), "es").licence is None


def test_more_fields_do_no_harm():
    content = json.loads(directory([record() | {"new": 1}])) | {"new": 2}
    assert len(parse_directory(json.dumps(content).encode(), "es").organisations) == 1


@pytest.mark.parametrize(
    ("day", "state"), [("2026-11-22", "current"), ("2027-05-05", "due"), ("2029-01-01", "expired")]
)
def test_a_verification_ages_while_the_file_stays(on_day, day, state):
    on_day(day)
    known = record(verified_on="2026-05-04", review_due="2027-05-04", verification="current")
    assert verification_today(known) == state


@pytest.mark.parametrize("day", [None, "", "soon", 5])
def test_a_verification_without_a_day_is_none(on_day, day):
    assert verification_today(record(verified_on=day, review_due=day)) == "unverified"


GEONAMES = {
    "name": "GeoNames",
    "url": "https://www.geonames.org/",
    "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
}


@pytest.mark.parametrize("page", ["map/", "directory/", "organisations/house/"])
def test_pages_name_where_cities_come_from(client, publish_records, page):
    publish_records(record("house"), attribution=[GEONAMES])
    html = client.get(f"/embed/v1/{page}?lang=en").content.decode()
    footer = html[html.index("<footer>") :]
    assert 'href="https://www.geonames.org/"' in footer
    assert "<bdi>GeoNames</bdi></a> (<bdi>CC BY 4.0</bdi>)." in footer


@pytest.mark.parametrize(
    "sources", [None, {}, "GeoNames", [None], [{}], [{"name": "x", "url": "y"}], [GEONAMES | {"licence": 1}]]
)
def test_sources_that_cannot_be_read_are_left_out(sources):
    assert parse_directory(directory([record()], attribution=sources), "es").attribution == ()
