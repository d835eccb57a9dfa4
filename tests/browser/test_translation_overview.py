"""The translation overview can be read by everybody: axe finds nothing, light or dark, wide or on a phone."""

import pytest

from tests.browser.axe import violations
from tests.browser.login import log_in

REPORT = "/admin/defenders/translations/"
# What axe finds in Wagtail's own sidebar and header, on every listing that has filters.
OF_WAGTAIL = {
    r"landmark-unique: .w-h-\[42px\]",
    'aria-allowed-role: h2[role="alert"]',
    "label-content-name-mismatch: .w-slim-header-action-button",
}
SCREENS = ("/admin/", REPORT, f"{REPORT}?language=eu&state=missing")


@pytest.fixture
def editor(site, open_page):
    """An editor who has logged in."""
    visit = open_page(locale="en-GB")
    log_in(visit.page, site)
    return visit


def test_the_overview_is_accessible_light_and_dark_wide_and_narrow(editor, site):
    page = editor.page
    for width, scheme in ((1280, "light"), (360, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        for screen in SCREENS:
            page.goto(f"{site.url}{screen}")
            assert set(violations(page)) <= OF_WAGTAIL, (width, scheme, screen)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, screen
    assert page.get_by_role("table").get_by_role("row").count() > 10
    assert page.get_by_role("rowheader").first.is_visible()
    assert editor.errors == []
