"""The translation editor in a real browser: a sentence is changed beside its source, and nobody is shut out."""

import pytest

from tests.browser.axe import violations
from tests.browser.login import log_in

LISTING = "/admin/snippets/defenders/organisationtext/"


@pytest.fixture
def editor(site, open_page):
    """The first text of the list that is translated from Spanish, in its editor."""
    visit = open_page(locale="en-GB")
    log_in(visit.page, site)
    visit.page.goto(f"{site.url}{LISTING}?locale=eu")
    visit.page.locator("td.title a, .title-wrapper a").first.click()
    visit.page.locator(".js-translation-editor li.complete").first.wait_for()
    return visit


def test_a_sentence_is_changed_beside_its_source_and_waits_for_approval(editor):
    page = editor.page
    sentence = page.locator(".js-translation-editor li.complete").first
    assert sentence.locator(":scope > p").get_attribute("lang") == "es"
    assert sentence.locator(":scope > div p").get_attribute("lang") == "eu"
    sentence.get_by_role("button", name="Edit").click()
    field = sentence.locator("textarea")
    assert (field.get_attribute("lang"), field.get_attribute("dir")) == ("eu", "ltr")
    field.fill("<p>Ez.</p>")
    sentence.get_by_role("button", name="Save").click()
    page.get_by_text("tag is not allowed").wait_for()
    sentence = page.locator(".js-translation-editor li.errored").first
    sentence.get_by_role("button", name="Edit").click()
    sentence.locator("textarea").fill("Beste hitz batzuk.")
    sentence.get_by_role("button", name="Save").click()
    page.get_by_text("Translated manually").first.wait_for()
    assert violations(page) == []
    page.locator(".w-dropdown__toggle:visible").last.click()
    page.get_by_role("button", name="Save as a draft").click()
    page.get_by_text("Visitors see what they saw before").wait_for()
    assert editor.errors == []
