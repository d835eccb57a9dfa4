"""Whole days of the people who keep the directory, in their own browsers: what each does, and what visitors then see.

The stories build on one another, as the days of one organisation do.
"""

import json
import re
import time
import urllib.request

import pytest

from tests.browser.login import log_in

NAME = "Casa Prueba de Acogida"
SPANISH = "Acoge durante unos meses a personas defensoras en riesgo."
BASQUE = "Arriskuan dauden defendatzaileei hilabete batzuetan harrera egiten die."
ORGANISATIONS = "/admin/snippets/defenders/organisation/"
WITHIN_SECONDS = 60
FOOTER = "main footer"

TABLE = (
    "name,website,roles,areas_served,summary_es\n"
    "Red Importada de Prueba,https://importada.example.org,accompaniment,CO,Acompaña a quien defiende la tierra.\n"
    "Otra Red Importada,https://otra.example.org,no_such_role,CO,Una fila con un error.\n"
)


class Person:
    """Somebody with an account of the demo, in a browser of her own."""

    def __init__(self, site, page):
        self.site = site
        self.page = page

    def goto(self, path):
        answer = self.page.goto(f"{self.site.url}{path}")
        return answer.status

    def press(self, name, within="main"):
        """Press a button, also one in a menu that is closed: a click opens and chooses in one."""
        button = self.page.locator(within).get_by_role("button", name=name, include_hidden=True).first
        button.evaluate("button => button.click()")

    def is_told(self, words):
        self.page.locator(".messages").get_by_text(words).first.wait_for()

    def open_organisation(self, name):
        self.goto(f"{ORGANISATIONS}?q={name}")
        self.page.get_by_role("link", name=name).first.click()
        self.page.locator("input[name=name]").wait_for()
        return re.search(r"/edit/(\d+)/", self.page.url)[1]

    def approve(self, address):
        """Approve what is open for review at an address."""
        self.goto(address)
        self.page.locator("button[data-workflow-action-name=approve]").first.evaluate(
            "button => button.click()"
        )
        self.page.locator(".messages .success").first.wait_for()


@pytest.fixture(scope="module")
def person(site, chromium):
    """Return a function that gives the person of a login, logged in once for all stories."""
    contexts, known = [], {}

    def person_of(login):
        if login not in known:
            context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="es-ES")
            context.set_default_timeout(30_000)
            contexts.append(context)
            one = known[login] = Person(site, context.new_page())
            log_in(one.page, site, login)
        return known[login]

    yield person_of
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def editor(person):
    return person("demo-editor")


@pytest.fixture(scope="module")
def reviewer(person):
    return person("demo-reviewer")


@pytest.fixture(scope="module")
def translator(person):
    return person("demo-translator-eu")


@pytest.fixture(scope="module")
def public(site):
    """Return a function that gives the public record of a name in a language, or None."""

    def record(name, language="es"):
        address = f"{site.url}/published/v1/directory.{language}.json"
        with urllib.request.urlopen(address, timeout=20) as response:  # noqa: S310
            organisations = json.loads(response.read())["organisations"]
        return next((one for one in organisations if one["name"] == name), None)

    return record


