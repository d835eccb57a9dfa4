"""The guidance site as visitors meet it: with and without scripts, by keyboard, on paper, and in a hurry to leave."""

import re
from xml.etree import ElementTree

import pytest

from tests.browser.axe import violations
from tests.browser.error_pages import show_error_page

# A page of every type in its languages, by its neutral name.
PAGES = {
    "home": {"es": "/es/", "eu": "/eu/"},
    "who-accompanies": {"es": "/es/quien-acompana/", "eu": "/eu/nork-laguntzen-du/"},
    "temporary-protection": {"es": "/es/proteccion-temporal/", "eu": "/eu/aldi-baterako-babesa/"},
    "permanent-protection": {"es": "/es/proteccion-permanente/", "eu": "/eu/babes-iraunkorra/"},
    "training": {"es": "/es/formacion/", "eu": "/eu/prestakuntza/"},
    "protection-needs": {"es": "/es/necesidades-de-proteccion/", "eu": "/eu/babes-premiak/"},
    "about": {"es": "/es/sobre-la-iniciativa/", "eu": "/eu/ekimenari-buruz/"},
}
EVERY_PAGE = [(key, lang) for key, addresses in PAGES.items() for lang in addresses]

SHOWN = "[data-rotation] li[data-shown]"
A_WHILE = "01:00"  # longer than the longest testimony stays


@pytest.fixture
def elsewhere(open_page):
    """Return a function that opens a page whose way out leads to a page of the test's."""

    def visit_then_leave(address, **options):
        visit = open_page(**options)
        visit.context.route(
            "https://*.wikipedia.org/**",
            lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"),
        )
        visit.page.goto(address)
        return visit

    return visit_then_leave


