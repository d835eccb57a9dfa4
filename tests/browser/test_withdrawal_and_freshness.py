"""A guidance page is withdrawn and comes back before a real browser; the screens about it are accessible."""

import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest

from tests.browser.login import log_in
from tests.browser.test_admin_accessibility import found_in_both_themes


@pytest.fixture
def editor(site, open_page):
    """An editor who has logged in, in English."""
    page = open_page(locale="en-GB", reduced_motion="reduce").page
    log_in(page, site)
    return page


def status(url):
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def choose_in_header(page, label):
    page.locator("header button[aria-label='Actions'], header .w-dropdown button").first.click()
    page.get_by_role("link", name=label).click()


def test_a_page_is_gone_in_every_language_with_one_confirmed_action_and_comes_back(editor, site):
    editor.goto(f"{site.url}/es/")
    section = editor.get_by_role("link", name="Formación").first.get_attribute("href")
    editor.goto(f"{site.url}{section}")
    basque = editor.locator("link[rel=alternate][hreflang=eu]").get_attribute("href")
    addresses = [f"{site.url}{path}" for path in (section, urlsplit(basque).path)]
    assert [status(address) for address in addresses] == [200, 200]
    editor.goto(f"{site.url}/admin/pages/search/?q=Formación")
    editor.locator("td.title a").first.click()
    editor.wait_for_url("**/edit/")
    edit = editor.url
    choose_in_header(editor, "Withdraw in all languages")
    editor.wait_for_url("**/withdraw/")
    assert found_in_both_themes(editor) == []
    editor.fill("textarea[name=reason]", "Out of date")
    editor.get_by_role("button", name="Withdraw in all languages").click()
    editor.wait_for_url(edit)
    assert "Out of date" in editor.locator(".messages").inner_text()
    try:
        assert [status(address) for address in addresses] == [404, 404]
        editor.goto(f"{site.url}/es/")
        assert section not in editor.content()
    finally:
        editor.goto(edit)
        choose_in_header(editor, "End the withdrawal")
        editor.wait_for_url("**/restore/")
        editor.get_by_role("button", name="End the withdrawal").click()
        editor.wait_for_url(edit)
    assert [status(address) for address in addresses] == [200, 200]


def test_the_report_and_the_action_on_places_are_accessible(editor, site):
    for width in (1280, 360):
        editor.set_viewport_size({"width": width, "height": 900})
        editor.goto(f"{site.url}/admin/defenders/freshness/")
        assert editor.locator(".defenders-post-button button").count() > 1
        assert found_in_both_themes(editor) == []
    editor.goto(f"{site.url}/admin/snippets/defenders/organisation/")
    edit = editor.locator("td.title a").first.get_attribute("href")
    editor.goto(f"{site.url}{edit.replace('/edit/', '/coarsen/')}")
    assert editor.locator("input[name=place]").count() >= 1
    assert found_in_both_themes(editor) == []
