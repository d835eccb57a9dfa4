"""Every published file says under which terms it may be used, and none of the open data says more than is public."""

import csv
import io
import json

import pytest

from cms.directory.open_data import addresses
from cms.directory.open_data.table import organisations_table
from cms.directory.snapshot import derived_files
from tests.directory.open_data.situations import LICENCE, bare_record, directory, full_record
from tests.factories import OrganisationFactory

WITH_CITIES = {"directory", "places", "overview", "organisations", "hsds"}
GEONAMES = {"name": "GeoNames", "url": "https://g", "licence": {"name": "CC BY 4.0", "url": "https://c"}}


def derived(**changes):
    """Return {file name: data} of the JSON made from directories alone."""
    made = derived_files({lang: directory(full_record(), lang=lang, **changes) for lang in ("es", "en")})
    return {name: json.loads(content) for name, content in made.items() if name.endswith("json")}


@pytest.mark.django_db
def test_every_file_says_its_terms_and_so_does_the_manifest(publish, settings, published_root):
    settings.DEFENDERS_LICENCE = LICENCE
    OrganisationFactory(in_bilbao=True)
    for name, entry in publish("manifest.json")["files"].items():
        owed = ["GeoNames"] if name.partition(".")[0] in WITH_CITIES else []
        assert entry["licence"] == LICENCE, name
        assert [source["name"] for source in entry["attribution"]] == owed, name
        if name.endswith("json") and name != "former_slugs.json":
            content = json.loads((published_root / "current" / name).read_bytes())
            assert content["licence"] == LICENCE, name
            assert [source["name"] for source in content.get("attribution", [])] == owed, name


@pytest.mark.django_db
def test_a_hidden_place_and_private_facts_are_in_no_file(publish, published_root):
    OrganisationFactory(hidden_place=True, internal_note="canary", source_url="https://canary.example.org")
    (organisation,) = publish("hsds.json")["contents"]
    assert organisation["locations"] == []
    plain = [path for path in (published_root / "current").iterdir() if path.suffix in (".json", ".csv")]
    assert len(plain) > 10
    assert not any(b"canary" in path.read_bytes() for path in plain)


def test_what_is_made_from_a_directory_says_what_the_directory_says():
    for name, data in derived(licence=None, attribution=[GEONAMES]).items():
        assert (data["licence"], data["attribution"]) == (None, [GEONAMES]), name


def test_a_directory_of_before_without_sources_is_still_a_directory():
    older = directory(full_record())
    del older["attribution"], older["licence"]
    assert derived_files({"es": older})


def test_geojson_stays_geojson():
    collection = derived()["places.en.geojson"]
    assert collection["type"] == "FeatureCollection"
    assert (collection["lang"], collection["as_of"]) == ("en", "2026-11-22")
    # Names that GeoJSON gives a meaning may not be used for anything else (RFC 7946, section 7.1).
    assert not {"coordinates", "geometries", "geometry", "properties"} & set(collection)


def test_without_pages_about_organisations_no_address_is_made_up(monkeypatch):
    monkeypatch.setattr(addresses, "_registered", [])
    text = organisations_table(directory(bare_record())).decode("utf-8-sig")
    assert [row["page_url"] for row in csv.DictReader(io.StringIO(text, newline=""))] == [""]
    (organisation,) = derived()["hsds.json"]["contents"]
    assert organisation["defenders"]["page_url"] == ""
