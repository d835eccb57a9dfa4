"""The main job: what an editor changes and publishes is what every partner's page shows, in every language."""

import json
import time
import urllib.request

import pytest

from tests.browser.login import log_in

WITHIN_SECONDS = 60


def published(site, name):
    with urllib.request.urlopen(f"{site.url}/published/v1/{name}", timeout=20) as response:  # noqa: S310
        return json.loads(response.read())


def record(site, language, slug):
    found = [
        one for one in published(site, f"directory.{language}.json")["organisations"] if one["slug"] == slug
    ]
    return found[0] if found else None


def until(condition):
    """Wait until a condition holds, for as long as a publication may take."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.5)
    return False


@pytest.fixture
def editor(site, open_page):
    """An editor who has logged in."""
    visit = open_page(locale="es-ES")
    log_in(visit.page, site)
    return visit


SLUG = "red-ejemplo-de-acompanamiento"


def open_organisation(editor, site, name="Red Ejemplo"):
    editor.page.goto(f"{site.url}/admin/snippets/defenders/organisation/?q={name}")
    editor.page.get_by_role("link", name=name).first.click()
    editor.page.locator("input[name=name]").wait_for()


def publish(editor):
    editor.page.locator("button[name=action-publish]").first.evaluate("button => button.click()")
    editor.page.locator(".messages .success, .messages [class*=success]").first.wait_for()


def test_a_changed_phone_number_reaches_every_language_within_a_minute(editor, site):
    open_organisation(editor, site)
    inputs = editor.page.locator('input[name^="channels-"][name$="-value"]')
    index = next(i for i in range(inputs.count()) if inputs.nth(i).input_value() == "+12025550143")
    inputs.nth(index).evaluate(
        "input => { input.value = '+1 202 555 0199'; input.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    publish(editor)
    for language in ("es", "eu", "ar"):
        assert until(
            lambda language=language: (
                "+12025550199" in [contact["value"] for contact in record(site, language, SLUG)["contacts"]]
            )
        )
    assert editor.hosts() == {site.url}


def test_an_unpublished_organisation_is_gone_from_files_api_and_embed_pages(editor, site, open_page):
    slug = "programa-ejemplo-de-acogida"
    found = record(site, "es", slug)
    assert found
    editor.page.goto(f"{site.url}/admin/snippets/defenders/organisation/?q=Programa Ejemplo")
    href = editor.page.get_by_role("link", name="Programa Ejemplo").first.get_attribute("href")
    key = href.rstrip("/").split("/")[-1]
    editor.page.goto(f"{site.url}/admin/snippets/defenders/organisation/unpublish/{key}/")
    try:
        # The answer comes when it is published, which a busy machine takes its time for.
        editor.page.locator("form button[type=submit], form input[type=submit]").last.click(
            timeout=1000 * WITHIN_SECONDS
        )
        editor.page.locator(".messages").first.wait_for()
        assert until(lambda: record(site, "es", slug) is None and record(site, "eu", slug) is None)
        visit = open_page(
            f"{site.url}/embed/v1/directory/?search=Programa+Ejemplo", java_script_enabled=False
        )
        assert "Programa Ejemplo de" not in visit.page.locator("main").inner_text()
        answer = visit.context.request.get(f"{site.url}/api/v2/organisations/{found['id']}/")
        assert answer.status == 404
    finally:
        # Public again for the tests that come after.
        open_organisation(editor, site, "Programa Ejemplo")
        publish(editor)
        assert until(lambda: record(site, "es", slug) is not None)
