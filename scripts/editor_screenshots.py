"""What editors, reviewers and translators see, for `docs/editors.md` and `docs/editors.es.md`.

For the pictures one organisation is created and sent to review, its Basque translation begun and a table uploaded. All
of it is removed again. What stays: two discarded files under Imports, and lines in the site's history.
"""

import contextlib
import re

WIDTH, HEIGHT = 1280, 860
LANGUAGES = {"es": "es-ES", "en": "en-GB"}
SETTLE_MILLISECONDS = 1500

EDITOR, REVIEWER, TRANSLATOR, OWNER = "demo-editor", "demo-reviewer", "demo-translator-eu", "editor"
ORGANISATIONS = "/admin/snippets/defenders/organisation/"
NAME = "Casa Ejemplo de Acogida (ficticia)"
SUMMARY = "Acoge durante unos meses a personas defensoras en riesgo."
HOURS = "De lunes a viernes, de 9 a 17 h (hora de Bilbao)."
BASQUE = "Arriskuan dauden defendatzaileei harrera egiten die hilabete batzuetan."
TABLE = (
    "name,website,roles,places,summary_es\n"
    "Red Ejemplo del Sur (ficticia),https://sur.example.org,accompaniment,country: CO,Acompaña a defensoras.\n"
    "Red Ejemplo del Norte (ficticia),https://norte.example.org,company,country: CO,Una función que no existe.\n"
)


class Admin:
    """The admin as one person sees it in one language."""

    def __init__(self, page, address):
        self.page = page
        self.address = address

    def open(self, path, wait_for="main"):
        self.page.goto(f"{self.address}{path}")
        self.page.locator(wait_for).first.wait_for()

    def press(self, selector):
        """Press a button, also one in a menu that is closed."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.evaluate("button => button.click()")


@contextlib.contextmanager
def logged_in(browser, address, data, login, language="es"):
    """Give the Admin of a login of the demo, in a browser of that language."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale=LANGUAGES[language])
    page = context.new_page()
    page.goto(f"{address}/accounts/login/?next=/admin/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", (data / f"{login}-login").read_text())
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{address}/admin/")
    yield Admin(page, address)
    context.close()


def take(browser, address, data, save):
    """Take the pictures in each language; `save(page, name)` writes one."""
    made = {}
    try:
        with logged_in(browser, address, data, EDITOR) as editor:
            write_an_organisation(editor, made)
        with logged_in(browser, address, data, TRANSLATOR) as translator:
            begin_its_translation(translator, made)
        for language in LANGUAGES:
            for login, pictures in PICTURES.items():
                with logged_in(browser, address, data, login, language) as admin:
                    for name, picture in pictures.items():
                        admin.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
                        picture(admin, made)
                        admin.page.evaluate("window.scrollTo(0, 0)")
                        admin.page.wait_for_timeout(SETTLE_MILLISECONDS)
                        save(admin.page, f"editor-{name}-{language}")
    finally:
        with logged_in(browser, address, data, OWNER) as owner:
            remove(owner, made)


def write_an_organisation(editor, made):
    """Write an organisation and its Spanish text as drafts, and send both to review."""
    page = editor.page
    editor.open(f"{ORGANISATIONS}add/", "input[name=name]")
    page.fill("input[name=name]", NAME)
    page.fill("input[name=website]", "https://casa.example.org")
    editor.press("main footer button[type=submit]:not([name])")
    made["organisation"] = re.search(r"organisation=(\d+)", page.url)[1]
    page.locator("textarea[name=summary]").wait_for()
    page.fill("textarea[name=summary]", SUMMARY)
    page.fill("input[name=hours], textarea[name=hours]", HOURS)
    editor.press("main footer button[type=submit]:not([name])")
    editor.press("button[name=action-submit]")
    editor.open(f"{ORGANISATIONS}edit/{made['organisation']}/", "input[name=name]")
    editor.press("button[name=action-submit]")


def begin_its_translation(translator, made):
    """Translate one of its sentences into Basque."""
    page = translator.page
    translator.open(f"/admin/defenders/translations/?language=eu&q={NAME}", "table")
    page.locator("table a[href*='/localize/submit/']").first.click()
    page.locator("main form [type=submit]").first.click()
    page.get_by_role("button", name="Traducir", exact=True).first.click()
    page.locator("main textarea").last.fill(BASQUE)
    page.get_by_role("button", name="Guardar", exact=True).click()
    page.get_by_role("button", name="Editar", exact=True).first.wait_for()
    made["translation"] = page.url.split("/admin/")[1]


def remove(owner, made):
    """Delete what was made for the pictures."""
    for key in ("import_es", "import_en"):
        if key in made:
            owner.open(made[key])
            owner.press("form[action$='/discard/'] button")
    if "organisation" in made:
        owner.open(f"{ORGANISATIONS}delete/{made['organisation']}/", "main form")
        owner.press("main form [type=submit]")


def home(admin, made):
    admin.page.set_viewport_size({"width": WIDTH, "height": 1120})
    admin.open("/admin/")


def organisation(admin, made):
    admin.open(f"{ORGANISATIONS}?q=Red+Ejemplo")
    admin.page.get_by_role("link", name="Red Ejemplo").first.click()
    admin.page.locator("input[name=name]").wait_for()


def review(admin, made):
    admin.open(f"{ORGANISATIONS}edit/{made['organisation']}/", "input[name=name]")
    admin.page.locator("main footer .w-dropdown__toggle").first.click()


def preview(admin, made):
    organisation(admin, made)
    admin.page.locator("[data-side-panel-toggle=preview]").first.evaluate("button => button.click()")
    admin.page.select_option("#id_preview_mode", "page-eu")
    admin.page.frame_locator("#w-preview-iframe").locator("html[lang=eu] h1").wait_for()


def table(admin, made):
    language = admin.page.evaluate("document.documentElement.lang")[:2]
    admin.open("/admin/defenders/imports/upload/")
    file = {"name": "organisations.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    admin.page.set_input_files("input[name=file]", file)
    admin.page.click("main form[enctype] button[type=submit]")
    admin.page.locator(".defenders-import__row").first.wait_for()
    admin.page.set_viewport_size({"width": WIDTH, "height": 640})
    made[f"import_{language}"] = admin.page.url.removeprefix(admin.address)


def overview(admin, made):
    admin.open("/admin/defenders/translations/", "table")


def translation(admin, made):
    admin.open(f"/admin/{made['translation']}", ".js-translation-editor li")


# login -> {name of a picture: what is opened for it}
PICTURES = {
    REVIEWER: {"home": home, "review": review, "translations": overview},
    EDITOR: {"organisation": organisation, "preview": preview, "import": table},
    TRANSLATOR: {"translation": translation},
}