def until(condition):
    """Wait for what has to be public, or gone, within a minute."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.3)
    return False


@pytest.fixture(scope="module")
def organisation(editor, reviewer, public):
    """An organisation from its creation to the eyes of visitors, through review; gives its key and its text's."""
    page = editor.page
    editor.goto(f"{ORGANISATIONS}add/")
    page.fill("input[name=name]", NAME)
    page.fill("input[name=website]", "https://casa-prueba.example.org")
    page.get_by_role("tab", name="Qué hace y para quién").click()
    page.locator("input[name=roles]").nth(1).check()
    editor.press("Guardar borrador", FOOTER)
    page.locator("textarea[name=summary]").wait_for()
    key = re.search(r"organisation=(\d+)", page.url)[1]
    page.fill("textarea[name=summary]", SPANISH)
    editor.press("Guardar borrador", FOOTER)
    page.wait_for_url(re.compile(r"/organisationtext/edit/\d+/"))
    text = re.search(r"/edit/(\d+)/", page.url)[1]
    assert page.locator("button[name=action-publish]").count() == 0
    editor.press(re.compile("^Enviar a"), FOOTER)
    page.locator(".messages .success").first.wait_for()
    editor.goto(f"{ORGANISATIONS}edit/{key}/")
    editor.press(re.compile("^Enviar a"), FOOTER)
    page.locator(".messages .success").first.wait_for()
    assert page.locator("main").get_by_text("No está a la vista").is_visible()
    assert public(NAME) is None

    reviewer.goto("/admin/")
    reviewer.page.get_by_role("link", name=NAME, exact=True).first.wait_for()
    reviewer.approve(f"{ORGANISATIONS}edit/{key}/")
    reviewer.approve(f"/admin/snippets/defenders/organisationtext/edit/{text}/")
    assert until(lambda: (record := public(NAME)) and record["summary"])
    yield key, text

    # Other tests count what is public.
    editor.goto(f"{ORGANISATIONS}unpublish/{key}/")
    page.locator("main form [type=submit]").last.click()
    assert until(lambda: public(NAME) is None)


def test_a_new_organisation_reaches_the_partners_page_in_two_languages(
    organisation, translator, reviewer, public, open_page, partner, site
):
    assert public(NAME, "eu")["summary"] == {"text": SPANISH, "lang": "es", "outdated": False}

    # The translator finds it in her report, translates it, and asks for a review.
    page = translator.page
    translator.goto("/admin/")
    page.get_by_role("link", name=re.compile("Euskara")).first.wait_for()
    translator.goto(f"/admin/defenders/translations/?language=eu&q={NAME}")
    page.locator("table a[href*='/localize/submit/']").first.click()
    page.locator("main form [type=submit]").first.click()
    page.get_by_role("button", name="Traducir", exact=True).click()
    page.locator("main textarea").last.fill(BASQUE)
    page.get_by_role("button", name="Guardar", exact=True).click()
    page.get_by_role("button", name="Editar", exact=True).wait_for()
    translator.press("Enviar a revisión")
    translator.is_told(re.compile("revisión"))
    assert public(NAME, "eu")["summary"]["lang"] == "es"

    reviewer.goto(page.url.removeprefix(site.url))
    reviewer.page.get_by_role("button", name="Aprobar y publicar").click()
    assert until(lambda: public(NAME, "eu")["summary"] == {"text": BASQUE, "lang": "eu", "outdated": False})

    for language, words in (("es", SPANISH), ("eu", BASQUE)):
        widget = f'<defenders-directory lang="{language}" search="{NAME}"></defenders-directory>'
        script = f'<script type="module" src="{site.url}/widgets/v1/defenders-directory.js"></script>'
        visit = open_page(
            partner(f"story-{language}.html", f"<!doctype html><title>P</title>{widget}{script}")
        )
        visit.page.get_by_text(words).wait_for()
        assert visit.errors == []


def test_a_correction_waits_for_a_second_person_and_is_then_right_everywhere(
    organisation, editor, reviewer, public
):
    key, _text = organisation
    editor.goto(f"{ORGANISATIONS}edit/{key}/")
    editor.page.fill("input[name=website]", "https://casa-nueva.example.org")
    editor.press(re.compile("^Enviar a"), FOOTER)
    editor.page.locator(".messages .success").first.wait_for()
    assert public(NAME)["website"] == "https://casa-prueba.example.org"
    assert editor.goto(f"/admin/snippets/defenders/organisation/edit/{key}/") == 200
    assert editor.page.locator("button[data-workflow-action-name=approve]").count() == 0

    reviewer.approve(f"{ORGANISATIONS}edit/{key}/")
    for language in ("es", "eu", "ar"):
        assert until(
            lambda language=language: public(NAME, language)["website"] == "https://casa-nueva.example.org"
        )


