"""Help found in three questions: by keyboard alone, with nothing sent, in Spanish and in Arabic."""

import re

import pytest

from tests.browser.axe import violations

DIRECTORY = "/embed/v1/directory/"
FOCUSED = """() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return (at?.labels?.[0] ?? at)?.innerText ?? '';
}"""


def opened(open_page, url):
    """Open a page with a directory and wait until everything it asks for is there."""
    visit = open_page(url)
    visit.page.locator("defenders-directory [part=card]").first.wait_for()
    visit.page.wait_for_load_state("networkidle")
    return visit, visit.page.locator("defenders-directory")


def focused(page):
    """Return the words of what has the focus, inside shadow roots too."""
    return " ".join(page.evaluate(FOCUSED).split())


def tab_to(page, words):
    """Press Tab until something that begins with the words has the focus."""
    for _ in range(40):
        if focused(page).startswith(words):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches “{words}”, the last was “{focused(page)}”")


def number_in(text):
    return int(re.search(r"\d+", text)[0])


def test_three_questions_by_keyboard_lead_to_the_list_and_nothing_is_sent(open_page, site):
    visit, directory = opened(open_page, f"{site.url}{DIRECTORY}?lang=es")
    page, press = visit.page, visit.page.keyboard.press
    all_of_them = number_in(directory.locator(".results-title").inner_text())
    tab_to(page, "Encontrar ayuda en tres preguntas")
    press("Enter")
    directory.get_by_text("Por ahora:").wait_for()
    asked = list(visit.requests)
    assert focused(page) == "¿Qué ayuda se necesita?"
    assert violations(page) == []

    tab_to(page, "Apoyo psicosocial")
    press("Space")
    found = directory.get_by_role("status").filter(has_text="Por ahora:")
    found.filter(has_not_text=str(all_of_them)).wait_for()
    press("Enter")
    assert focused(page) == "¿Dónde se necesita?"
    assert violations(page) == []
    assert directory.get_by_role("button", name="Saltar esta pregunta").is_visible()

    tab_to(page, "País donde se necesita ayuda")
    page.keyboard.type("Colombia")
    tab_to(page, "Siguiente")
    press("Enter")
    assert focused(page) == "¿Para quién?"
    tab_to(page, "Mujeres defensoras")
    press("Space")
    tab_to(page, "Mostrar las organizaciones")
    press("Enter")

    sentence = directory.locator(".finder-sentence:focus")
    sentence.wait_for()
    count = number_in(sentence.inner_text())
    words = "Organizaciones que ofrecen apoyo psicosocial, en Colombia, para mujeres defensoras"
    assert sentence.inner_text() == f"{words}: {count}"
    directory.locator(".results-title", has_text=f"{count} organizaciones").wait_for()
    assert 0 < count < all_of_them
    assert violations(page) == []

    tab_to(page, "Cambiar las respuestas")
    press("Enter")
    assert directory.get_by_role("checkbox", name=re.compile("^Apoyo psicosocial")).first.is_checked()
    press("Escape")
    assert focused(page) == "Encontrar ayuda en tres preguntas"
    assert directory.locator(".finder-questions").count() == 0
    directory.get_by_role("button", name="Quitar: Colombia").click()
    directory.locator(".results-title").filter(has_not_text=f"{count} ").wait_for()
    assert visit.requests == asked
    assert visit.leaves_no_trace()
    assert visit.errors == []


def test_when_nothing_is_found_ways_on_are_offered_in_arabic_too(open_page, site):
    visit = open_page(f"{site.url}{DIRECTORY}?lang=ar&country=CO&search=zzzz", width=360, height=740)
    page, directory = visit.page, visit.page.locator("defenders-directory")
    directory.get_by_role("button", name="العثور على مساعدة بثلاثة أسئلة").click()
    directory.get_by_role("button", name="عرض المنظمات").click()
    sentence = directory.locator(".finder-sentence:focus")
    sentence.filter(has_text="كولومبيا").wait_for()
    outcome = directory.get_by_role("region", name="العثور على مساعدة بثلاثة أسئلة")
    assert outcome.get_by_text("لا يعرف الدليل من يستوفي كل هذا").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(page) == []
    directory.get_by_role("button", name=re.compile("^من دون عوامل التصفية الأخرى")).click()
    directory.locator("[part=card]").first.wait_for()
    directory.get_by_role("button", name="تغيير الإجابات").click()
    assert directory.locator(".finder-questions").evaluate("e => getComputedStyle(e).direction") == "rtl"
    directory.get_by_role("button", name="عرض من يردّ على مدار الساعة").click()
    sentence.filter(has_text="تردّ على مدار الساعة").wait_for()
    urgent = directory.locator("[part=card]")
    assert urgent.count() == directory.locator("[part=card].card-urgent").count() > 0
    assert visit.errors == []


def test_without_its_module_the_filters_ask_the_same(open_page, site):
    visit = open_page()
    visit.page.route("**/finder.*.js", lambda route: route.abort())
    visit.page.goto(f"{site.url}{DIRECTORY}?lang=es")
    directory = visit.page.locator("defenders-directory")
    door = directory.get_by_role("button", name="Encontrar ayuda en tres preguntas")
    door.click()
    directory.locator("[type=search]:focus").wait_for()
    assert not door.is_visible()
    assert visit.errors == []


def test_without_scripts_three_questions_on_a_page_of_their_own_lead_to_the_list(open_page, site):
    visit = open_page(f"{site.url}/embed/v1/map/?lang=es", java_script_enabled=False, width=360)
    page = visit.page
    page.locator(".finder-way a").click()
    page.get_by_label("Apoyo psicosocial").check()
    page.get_by_label("País donde se necesita ayuda").select_option(label="Colombia")
    page.get_by_label("Mujeres defensoras").check()
    page.locator(".questions button").click()
    page.wait_for_url(re.compile("/embed/v1/directory/"))
    count = number_in(page.locator("#results").inner_text())
    assert page.locator(".answers p").first.inner_text().split(": ")[1].startswith(str(count))
    page.locator(".answers a").click()
    assert page.get_by_label("Apoyo psicosocial").is_checked()
    assert page.get_by_label("Mujeres defensoras").is_checked()
    assert visit.hosts() == {site.url}
    assert not visit.context.cookies()
