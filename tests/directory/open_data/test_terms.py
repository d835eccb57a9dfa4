"""Every published file says under which terms it may be used, and none of the open data says more than is public."""

import csv
import io
import json

import pytest

from cms.directory.open_data import addresses
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
WITH_CITIES = {"directory", "places", "overview", "organisations", "hsds"}


@pytest.fixture
def table(published_root):
    """Return a function that gives the rows of the published table."""

    def rows(lang="es"):
        text = (published_root / "current" / f"organisations.{lang}.csv").read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return rows


def test_the_manifest_says_the_terms_of_every_file(publish, settings):
    settings.DEFENDERS_LICENCE = LICENCE
    OrganisationFactory(in_bilbao=True)
    for name, entry in publish("manifest.json")["files"].items():
        assert entry["licence"] == LICENCE
        owed = [source["name"] for source in entry["attribution"]]
        assert owed == (["GeoNames"] if name.partition(".")[0] in WITH_CITIES else []), name


@pytest.mark.parametrize("chosen", [LICENCE, None])
def test_every_file_that_can_says_the_licence_itself(publish, settings, published_root, chosen):
    settings.DEFENDERS_LICENCE = chosen
    for name in publish("manifest.json")["files"]:
        if name.endswith("json") and name != "former_slugs.json":
            content = json.loads((published_root / "current" / name).read_bytes())
            assert content["licence"] == chosen, name
            if name.partition(".")[0] in WITH_CITIES:
                assert [source["name"] for source in content["attribution"]] == ["GeoNames"], name


def test_geojson_stays_geojson(publish):
    OrganisationFactory(in_bilbao=True)
    collection = publish("places.eu.geojson")
    assert collection["type"] == "FeatureCollection"
    assert (collection["lang"], collection["as_of"]) == ("eu", "2026-11-22")
    # Names that GeoJSON gives a meaning may not be used for anything else (RFC 7946, section 7.1).
    assert not {"coordinates", "geometries", "geometry", "properties"} & set(collection)


def test_a_hidden_place_and_private_facts_are_in_neither_table_nor_hsds(publish, table, published_root):
    OrganisationFactory(hidden_place=True, internal_note="canary", source_url="https://canary.example.org")
    (organisation,) = publish("hsds.json")["contents"]
    (row,) = table()
    assert organisation["locations"] == []
    assert row["places"] == ""
    assert not any(b"canary" in path.read_bytes() for path in (published_root / "current").glob("[a-z]*"))


def test_the_table_is_in_the_language_of_its_name(publish, table):
    OrganisationFactory(texts={"es": "Acompaña.", "eu": "Laguntzen du."})
    publish()
    assert [row["summary_lang"] for lang in ("es", "eu", "fr") for row in table(lang)] == ["es", "eu", "es"]


def test_without_pages_about_organisations_no_address_is_made_up(publish, table, monkeypatch):
    monkeypatch.setattr(addresses, "_registered", [])
    OrganisationFactory()
    publish()
    assert [row["page_url"] for row in table()] == [""]


def test_the_table_says_of_what_type_it_is(publish, client):
    publish()
    response = client.get("/published/v1/organisations.es.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert client.get("/published/v1/hsds.json")["Content-Type"] == "application/json"
