"""Keys and passkeys with a real browser and an authenticator made of software; the pages for everybody."""

import os
import subprocess
import sys

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import ROOT

LOGIN, PASSWORD = "first-account", "a quiet sentence of one's own"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def first_account(site):
    """The account that somebody makes on the machine itself."""
    subprocess.run(  # noqa: S603
        [
            sys.executable,
            "manage.py",
            "createsuperuser",
            "--noinput",
            "--username",
            LOGIN,
            "--email",
            "first@example.org",
        ],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        | {
            "DATA_DIR": str(site.data),
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        },
        check=True,
        capture_output=True,
    )
    return LOGIN


def type_password(page, site):
    page.goto(f"{site.url}/accounts/login/?next=/admin/")
    page.fill("input[name=login]", LOGIN)
    page.fill("input[name=password]", PASSWORD)
    page.click("main form:first-of-type button[type=submit]")


def log_out(page, site):
    page.goto(f"{site.url}/accounts/logout/")
    page.click("main button[type=submit]")
    page.wait_for_url("**/accounts/login/")


def test_a_key_is_added_and_opens_the_editor_with_and_without_the_password(site, first_account, open_page):
    visit = open_page(locale="en-GB")
    page = visit.page
    devtools = visit.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    type_password(page, site)
    page.wait_for_url(f"{site.url}/admin/")

    page.goto(f"{site.url}/accounts/2fa/")
    assert violations(page) == []
    page.click("text=Add a key")
    assert violations(page) == []
    page.fill("input[name=name]", "This computer")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/2fa/recovery-codes/")
    assert page.locator(".codes li").count() == 10
    assert violations(page) == []
    page.goto(f"{site.url}/accounts/2fa/keys/")
    assert "This computer" in page.inner_text("main")
    assert violations(page) == []

    # The passkey alone.
    log_out(page, site)
    page.goto(f"{site.url}/accounts/login/?next=/admin/account/")
    page.click("#passkey_login")
    page.wait_for_url(f"{site.url}/admin/account/")
    page.locator("main").wait_for()

    # The password, then the key.
    log_out(page, site)
    type_password(page, site)
    page.wait_for_url("**/2fa/authenticate/")
    assert violations(page) == []
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url(f"{site.url}/admin/")

    # A key that does not answer is told to the person.
    log_out(page, site)
    devtools.send("WebAuthn.disable")
    type_password(page, site)
    page.wait_for_url("**/2fa/authenticate/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('cancelled')) }")
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_selector("[data-key-problem]:not([hidden])")
    assert visit.errors == []


@pytest.mark.parametrize(("width", "locale"), [(1280, "es-ES"), (360, "ar"), (360, "eu-ES")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_login_is_usable_by_everybody(site, open_page, width, locale, scheme):
    visit = open_page(
        f"{site.url}/accounts/login/?ended=idle", width=width, locale=locale, color_scheme=scheme
    )
    page = visit.page
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.goto(f"{site.url}/accounts/password/reset/")
    assert violations(page) == []
    assert visit.errors == []
    assert {host for host in visit.hosts() if host != site.url} == set()


def test_the_login_works_without_scripts(site, first_account, open_page):
    page = open_page(f"{site.url}/admin/pages/", java_script_enabled=False, locale="en-GB").page
    assert not page.locator("#passkey_login").is_visible()
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", site.password)
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{site.url}/admin/pages/")