def test_a_source_that_changed_tells_the_translator_which_sentence(
    organisation, editor, reviewer, translator, public
):
    key, text = organisation
    editor.goto(f"/admin/snippets/defenders/organisationtext/edit/{text}/")
    editor.page.fill("textarea[name=summary]", "Acoge durante un año a personas defensoras en riesgo.")
    editor.press(re.compile("^Enviar a"), FOOTER)
    editor.page.locator(".messages .success").first.wait_for()
    reviewer.approve(f"/admin/snippets/defenders/organisationtext/edit/{text}/")
    # The Basque text that was approved stays, and says that it is behind.
    assert until(lambda: public(NAME, "eu")["summary"] == {"text": BASQUE, "lang": "eu", "outdated": True})

    page = translator.page
    translator.goto(f"/admin/defenders/translations/?language=eu&state=outdated&q={NAME}")
    page.locator("table a[href*='/organisationtext/edit/']").first.click()
    page.get_by_text("un año").first.wait_for()
    page.get_by_text("unos meses").first.wait_for()
    # Facts and other languages are not hers.
    translator.goto(f"{ORGANISATIONS}edit/{key}/")
    assert page.locator("input[name=name]").count() == 0
    translator.goto(f"/admin/snippets/defenders/organisationtext/edit/{text}/")
    assert page.locator("textarea[name=summary]").count() == 0


def test_an_organisation_in_danger_is_withdrawn_by_one_person_and_comes_back(
    organisation, editor, reviewer, public, site, open_page
):
    key, _text = organisation
    found = public(NAME)
    editor.goto(f"{ORGANISATIONS}edit/{key}/")
    editor.page.locator("main").get_by_role("link", name="Retirar").first.click()
    editor.page.fill("textarea[name=reason]", "Ha recibido amenazas.")
    editor.press("Retirar")
    editor.page.locator(".messages .success").first.wait_for()
    assert until(lambda: public(NAME) is None and public(NAME, "eu") is None)
    visit = open_page(f"{site.url}/embed/v1/organisations/{found['slug']}/", java_script_enabled=False)
    assert NAME not in visit.page.content()
    assert visit.context.request.get(f"{site.url}/api/v2/organisations/{found['id']}/").status == 404

    reviewer.goto(f"{ORGANISATIONS}edit/{key}/")
    reviewer.page.locator("main").get_by_role("link", name="Anular la retirada").first.click()
    reviewer.press("Anular la retirada")
    reviewer.page.locator(".messages .success").first.wait_for()
    assert until(lambda: public(NAME) and public(NAME, "eu")["summary"]["text"] == BASQUE)


def test_an_import_is_a_proposal_that_can_be_taken_back(organisation, editor, public, tmp_path):
    file = tmp_path / "organisations.csv"
    file.write_text(TABLE, encoding="utf-8")
    page = editor.page
    editor.goto("/admin/defenders/imports/upload/")
    page.set_input_files("main input[type=file]", str(file))
    page.locator("main form button[type=submit]").first.click()
    page.locator("main").get_by_text("no_such_role").first.wait_for()
    page.locator("main").get_by_role("button", name=re.compile("^Importar 1")).click()
    page.get_by_role("link", name="Deshacer esta importación").wait_for()
    editor.goto(f"{ORGANISATIONS}?q=Red Importada")
    page.get_by_role("link", name="Red Importada de Prueba").first.wait_for()
    assert public("Red Importada de Prueba") is None

    page.go_back()
    page.get_by_role("link", name="Deshacer esta importación").click()
    page.wait_for_url(re.compile("/undo/"))
    editor.press("Deshacer esta importación")
    page.get_by_text("Deshecha", exact=True).first.wait_for()
    editor.goto(f"{ORGANISATIONS}?q=Red Importada")
    assert page.get_by_role("link", name="Red Importada de Prueba").count() == 0
