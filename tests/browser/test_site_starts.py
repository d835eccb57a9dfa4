"""What `make run` serves, as somebody who has just cloned the project meets it."""

import json
import urllib.request

import pytest


def read(url):
    with urllib.request.urlopen(url, timeout=20) as response:  # noqa: S310
        return response.read()


def test_the_first_page_leads_to_everything_that_is_here(site, open_page):
    visit = open_page(f"{site.url}/", locale="es-ES")
    for address in ("/es/", "/eu/", "/en/", "/demo/", "/api/v2/organisations/", "/admin/"):
        link = visit.page.locator(f'a[href="{address}"]')
        assert link.count() == 1, address
        assert read(f"{site.url}{address}"), address
    assert visit.hosts() == {site.url}
    assert visit.errors == []


def test_the_login_of_the_terminal_opens_the_editor(site, open_page):
    visit = open_page(f"{site.url}/admin/")
    visit.page.fill("input[name=login]", "editor")
    visit.page.fill("input[name=password]", site.password)
    visit.page.click("main form:first-of-type button[type=submit]")
    visit.page.wait_for_url(f"{site.url}/admin/")
    assert visit.page.locator("[data-wagtail-sidebar], .sidebar").count()
    assert visit.hosts() == {site.url}


def test_all_sample_organisations_are_published(site):
    directory = json.loads(read(f"{site.url}/published/v1/directory.eu.json"))
    overview = json.loads(read(f"{site.url}/published/v1/overview.json"))
    assert len(directory["organisations"]) == overview["total"] == 175


@pytest.mark.parametrize("language", ["es", "eu", "en"])
def test_every_guidance_page_answers_and_is_reached_from_the_menu(site, open_page, language):
    visit = open_page(f"{site.url}/{language}/", java_script_enabled=False)
    addresses = {link.get_attribute("href") for link in visit.page.locator("header nav a").all()}
    sections = sorted(
        href for href in addresses if href.startswith(f"/{language}/") and href != f"/{language}/"
    )
    assert len(sections) == 6
    for address in sections:
        answer = visit.page.goto(f"{site.url}{address}")
        assert answer.status == 200, address
        assert visit.page.locator("h1").count() == 1
        assert visit.page.locator("html").get_attribute("lang") == language
