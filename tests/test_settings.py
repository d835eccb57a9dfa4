"""Settings are read when they are asked for, and a wrong one is named by the system checks."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured

from cms.checks import NEEDED_APPS
from cms.conf import DefendersSettings, Licence, defenders_settings

SECURITY = "django.middleware.security.SecurityMiddleware"
PUBLIC_ADDRESSES = "cms.api.middleware.PublicAddressMiddleware"
HEADERS = "cms.headers.middleware.HeadersMiddleware"
SESSIONS = "django.contrib.sessions.middleware.SessionMiddleware"
ON_DISK = "django.core.cache.backends.filebased.FileBasedCache"
ONION = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd"
REDIRECTS = "wagtail.contrib.redirects.middleware.RedirectMiddleware"


def problems():
    return {problem.id for problem in run_checks(tags=["defenders"])}


def test_the_shipped_settings_have_no_problem():
    assert problems() == set()


def test_a_changed_setting_holds_at_once(settings):
    settings.DEFENDERS_BASE_URL = "https://one.example.org/"
    assert defenders_settings.BASE_URL == "https://one.example.org"
    settings.DEFENDERS_LICENCE = {"name": "CC0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"}
    assert Licence("CC0", "https://creativecommons.org/publicdomain/zero/1.0/") == defenders_settings.LICENCE


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("DEFENDERS_BASE_URL", "", "defenders.E001"),
        ("DEFENDERS_BASE_URL", "example.org", "defenders.E001"),
        ("DEFENDERS_BASE_URL", "https://example.org/path", "defenders.E001"),
        ("DEFENDERS_BASE_URL", "ftp://example.org", "defenders.E001"),
        ("DEFENDERS_BASE_URL", "http://example.org", "defenders.E002"),
        ("DEFENDERS_PUBLISHED_ROOT", "", "defenders.E003"),
        ("DEFENDERS_PUBLISHED_STORAGE", "nowhere", "defenders.E022"),
        ("DEFENDERS_CORRECTIONS", "editors", "defenders.E023"),
        ("DEFENDERS_CORRECTIONS", "mailto:editors@example.org", "defenders.E023"),
        ("DEFENDERS_CORRECTIONS", "http://example.org/form", "defenders.E023"),
        ("DEFENDERS_CORRECTIONS", "https://example.org/form\nBcc: x", "defenders.E023"),
        ("DEFENDERS_CORRECTIONS", ["editors@example.org"], "defenders.E023"),
        ("DEFENDERS_CORRECTIONS", None, "defenders.E023"),
        ("DEFENDERS_SECURITY_CONTACT", "security@example.org", "defenders.E031"),
        ("DEFENDERS_SECURITY_CONTACT", "mailto:security", "defenders.E031"),
        ("DEFENDERS_SECURITY_CONTACT", "http://example.org/report", "defenders.E031"),
        ("DEFENDERS_SECURITY_CONTACT", "https://example.org/report\nExpires: 2099", "defenders.E031"),
        ("DEFENDERS_SECURITY_CONTACT", ["mailto:security@example.org"], "defenders.E031"),
        ("DEFENDERS_SECURITY_POLICY", "example.org/policy", "defenders.E032"),
        ("DEFENDERS_SECURITY_POLICY", None, "defenders.E032"),
        ("DEFENDERS_ONION_URL", f"http://{ONION[:-1]}x.onion", "defenders.E033"),
        ("DEFENDERS_ONION_URL", f"{ONION}.onion", "defenders.E033"),
        ("DEFENDERS_ONION_URL", f"http://{ONION}.onion/", "defenders.E033"),
        ("DEFENDERS_ONION_URL", f"http://{ONION}.onion/es", "defenders.E033"),
        ("DEFENDERS_ONION_URL", "https://example.org", "defenders.E033"),
        ("DEFENDERS_ONION_URL", None, "defenders.E033"),
        ("DEFENDERS_FALLBACKS", {"es": ("en",)}, "defenders.E004"),
        ("DEFENDERS_FALLBACKS", ["es"], "defenders.E004"),
        ("WAGTAIL_CONTENT_LANGUAGES", [("es", "Español")], "defenders.E005"),
        ("WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE", True, "defenders.E006"),
        ("WAGTAIL_I18N_ENABLED", False, "defenders.E011"),
        ("USE_I18N", False, "defenders.E011"),
        ("LANGUAGE_CODE", "en-us", "defenders.E012"),
        ("MIDDLEWARE", [SECURITY, SESSIONS], "defenders.E009"),
        ("MIDDLEWARE", [SESSIONS, PUBLIC_ADDRESSES], "defenders.E010"),
        ("MIDDLEWARE", [REDIRECTS, PUBLIC_ADDRESSES], "defenders.E010"),
        ("MIDDLEWARE", [PUBLIC_ADDRESSES, SECURITY, SESSIONS], "defenders.E010"),
        ("MIDDLEWARE", [SECURITY, PUBLIC_ADDRESSES, SESSIONS], "defenders.W006"),
        ("MIDDLEWARE", [SECURITY, HEADERS, PUBLIC_ADDRESSES, SESSIONS], "defenders.E027"),
        ("MIDDLEWARE", [SECURITY, PUBLIC_ADDRESSES, HEADERS, SESSIONS], "defenders.E027"),
        ("DEFENDERS_HEADLESS_PREVIEW_URL", "www.example.org/preview", "defenders.E013"),
        ("DEFENDERS_HEADLESS_PREVIEW_URL", "https://{key}.example.org/{token}", "defenders.E013"),
        ("DEFENDERS_HEADLESS_PREVIEW_URL", "https://example.org/{page_id}", "defenders.E013"),
        ("DEFENDERS_HEADLESS_PREVIEW_URL", ["https://example.org/"], "defenders.E013"),
        ("DEFENDERS_LARGEST_LOSS", 1.5, "defenders.E018"),
        ("DEFENDERS_LARGEST_LOSS", -0.1, "defenders.E018"),
        ("DEFENDERS_LARGEST_LOSS", "0.2", "defenders.E018"),
        ("DEFENDERS_LARGEST_LOSS", True, "defenders.E018"),
        ("DEFENDERS_PREVIEW_HOURS", 0, "defenders.E014"),
        ("DEFENDERS_PREVIEW_HOURS", "24", "defenders.E014"),
        ("DEFENDERS_API_RATE", "300", "defenders.E019"),
        ("DEFENDERS_API_RATE", 300, "defenders.E019"),
        ("DEFENDERS_API_RATE", ["300/min"], "defenders.E019"),
        ("DEFENDERS_NUM_PROXIES", -1, "defenders.E020"),
        ("DEFENDERS_NUM_PROXIES", "1", "defenders.E020"),
        ("DEFENDERS_NUM_PROXIES", True, "defenders.E020"),
        ("DEFENDERS_API_CACHE", "nowhere", "defenders.E021"),
        ("DEFENDERS_API_CACHE", "on_disk", "defenders.E021"),
        ("SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https"), "defenders.W004"),
        ("DEFENDERS_BASE_ADDRESS", "https://example.org", "defenders.W001"),
    ],
)
def test_a_wrong_setting_is_named(settings, name, value, problem):
    settings.CACHES = {**settings.CACHES, "on_disk": {"BACKEND": ON_DISK}}
    setattr(settings, name, value)
    assert problem in problems()


@pytest.mark.parametrize("more", [{"DEFENDERS_NUM_PROXIES": 1}, {"DEFENDERS_API_RATE": None}])
def test_a_proxy_may_be_counted_or_nobody_limited(settings, more):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for name, value in more.items():
        setattr(settings, name, value)
    assert problems() == set()


@pytest.mark.parametrize(("alone", "found"), [(True, set()), (False, {"defenders.E017"})])
def test_without_the_review_somebody_has_to_publish_alone(settings, alone, found):
    settings.WAGTAIL_WORKFLOW_ENABLED = False
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = alone
    assert problems() == found


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAGTAILIMAGES_IMAGE_FORM_BASE", ""),
        ("WAGTAILIMAGES_IMAGE_FORM_BASE", "wagtail.images.forms.BaseImageForm"),
        ("WAGTAILDOCS_DOCUMENT_FORM_BASE", "nowhere.Form"),
    ],
)
def test_forms_that_store_metadata_and_exchange_public_files_are_named(settings, name, value, alone):
    setattr(settings, name, value)
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = alone
    assert problems() == {"defenders.W003"}


def test_addresses_for_reports_and_of_tor_are_accepted(settings):
    settings.DEFENDERS_ONION_URL = f"http://{ONION}.onion"
    settings.DEFENDERS_SECURITY_POLICY = "https://example.org/policy"
    for contact in ("mailto:security@example.org", "https://example.org/report"):
        settings.DEFENDERS_SECURITY_CONTACT = contact
        assert problems() == set()


def test_other_middleware_may_stand_anywhere(settings):
    settings.MIDDLEWARE = [HEADERS, "example.first", SECURITY, "example.between", PUBLIC_ADDRESSES, SESSIONS]
    assert problems() == set()


@pytest.mark.parametrize("name", NEEDED_APPS)
def test_a_missing_app_is_named(monkeypatch, name):
    configs = [config for config in apps.get_app_configs() if config.name == name]
    monkeypatch.delitem(apps.app_configs, configs[0].label)
    assert [problem.msg for problem in run_checks(tags=["defenders"])] == [f"INSTALLED_APPS lacks {name}."]


def test_django_admin_beside_the_plugin_is_named(monkeypatch):
    monkeypatch.setitem(apps.app_configs, "admin", SimpleNamespace(name="django.contrib.admin"))
    assert problems() == {"defenders.E007"}


def test_django_refuses_the_locales_of_wagtail_beside_those_of_localize(settings):
    with pytest.raises(ImproperlyConfigured, match="wagtaillocales"):
        settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "wagtail.locales"]


def test_http_is_allowed_for_this_machine_only(settings):
    settings.DEFENDERS_BASE_URL = "http://localhost:8000"
    assert problems() == set()


def test_every_setting_is_named_and_read():
    source = (Path(__file__).parents[1] / "cms" / "conf.py").read_text()
    assert set(re.findall(r"DEFENDERS_[A-Z_]+", source)) - {"DEFENDERS_"} == set(DefendersSettings.NAMES)
