"""Places are found and marked with what this site has itself; every other screen: `test_policy_of_the_editor`."""

import pytest

from tests.browser.login import log_in


@pytest.fixture
def editor(site, open_page):
    """An editor who has logged in."""
    visit = open_page(locale="en-GB")
    log_in(visit.page, site)
    return visit


@pytest.fixture
def places(editor, site):
    """The tab of the places of a new organisation, where one place is open."""
    editor.page.goto(f"{site.url}/admin/snippets/defenders/organisation/add/")
    editor.page.locator(".w-tabs__list [role=tab]").nth(2).click()
    return editor.page.locator("#inline_child_places-0")


def test_a_place_is_found_and_marked_without_asking_another_site(editor, site, places):
    places.locator("input[value=exact]").check()
    places.locator("input[name=places-0-city_id-name]").press_sequentially("bilb", delay=30)
    places.locator("[role=option]").first.wait_for()
    editor.page.keyboard.press("ArrowDown")
    editor.page.keyboard.press("Enter")
    assert places.locator("select").input_value() == "ES"
    assert places.locator("input[name=places-0-city_id]").input_value() == "3128026"
    places.locator(".leaflet-container path").first.wait_for(state="attached")
    places.locator(".leaflet-field").click(position={"x": 200, "y": 150})
    assert places.locator(".defenders-office__marker").count() == 1
    typed = places.locator("input[name=places-0-point-typed]")
    assert typed.input_value().count(".") == 2
    places.get_by_role("button", name="point").click()
    assert typed.input_value() == ""
    assert places.locator(".defenders-office__marker").count() == 0
    assert editor.hosts() == {site.url}
    assert editor.errors == []


@pytest.mark.parametrize(("precision", "shown"), [("exact", 4), ("city", 3), ("country", 2), ("hidden", 0)])
def test_only_the_fields_of_the_chosen_precision_are_shown(places, precision, shown):
    assert places.locator("[data-place-field]:visible").count() == 0
    places.locator(f"input[value={precision}]").check()
    assert places.locator("[data-place-field]:visible").count() == shown


def test_a_coarser_precision_warns_before_anything_is_saved(editor, site):
    editor.page.goto(f"{site.url}/admin/snippets/defenders/organisation/?q=Ejemplo")
    editor.page.get_by_role("link", name="Ejemplo").first.click()
    editor.page.locator(".w-tabs__list [role=tab]").nth(2).click()
    finest = editor.page.locator(
        "input[type=radio][data-stored=exact], input[type=radio][data-stored=city]"
    ).first
    place = editor.page.locator("[data-inline-panel-child]").filter(has=finest).first
    warning = place.locator("[data-place-warning]")
    assert not warning.is_visible()
    place.locator("input[value=hidden]").check()
    assert warning.is_visible()