def overflow(page):
    """Return by how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize(("key", "lang"), EVERY_PAGE)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_page_can_be_used_by_everybody(site, open_page, key, lang, width, scheme):
    visit = open_page(width=width, color_scheme=scheme, reduced_motion="reduce")
    visit.page.goto(site.url + PAGES[key][lang], wait_until="networkidle")
    assert visit.page.locator("h1").count() == 1
    assert visit.page.locator("html").get_attribute("lang") == lang
    assert violations(visit.page) == []
    assert overflow(visit.page) == 0
    assert visit.errors == []
    assert visit.hosts() == {site.url}
    assert visit.leaves_no_trace()


@pytest.mark.parametrize(("key", "lang"), EVERY_PAGE)
def test_every_page_reads_without_scripts(site, open_page, key, lang):
    visit = open_page(site.url + PAGES[key][lang], width=360, java_script_enabled=False)
    assert visit.page.locator("h1").is_visible()
    assert visit.page.locator("main").inner_text().strip()
    assert visit.page.locator("[data-rotation-controls]:visible").count() == 0
    for words in visit.page.locator(".testimony blockquote").all():
        assert words.is_visible()
    assert visit.page.locator(".quick-exit").get_attribute("href") == f"https://{lang}.wikipedia.org/"
    assert visit.hosts() == {site.url}


@pytest.mark.parametrize("lang", ["es", "eu", "ar"])
@pytest.mark.parametrize("status", [404, 500])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_error_pages_can_be_used_by_everybody(open_page, lang, status, width, scheme):
    visit = open_page(width=width, color_scheme=scheme)
    show_error_page(visit, status, lang)
    assert visit.page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
    assert violations(visit.page) == []
    assert overflow(visit.page) == 0
    way_out = visit.page.locator(".quick-exit").bounding_box()
    distance = way_out["x"] if lang == "ar" else width - way_out["x"] - way_out["width"]
    assert 0 < distance < 40


@pytest.mark.parametrize("scripts", [True, False])
def test_the_language_switch_keeps_the_page(site, open_page, scripts):
    visit = open_page(site.url + PAGES["training"]["es"], java_script_enabled=scripts)
    visit.page.get_by_role("link", name="Euskara").click()
    visit.page.wait_for_url(f"**{PAGES['training']['eu']}")


def test_the_menu_of_a_phone_opens_without_scripts(site, open_page):
    visit = open_page(site.url + "/es/", width=360, java_script_enabled=False)
    link = visit.page.locator(f".menu-folded a[href='{PAGES['about']['es']}']")
    assert not link.is_visible()
    visit.page.locator(".menu-folded summary").click()
    link.click()
    visit.page.wait_for_url(f"**{PAGES['about']['es']}")


def test_the_first_keys_lead_past_the_menu_and_out(site, open_page):
    page = open_page(site.url + PAGES["about"]["es"]).page
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("link => link === document.activeElement")
    page.keyboard.press("Tab")
    assert page.locator(".quick-exit").evaluate("link => link === document.activeElement")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_open_calls_come_first_and_say_what_a_family_must_know(site, open_page):
    page = open_page(site.url + PAGES["temporary-protection"]["es"], java_script_enabled=False).page
    states = [
        name.split("state-")[1]
        for name in page.locator(".state").evaluate_all("all => all.map(e => e.className)")
    ]
    order = ["open", "upcoming", "unknown", "closed"]
    assert len(states) >= 6
    assert states[0] == "open"
    assert states == sorted(states, key=order.index)
    assert page.locator(".card").first.locator("dt", has_text="Familia").count() == 1


def test_the_report_can_be_downloaded(site, open_page):
    visit = open_page(site.url + PAGES["protection-needs"]["eu"])
    with visit.page.expect_download() as download:
        visit.page.locator(".download a").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


# Testimonies


@pytest.fixture
def home(site, open_page):
    """Return a function that opens the home page with a clock that the test moves."""

    def open_home(**options):
        visit = open_page(**options)
        visit.page.clock.install()
        visit.page.goto(f"{site.url}/es/")
        visit.page.locator(SHOWN).wait_for()
        return visit.page

    return open_home


def words(page):
    # Not what is to be seen at this moment: one fades into the other.
    return page.locator(f"{SHOWN} blockquote").text_content()


def test_testimonies_follow_one_another_without_moving_the_focus(home):
    page = home()
    page.locator(".brand").focus()
    seen = [words(page)]
    for _ in range(2):
        page.clock.fast_forward(A_WHILE)
        seen.append(words(page))
    assert len(set(seen)) == 3
    assert page.locator(SHOWN).count() == 1
    assert page.locator(".brand").evaluate("link => link === document.activeElement")


def test_after_the_last_testimony_comes_the_first(home):
    page = home()
    first = words(page)
    for _ in range(page.locator("[data-rotation] li").count()):
        page.clock.fast_forward(A_WHILE)
    assert words(page) == first


def test_the_button_pauses_and_plays(home):
    page = home()
    pause = page.locator("[data-rotation-pause]")
    first, said = words(page), pause.inner_text()
    pause.click()
    assert pause.inner_text() != said
    page.mouse.move(0, 0)
    page.locator(".brand").focus()
    page.clock.fast_forward(A_WHILE)
    assert words(page) == first
    pause.click()
    page.mouse.move(0, 0)
    page.locator(".brand").focus()
    page.clock.fast_forward(A_WHILE)
    assert words(page) != first


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_testimonies_wait_while_somebody_points_at_them_or_is_inside(home, how):
    page = home()
    first = words(page)
    getattr(page.locator("[data-rotation-step='1']"), how)()
    page.clock.fast_forward(A_WHILE)
    assert words(page) == first


def test_who_wants_no_motion_turns_the_testimonies_by_hand(home):
    page = home(reduced_motion="reduce")
    first = words(page)
    page.clock.fast_forward(A_WHILE)
    assert words(page) == first
    page.locator("[data-rotation-step='1']").click()
    second = words(page)
    assert second != first
    assert page.locator(SHOWN).evaluate("slide => getComputedStyle(slide).transitionDuration") == "0s"
    page.locator("[data-rotation-step='-1']").click()
    assert words(page) == first


def test_motion_stops_when_it_is_no_longer_wanted(home):
    page = home()
    first = words(page)
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_function(
        "() => { const pause = document.querySelector('[data-rotation-pause]'); "
        "return pause.textContent === pause.dataset.play; }"
    )
    page.clock.fast_forward(A_WHILE)
    assert words(page) == first


def test_on_paper_everything_is_there_but_what_is_for_the_screen(site, open_page):
    page = open_page(f"{site.url}/es/").page
    page.locator(SHOWN).wait_for()
    page.emulate_media(media="print")
    assert all(words.is_visible() for words in page.locator(".testimony blockquote").all())
    for selector in (".quick-exit", ".rotation", ".languages"):
        assert not page.locator(selector).first.is_visible()


# Leaving


@pytest.mark.parametrize("how", ["click", "Escape", "Shift"])
def test_leaving_replaces_the_page_so_that_back_does_not_return_to_it(site, elsewhere, how):
    page = elsewhere(f"{site.url}/es/").page
    page.goto(site.url + PAGES["training"]["es"])
    if how == "click":
        page.locator(".quick-exit").click()
    else:
        for _ in range(3):
            page.keyboard.press(how)
    page.wait_for_url("https://es.wikipedia.org/")
    page.go_back()
    assert page.url == f"{site.url}/es/"


@pytest.mark.parametrize(
    "keys", [["Escape"] * 2, ["Shift"] * 2, ["Escape", "a", "Escape", "b", "Escape"], ["Shift+A"] * 4]
)
def test_other_keys_do_not_leave(site, elsewhere, keys):
    page = elsewhere(f"{site.url}/es/").page
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == f"{site.url}/es/"


def test_three_keys_that_are_far_apart_do_not_leave(site, elsewhere):
    page = elsewhere(f"{site.url}/es/").page
    for _ in range(3):
        page.keyboard.press("Escape")
        page.wait_for_timeout(1100)
    assert page.url == f"{site.url}/es/"


@pytest.mark.parametrize("lang", ["es", "ar"])
def test_error_pages_have_the_way_out_too(elsewhere, open_page, lang):
    visit = open_page()
    visit.context.route(
        "https://*.wikipedia.org/**", lambda route: route.fulfill(body="x", content_type="text/html")
    )
    show_error_page(visit, 404, lang)
    for _ in range(3):
        visit.page.keyboard.press("Escape")
    visit.page.wait_for_url(f"https://{lang}.wikipedia.org/")


def test_the_sitemap_leads_to_pages_that_exist_and_name_each_other(site, open_page):
    visit = open_page()
    answer = visit.context.request.get(f"{site.url}/sitemap-pages.xml").body()
    addresses = re.findall("<loc>(.*?)</loc>", answer.decode())
    assert ElementTree.fromstring(answer) is not None  # noqa: S314
    assert {f"{site.url}{one}" for versions in PAGES.values() for one in versions.values()} <= set(addresses)
    for address in addresses:
        assert visit.context.request.get(address).status == 200
