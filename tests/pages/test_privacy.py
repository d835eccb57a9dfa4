"""The page about privacy: in every language, for everybody, without a database, and true."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import NoReverseMatch
from django.utils.translation import override

from cms.common.languages import LANGUAGES
from cms.pages import privacy, privacy_statements
from cms.templatetags import defenders_site
from widgets import addresses, pages
from widgets.options import EmbedOptions

ROOT = Path(__file__).parents[2]
HOST = "https://defenders.example.org"
# What we keep or do not keep; the rest of the page is about others, or advice that needs no test.
OURS = {"visit", "editors"}
ALSO_OURS = {"pages-of-others", "whom-you-contact", "tor", "leaving"}
# Columns that other systems of this kind have.
TRACES_OF_PEOPLE = re.compile(r"(^|_)(ip|remote_addr|agent|referr?er|browser|device)(_|$)")


@pytest.fixture
def nobody():
    """A browser that met the site never before; the database answers nothing."""
    return Client()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_answers_in_every_language_without_a_database(nobody, lang):
    answer = nobody.get(f"/privacy/{lang}/")
    assert answer.status_code == 200
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in answer.text
    assert answer.text.count("<h1>") == 1
    assert answer.text.count("<dt>") == sum(
        len(section.statements) for section in privacy_statements.sections()
    )
    for other in LANGUAGES:
        assert f'hreflang="{other}" href="{HOST}/privacy/{other}/"' in answer.text
    assert f'<link rel="canonical" href="{HOST}/privacy/{lang}/">' in answer.text


def test_it_leaves_as_everything_public_does(nobody):
    answer = nobody.get("/privacy/es/", headers={"cookie": "sessionid=1", "accept-language": "fr"})
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in answer and not answer.cookies
    again = nobody.get("/privacy/es/", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert nobody.post("/privacy/es/").status_code == 405


def test_its_only_script_is_that_of_the_way_out(nobody):
    text = nobody.get("/privacy/eu/").text
    assert re.findall(r'<script type="module" src="([^"]+)"', text) == ["/static/defenders/site/exit.js"]
    assert text.count("<script") == 1
    assert "style=" not in text


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("fr-CA, en;q=0.5", "fr"), ("eu", "eu"), ("de", "es"), ("", "es"), ("\x00;;q=x", "es")],
)
def test_a_link_without_a_language_leads_to_the_browsers(nobody, wanted, given):
    answer = nobody.get("/privacy/", headers={"accept-language": wanted, "cookie": "django_language=ar"})
    assert (answer.status_code, answer["Location"]) == (302, f"/privacy/{given}/")
    assert (answer["Vary"], answer["Cache-Control"]) == ("Accept-Language", "no-store")


@pytest.mark.parametrize("rate", ["300/min", "5000/hour", "20/sec", None])
def test_how_long_requests_are_counted_is_what_is_set(nobody, settings, rate):
    settings.DEFENDERS_API_RATE = rate
    text = nobody.get("/privacy/en/").text
    assert ('id="counting"' in text) == (rate is not None)
    assert ("60 minutes" in text) == (rate == "5000/hour")


@pytest.mark.django_db
def test_the_sitemap_names_it_in_every_language(client):
    tree = ElementTree.fromstring(client.get("/sitemap-pages.xml").content)  # noqa: S314
    named = {place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{HOST}/privacy/{lang}/" for lang in LANGUAGES} <= named


@pytest.mark.parametrize("lang", LANGUAGES)
def test_embed_pages_lead_there_in_their_language(lang):
    assert pages.frame("directory", EmbedOptions(lang=lang))["privacy_url"] == f"/privacy/{lang}/"


def test_pages_lead_there_and_a_copy_elsewhere_does_not(nobody, published_root):
    assert 'href="/privacy/es/"' in nobody.get("/embed/").text
    assert 'href="/privacy/eu/"' in nobody.get("/privacy/eu/").text.partition("<footer")[2]
    from django.template.loader import render_to_string

    content = pages.frame("directory", EmbedOptions()) | {"mirror": {"start_url": "/"}}
    assert "/privacy/" not in render_to_string("widgets/embed/base.html", content)


def test_a_site_without_these_addresses_has_no_link(monkeypatch):
    def nowhere(*args, **kwargs):
        raise NoReverseMatch

    monkeypatch.setattr(defenders_site, "reverse", nowhere)
    monkeypatch.setattr(addresses, "reverse", nowhere)
    assert defenders_site.privacy_address("es") == ""
    assert addresses.privacy_page("es") == ""


def claims():
    """Return the keys of everything the page says of us."""
    with override("en"):
        return {
            statement.key
            for section in privacy_statements.sections()
            for statement in section.statements
            if section.key in OURS or statement.key in ALSO_OURS
        }


def test_a_test_stands_beside_everything_the_page_says_of_us():
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    promised = [row.split("|")[1] for row in text.splitlines() if row.startswith("| ") and "tests/" in row]
    named = {key for promise in promised for key in re.findall(r"`([a-z-]+)`", promise)}
    assert claims() - named == set()


def test_no_table_has_a_column_for_where_somebody_was_or_with_what():
    columns = {
        f"{model._meta.db_table}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete
        and (TRACES_OF_PEOPLE.search(field.name) or "IPAddress" in field.get_internal_type())
    }
    assert columns == set()


def test_an_account_is_what_the_page_says():
    kept = {
        field.name
        for field in get_user_model()._meta.get_fields()
        if field.concrete and not field.is_relation
    }
    assert kept == {
        "id", "username", "first_name", "last_name", "email", "password", "is_active", "is_staff", "is_superuser",
        "date_joined", "last_login",
    }  # fmt: skip


def test_the_languages_of_the_page_are_those_of_the_sitemap():
    assert [entry["url"] for entry in privacy.sitemap_entries()] == [
        f"{HOST}/privacy/{lang}/" for lang in LANGUAGES
    ]
