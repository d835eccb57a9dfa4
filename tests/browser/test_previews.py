"""An editor looks at a draft in Basque before anybody else does, and shows it to somebody without an account."""

import pytest

from tests.browser.axe import violations
from tests.browser.login import log_in

NAME = "Zirriborro bat"


@pytest.fixture
def editor(site, open_page):
    """An editor who has logged in."""
    visit = open_page(locale="es-ES")
    log_in(visit.page, site)
    return visit


def test_a_draft_is_seen_in_basque_beside_its_form_and_through_a_link(editor, site, open_page):
    page = editor.page
    page.goto(f"{site.url}/admin/snippets/defenders/organisation/?q=Red Ejemplo")
    page.get_by_role("link", name="Red Ejemplo").first.click()
    page.locator("input[name=name]").wait_for()
    assert violations(page) == []
    edit = page.url
    key = edit.rstrip("/").split("/")[-1]

    page.fill("input[name=name]", NAME)
    page.locator("[data-side-panel-toggle=preview]").first.evaluate("button => button.click()")
    page.select_option("#id_preview_mode", "page-eu")
    shown = page.frame_locator("#w-preview-iframe")
    shown.locator("html[lang=eu] h1", has_text=NAME).wait_for()
    assert shown.locator("aside.preview").is_visible()

    page.goto(f"{site.url}/admin/defenders/preview-links/organisation/{key}/")
    assert violations(page) == []
    link = page.locator("#preview-link-eu").input_value()
    visitor = open_page(link)
    assert visitor.page.locator("html[lang=eu] h1").inner_text().startswith("Red Ejemplo")
    assert violations(visitor.page) == []
    assert visitor.leaves_no_trace()
    assert visitor.hosts() == {site.url}
