"""What a publication costs does not grow with what is public: queries, cleaning, looking twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.directory import publish as publication
from cms.directory import records, texts
from cms.models import Organisation
from tests.factories import OrganisationFactory, OrganisationTextFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


def make(number):
    for _ in range(number):
        organisation = OrganisationFactory(
            places=[
                {"precision": "city", "city_id": 3128026, "country": "ES"},
                {"precision": "city", "city_id": 3117735, "country": "ES"},
                {"precision": "hidden"},
            ],
            channels=[
                {"kind": "phone", "value": "+34944000000"},
                {"kind": "email", "value": "a@example.org"},
            ],
            texts={"es": {"summary": "s", "description": "<p>d</p>"}, "eu": "laburpena", "fr": "résumé"},
        )
        ProgrammeFactory(organisation=organisation)


def queries_of_a_publication():
    with CaptureQueriesContext(connection) as asked:
        publication.publish()
    return len(asked)


def test_a_publication_asks_the_same_number_of_queries_however_many_organisations_there_are(
    published_root, today
):
    make(2)
    publication.publish()
    counted = []
    for number in (1, 4):
        make(number)
        # All of them are new, or the same, or of another day: each is dated, written and compared.
        counted.append((queries_of_a_publication(), queries_of_a_publication()))
    assert counted[0] == counted[1]
    changed, unchanged = counted[0]
    assert unchanged <= 40
    # Dating organisations and programmes: one statement each, in a transaction.
    assert changed <= unchanged + 6


def test_the_day_of_a_change_is_in_the_files_without_reading_them_again(publish, monkeypatch):
    calls = []
    load = records.load
    monkeypatch.setattr("cms.directory.snapshot.load", lambda: calls.append(1) or load())
    make(2)
    assert {record["updated_on"] for record in publish()["organisations"]} == {"2026-11-22"}
    assert calls == [1]
    assert set(Organisation.objects.values_list("updated_on", flat=True).distinct()) == {
        publication.today_utc()
    }


def test_a_text_is_cleaned_once_for_all_the_languages_that_show_it(publish, monkeypatch):
    cleaned = []
    clean = texts.public_html
    monkeypatch.setattr(texts, "public_html", lambda html, urls: cleaned.append(html) or clean(html, urls))
    organisation = OrganisationFactory(texts={"es": {"description": "<p>uno</p>"}})
    OrganisationTextFactory(organisation=organisation, language="fr", description="<p>un</p>")
    shown = publish("directory.eu.json")["organisations"][0]["description"]
    assert shown == {"html": "<p>uno</p>", "lang": "es", "outdated": False}
    assert sorted(cleaned) == ["<p>un</p>", "<p>uno</p>"]


def test_files_that_did_not_change_are_the_same_on_the_disk(publish, published_root):
    organisation = OrganisationFactory(in_bilbao=True)
    publish()
    before = {path.name: path.stat().st_ino for path in (published_root / "current").iterdir()}
    OrganisationTextFactory(organisation=organisation, language="eu", summary="Berria")
    publish()
    after = {path.name: path.stat().st_ino for path in (published_root / "current").iterdir()}
    assert before["places.es.geojson.br"] == after["places.es.geojson.br"]
    assert before["directory.eu.json"] != after["directory.eu.json"]
