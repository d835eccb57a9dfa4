"""Tor Browser is told where a page is inside the Tor network, and nobody is told more than that."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from cms.pages.onion import OnionLocationMiddleware

ONION = "http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion"


@pytest.fixture(autouse=True)
def _has_an_onion(settings):
    settings.DEFENDERS_ONION_URL = ONION


def location(path, host="defenders.example.org", response=None, **headers):
    """Return what the middleware adds to an answer."""
    page = response or HttpResponse("<p>", headers={"Cache-Control": "public, max-age=300"})
    request = RequestFactory().get(path, headers={"host": host, **headers})
    return OnionLocationMiddleware(lambda request: page)(request).get("Onion-Location")


def test_a_page_names_itself_in_the_same_language_with_the_same_choice():
    assert location("/embed/v1/map/?lang=eu&country=CO") == f"{ONION}/embed/v1/map/?lang=eu&country=CO"


def test_nothing_else_can_come_into_the_address():
    assert location("/es//elsewhere.example/") == f"{ONION}/es//elsewhere.example/"
    assert location("/es/%0d%0aSet-Cookie:x") == f"{ONION}/es/%0D%0ASet-Cookie:x"


@pytest.mark.parametrize(
    "host", [ONION.removeprefix("http://"), ONION.removeprefix("http://").upper(), f"www.{ONION[7:]}:80"]
)
def test_who_came_by_tor_is_told_nothing(host):
    assert location("/es/", host) is None


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("{}", content_type="application/json"),
        HttpResponse("<p>", status=404),
        HttpResponse("<p>", headers={"Cache-Control": "no-store"}),
        HttpResponse("<p>", headers={"Cache-Control": "max-age=0, private"}),
    ],
)
def test_what_is_no_public_page_names_none(response):
    assert location("/x/?token=secret", response=response) is None


def test_an_answer_with_a_cookie_names_none():
    response = HttpResponse("<p>")
    response.set_cookie("a", "b")
    assert location("/", response=response) is None


def test_without_the_setting_nothing_is_said(settings):
    settings.DEFENDERS_ONION_URL = ""
    assert location("/es/") is None


def test_public_pages_of_the_site_say_it_and_the_login_does_not(db):
    client = Client()
    assert client.get("/privacy/eu/")["Onion-Location"] == f"{ONION}/privacy/eu/"
    for other in ("/accounts/login/", "/robots.txt", "/api/v2/organisations/", "/es/nowhere/"):
        assert "Onion-Location" not in client.get(other), other


def test_the_editor_is_not_led_there(admin_client):
    for page in ("/admin/", "/admin/account/"):
        assert "Onion-Location" not in admin_client.get(page, follow=True), page


def test_the_page_about_privacy_links_it():
    text = Client().get("/privacy/fr/").text
    assert f'<a href="{ONION}/privacy/fr/"' in text
