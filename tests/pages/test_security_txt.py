"""Where a weakness is reported stands where everybody looks for it (RFC 9116), if somebody said where that is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

ADDRESS = "/.well-known/security.txt"
CONTACT = "mailto:security@example.org"


def fields(text):
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_it_says_where_until_when_and_in_which_languages(settings):
    settings.DEFENDERS_SECURITY_CONTACT = CONTACT
    answer = Client().get(ADDRESS)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    said = fields(answer.text)
    assert list(said) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    assert said["Contact"] == CONTACT
    assert said["Canonical"] == f"https://defenders.example.org{ADDRESS}"
    assert said["Preferred-Languages"] == "es, eu, en, fr, ar"
    left = datetime.fromisoformat(said["Expires"]) - datetime.now(UTC)
    assert timedelta(days=90) < left < timedelta(days=365)


def test_what_can_be_expected_is_named_if_it_is_written_down(settings):
    settings.DEFENDERS_SECURITY_CONTACT = CONTACT
    settings.DEFENDERS_SECURITY_POLICY = "https://example.org/policy"
    assert fields(Client().get(ADDRESS).text)["Policy"] == "https://example.org/policy"


def test_it_leaves_as_everything_public_does(settings):
    settings.DEFENDERS_SECURITY_CONTACT = CONTACT
    answer = Client().get(ADDRESS)
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert Client().get(ADDRESS, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert Client().head(ADDRESS).content == b""


@pytest.mark.parametrize(("method", "status"), [("get", 404), ("head", 404), ("post", 405), ("options", 204)])
def test_without_a_contact_there_is_none(settings, method, status):
    settings.DEFENDERS_SECURITY_POLICY = "https://example.org/policy"
    answer = getattr(Client(), method)(ADDRESS)
    assert answer.status_code == status
    assert b"Policy" not in answer.content


def test_the_page_about_privacy_says_where_to_report(settings):
    assert "security@example.org" not in Client().get("/privacy/es/").text
    settings.DEFENDERS_SECURITY_CONTACT = CONTACT
    assert '<a href="mailto:security@example.org"' in Client().get("/privacy/es/").text
