"""Our screens of the admin are usable by everybody: axe, keyboard, focus, light and dark, wide and on a phone."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE

SNIPPETS = "/admin/snippets/defenders/"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 800}

# What Wagtail's own markup does on its screens, (rule, element): whatever else is found is ours.
KNOWN = {
    # The heading of its forms is an h2, though it looks like the first.
    ("page-has-heading-one", "html"),
    # The bar with the breadcrumbs is a header beside the one of the page.
    ("landmark-unique", ".w-h-\\[42px\\]"),
}

LISTINGS = ("organisation", "organisationtext", "category", "programme")


@pytest.fixture(scope="module")
def editor(site, chromium):
    """A page on which the editor of the sample content works, in English, the same for the whole file."""
    context = chromium.new_context(viewport=WIDE, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{site.url}/accounts/login/?next=/admin/")
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", site.password)
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{site.url}/admin/")
    # Leaving a changed form asks; here it is left.
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    context.close()


@pytest.fixture
def new_organisation(editor, site):
    """The form of a new organisation, as it is when it is opened."""
    editor.set_viewport_size(WIDE)
    editor.goto(f"{site.url}{SNIPPETS}organisation/add/")
    return editor


def open_tab(page, number):
    page.locator(".w-tabs__list [role=tab]").nth(number).click()


def edit_first(page, site, model):
    """Open the first of a kind in its form; return its address."""
    page.goto(f"{site.url}{SNIPPETS}{model}/")
    page.locator("td.title a, .title-wrapper a").first.click()
    page.wait_for_selector("#w-editor-form")
    return page.url


def found(page, rules=None):
    """Return ["rule: element", ...] that axe finds on the page as it is, but for what is known of Wagtail."""
    # Not the axe that Wagtail brings, which has rules of its own.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"iframes": False, "resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    violations = page.evaluate(
        "options => axe.run(document, options).then(({ violations }) => violations)", options
    )
    hits = {(one["id"], str(node["target"][0])) for one in violations for node in one["nodes"]}
    return sorted(f"{rule}: {element}" for rule, element in hits - KNOWN)


def found_in_both_themes(page):
    # Colours that are still changing would be measured on their way.
    page.add_style_tag(content="* { animation: none !important; transition: none !important; }")
    page.emulate_media(color_scheme="light")
    light = found(page)
    page.emulate_media(color_scheme="dark")
    dark = [f"dark {one}" for one in found(page, ["color-contrast"])]
    page.emulate_media(color_scheme="light")
    return light + dark


@pytest.mark.parametrize("model", LISTINGS)
def test_a_listing_and_a_form_are_accessible(editor, site, model):
    editor.set_viewport_size(WIDE)
    editor.goto(f"{site.url}{SNIPPETS}{model}/")
    assert found(editor) == []
    edit_first(editor, site, model)
    assert found_in_both_themes(editor) == []


def test_every_tab_of_a_new_organisation_is_accessible(new_organisation):
    for number in range(5):
        open_tab(new_organisation, number)
        if number == 2:
            new_organisation.locator("#inline_child_places-0 input[value=exact]").check()
            assert found_in_both_themes(new_organisation) == []
        assert found(new_organisation) == [], number


@pytest.mark.parametrize("action", ["withdraw", "verify", "delete"])
def test_the_pages_that_ask_before_something_happens_are_accessible(editor, site, action):
    address = edit_first(editor, site, "organisation").replace("/edit/", f"/{action}/")
    assert editor.goto(address).ok
    assert found_in_both_themes(editor) == []


def test_a_form_with_errors_says_so_first_and_leads_to_each_of_them(new_organisation):
    page = new_organisation
    page.fill("#id_name", "Red de prueba")
    page.fill("#id_website", "nowhere")
    open_tab(page, 3)
    page.locator("select[name=channels-0-kind]").select_option("phone")
    page.fill("#id_channels-0-value", "call us")
    page.locator("#w-editor-form footer button[type=submit]").first.click()
    expect(page.locator(".defenders-errors")).to_be_focused()
    assert found_in_both_themes(page) == []
    assert page.locator(".w-tabs__errors:visible").count() == 2
    for element in ("id_channels-0-value", "id_website"):
        page.locator(f'.defenders-errors a[href="#{element}"]').press("Enter")
        expect(page.locator(f"#{element}")).to_be_focused()
    assert page.input_value("#id_channels-0-value") == "call us"


def test_areas_are_chosen_and_removed_by_keyboard_under_any_of_their_names(new_organisation):
    page = new_organisation
    open_tab(page, 1)
    box = page.locator("#id_areas_served-find")
    for typed, code in (("alem", "DE"), ("MÉX", "MX"), ("Côte", "CI"), ("afr", "africa"), ("magyar", "HU")):
        box.press_sequentially(typed)
        assert box.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Enter")
        assert page.locator(f"input[name=areas_served][value={code}]").is_checked(), typed
    chips = page.locator(".defenders-chips").filter(has=page.get_by_role("button", name="Remove Germany"))
    assert chips.locator("button").count() == 5
    assert found(page) == []
    page.get_by_role("button", name="Remove Germany").press("Enter")
    assert not page.locator("input[name=areas_served][value=DE]").is_checked()
    assert page.evaluate("document.activeElement.matches('.defenders-chip')")
    box.press_sequentially("xyz")
    assert page.get_by_text("Nothing in the list has this name.").first.is_visible()
    page.keyboard.press("Escape")


def test_a_country_is_found_by_typing_and_never_by_accident(new_organisation):
    page = new_organisation
    open_tab(page, 2)
    page.locator("#inline_child_places-0 input[value=country]").check()
    box, select = page.locator("#id_places-0-country-find"), page.locator("select[name=places-0-country]")
    box.press_sequentially("esp")
    assert found(page) == []
    page.keyboard.press("Enter")
    assert (select.input_value(), box.input_value()) == ("ES", "Spain")
    box.fill("Deutschland")
    page.keyboard.press("Tab")
    assert (select.input_value(), box.input_value()) == ("DE", "Germany")
    box.fill("Nowh")
    page.keyboard.press("Tab")
    assert (select.input_value(), box.input_value()) == ("DE", "Germany")
    box.fill("")
    page.keyboard.press("Tab")
    assert select.input_value() == ""


def test_hints_come_while_somebody_types(editor, site):
    edit_first(editor, site, "organisationtext")
    # What was typed is saved by itself: it differs each time.
    editor.fill("#id_summary", f"La oficina está en la calle Mayor, 12. {uuid4()}".ljust(189, "x"))
    hints = editor.locator("#id_summary-hints")
    hints.get_by_text("calle Mayor, 12").wait_for()
    assert hints.get_by_text("189 characters").is_visible()
    assert editor.locator(".defenders-hints__count").inner_text() == "189 / 160"
    editor.locator("[role=textbox]").first.click()
    editor.keyboard.type("Llama al 600 123 456.")
    editor.locator("#id_description-hints").get_by_text("600 123 456").wait_for()
    assert found_in_both_themes(editor) == []


def test_on_a_phone_nothing_is_wider_than_the_screen(new_organisation):
    page = new_organisation
    page.set_viewport_size(NARROW)
    for number in range(5):
        open_tab(page, number)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], number
    page.set_viewport_size(WIDE)


def test_without_scripts_the_plain_controls_are_there(editor, site, chromium):
    state = editor.context.storage_state()
    context = chromium.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(f"{site.url}{SNIPPETS}organisation/add/")
    assert page.locator("input[name=areas_served][value=DE]").count() == 1
    assert page.locator("[role=combobox]:visible").count() == 0
    hidden = page.evaluate("document.querySelector('select[name=places-0-country]').hidden")
    context.close()
    assert hidden is False
