"""While the database is down everything published is answered as before; the rest says so, and comes back with it."""

import json
import time
from contextlib import ExitStack, closing

import pytest
from django.db import connection

from tests.api.served import PostgreSQLConnections, Served, SQLiteFile
from tests.api.situations import fixed_uuid

AS_BEFORE = [
    "/livez",
    "/published/v1/manifest.json",
    "/published/v1/directory.eu.json",
    "/published/v1/nothing.json",
    "/widgets/v1/defenders.js",
    "/embed/",
    "/embed/v1/map/?lang=eu&country=CO",
    "/embed/v1/directory/?lang=ar&role=training",
    "/embed/v1/organisations/abaco/?lang=eu",
    "/embed/v1/organisations/abaco-antigua/",
    "/embed/v1/organisations/nobody/",
    "/embed/v1/map.light.webp?lang=en",
    "/embed/v1/style.css",
    "/embed/v1/accent/0a4d68.css",
    "/embed/v1/guidance/temporary-protection/?lang=es",
    "/oembed/?url=https%3A%2F%2Fsite.example%2Fembed%2Fv1%2Fmap%2F%3Flang%3Des",
    "/api/v2/organisations/",
    "/api/v2/organisations/?lang=eu&country=CO&facets=true&search=a",
    "/api/v2/organisations/?bbox=-80,-5,-66,13",
    f"/api/v2/organisations/{fixed_uuid(1)}/?lang=ar",
    f"/api/v2/organisations/{fixed_uuid(999)}/",
    "/api/v2/organisations/find/?slug=abaco",
    "/api/v2/organisations/find/?slug=abaco-antigua",
    "/api/v2/organisations/?colour=red",
    "/api/v2/programmes/",
    "/api/v2/trainings/?lang=eu",
    "/api/v2/testimonies/",
    "/api/v2/categories/?lang=fr",
    "/api/v2/schema/",
    "/api/v2/docs/",
    "/api/v2/nothing/",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-organisations-1.xml",
]
FROM_THE_DATABASE = [
    "/api/v2/pages/",
    "/sitemap-pages.xml",
]
PAGES = ["/es/", "/eu/nothing/", "/documents/1/nothing.pdf"]

# Without it there would be no database for the tests to be taken from.
pytestmark = pytest.mark.django_db

# What a visitor waits for at most, on a busy machine.
SOON = 5


@pytest.fixture(scope="module")
def stage(built_directory, tmp_path_factory, pytestconfig):
    """The site with a publication, and its database; the site has answered everything once."""
    _pages, published = built_directory
    data = tmp_path_factory.mktemp("served")
    (data / "published").symlink_to(published)
    with ExitStack() as stack:
        database = (
            SQLiteFile(data, pytestconfig.cache.mkdir("database"))
            if connection.vendor == "sqlite"
            else PostgreSQLConnections()
        )
        stack.enter_context(closing(database))
        site = stack.enter_context(closing(Served(data, database.url)))
        yield site, database


@pytest.fixture(scope="module")
def answers(stage):
    """{address: (answer with the database, answer without it, answer once it is back)}."""
    site, database = stage
    addresses = [*AS_BEFORE, *FROM_THE_DATABASE, *PAGES, "/readyz"]
    got = []
    for change in (None, database.take_away, database.bring_back):
        if change:
            change()
            time.sleep(1.1)  # /readyz asks once a second
        got.append({address: _timed(site, address) for address in addresses})
    return {address: [one[address] for one in got] for address in addresses}


def _timed(site, address):
    begun = time.monotonic()
    answer = site.get(address)
    assert time.monotonic() - begun < SOON, address
    return answer


@pytest.mark.parametrize("address", AS_BEFORE)
def test_what_is_published_is_answered_as_before(answers, address):
    before, without, after = answers[address]
    assert before[0] < 500
    assert before == without == after


def test_what_is_answered_is_something(answers):
    found = {address: got[0][0] for address, got in answers.items()}
    assert {status for address, status in found.items() if address in AS_BEFORE} == {200, 301, 302, 400, 404}
    assert [found[address] for address in AS_BEFORE[:3]] == [200] * 3


@pytest.mark.parametrize("address", FROM_THE_DATABASE)
def test_other_data_says_when_to_come_back(answers, address):
    before, (status, headers, content), after = answers[address]
    assert before[0] == 200 and before == after
    assert (status, headers["content-type"]) == (503, "application/problem+json")
    assert headers["cache-control"] == "no-store"
    assert headers["access-control-allow-origin"] == "*"
    assert int(headers["retry-after"]) > 0
    assert json.loads(content)["detail"].startswith("The database does not answer.")


@pytest.mark.parametrize("address", PAGES)
def test_pages_say_so_and_lead_to_what_works(answers, address):
    before, (status, headers, content), after = answers[address]
    assert before[0] == after[0] != 503
    assert (status, headers["content-type"]) == (503, "text/html; charset=utf-8")
    assert headers["cache-control"] == "no-store"
    assert int(headers["retry-after"]) > 0
    assert b"/embed/v1/directory/" in content
    assert b"sqlite" not in content.lower() and b"postgres" not in content.lower()


def test_the_page_is_in_the_language_of_its_address(answers):
    assert b'lang="es"' in answers["/es/"][1][2]
    assert b'lang="eu"' in answers["/eu/nothing/"][1][2]


def test_visitors_are_still_sent_here_and_whoever_watches_is_told(answers):
    before, without, after = answers["/readyz"]
    assert [status for status, _headers, _content in (before, without, after)] == [200] * 3
    assert [json.loads(content)["database"] for _status, _headers, content in (before, without, after)] == [
        True,
        False,
        True,
    ]


def test_head_and_304_need_no_database_either(stage, answers):
    site, database = stage
    database.take_away()
    try:
        for address in (
            "/published/v1/directory.eu.json",
            "/api/v2/organisations/",
            "/embed/v1/directory/?lang=ar",
        ):
            status, headers, content = site.get(address, "HEAD")
            assert (status, content) == (200, b"")
            assert headers == site.get(address)[1]
            status, kept, content = site.get(address, If_None_Match=headers["etag"])
            assert (status, content, kept["etag"]) == (304, b"", headers["etag"])
            assert "content-length" not in kept and "content-type" not in kept
    finally:
        database.bring_back()
