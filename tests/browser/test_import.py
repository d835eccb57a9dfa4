"""An import as an editor sees it, with scripts and without."""

import pytest

from tests.browser.axe import violations

CSV = (
    "name;website;roles;places;summary_es;summary_eu\n"
    "{name};https://{host}.example.org/;training;city: Bilbao, ES | seat;Una frase.;Esaldi bat.\n"
    "Fila mala;;nonsense;;;\n"
)


def log_in(site, visit):
    visit.page.goto(f"{site.url}/accounts/login/?next=/admin/")
    visit.page.fill("input[name=login]", "editor")
    visit.page.fill("input[name=password]", site.password)
    visit.page.click("main form:first-of-type button[type=submit]")
    visit.page.wait_for_url(f"{site.url}/admin/")
    return visit.page


def upload(site, page, name, host):
    page.goto(f"{site.url}/admin/defenders/imports/upload/")
    assert violations(page) == []
    content = CSV.format(name=name, host=host).encode("utf-8-sig")
    page.set_input_files(
        "input[name=file]", {"name": f"{host}.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.click("main form[enctype] button[type=submit]")


@pytest.mark.parametrize("width", [360, 1280])
def test_an_import_is_looked_at_decided_on_and_undone(site, open_page, width):
    page = log_in(site, open_page(width=width, locale="es-ES"))
    upload(site, page, f"Red Importada {width}", f"importada-{width}")
    # The script goes on by itself.
    page.locator(".defenders-import__row").first.wait_for()
    assert violations(page) == []
    assert page.locator(".defenders-import__problem--error").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("form[action$='/confirm/'] button")
    # A link to undo is beside the progress, too: the rows come with the result.
    page.locator("main .help-info").wait_for()
    page.locator(".defenders-import__row").first.wait_for()
    assert violations(page) == []
    link = page.get_by_role("link", name=f"Red Importada {width}").get_attribute("href")
    assert page.request.get(f"{site.url}{link}").status == 200
    page.click("a[href$='/undo/']")
    page.wait_for_url("**/undo/")
    assert violations(page) == []
    page.click("main form button[type=submit]")
    page.locator(".defenders-import__row").first.wait_for()
    assert page.request.get(f"{site.url}{link}").status == 404
    page.goto(f"{site.url}/admin/defenders/imports/")
    assert violations(page) == []


def test_without_scripts_a_button_goes_on(site, open_page):
    visit = open_page(locale="es-ES")
    log_in(site, visit)
    plain = open_page(java_script_enabled=False, storage_state=visit.context.storage_state()).page
    plain.goto(f"{site.url}/admin/defenders/imports/upload/")
    content = CSV.format(name="Red Sin Guiones", host="sin-guiones").encode()
    plain.set_input_files("input[name=file]", {"name": "x.csv", "mimeType": "text/csv", "buffer": content})
    plain.click("main form[enctype] button[type=submit]")
    plain.locator("progress").wait_for()
    plain.click("[data-import-step] button")
    plain.locator("form[action$='/discard/'] button").click()
    plain.wait_for_url(f"{site.url}/admin/defenders/imports/")
