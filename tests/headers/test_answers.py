"""Whatever an address answers, it has the headers of its kind, and a visitor gets no cookie."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import RequestFactory, override_settings
from wagtail.documents.models import Document
from wagtail.models import Page, Site

from cms.common.http.policies import Kind, headers_of
from cms.common.languages import LANGUAGES
from cms.directory import publish as publication
from cms.headers.elsewhere import elsewhere
from cms.models import HomePage
from tests.conftest import TODAY
from tests.factories import OrganisationFactory, locale
from widgets.wsgi import PublicFiles

REDIRECT, FOUND, MISSING, WRONG, NOT_ALLOWED, NO_ANSWER = 301, 200, 404, 400, 405, 204
# Method, address, headers of the request, status, kind.
ANSWERS = [
    *(("get", path, {}, FOUND, Kind.FILE) for path in (
        "/api/v2/organisations/", "/api/v2/schema/", "/published/v1/directory.es.json",
        "/published/v1/manifest.json", "/widgets/v1/defenders.js", "/embed/v1/style.css",
        "/oembed/?url=https://defenders.example.org/embed/v1/map/", "/robots.txt", "/sitemap.xml",
    )),
    *(("get", path, {}, FOUND, Kind.EMBED) for path in (
        "/embed/v1/map/", "/embed/v1/directory/?lang=ar", "/embed/v1/finder/", "/embed/v1/organisations/abaco/",
        "/embed/v1/directory/?lang=es&sheet=1",
    )),
    ("get", "/embed/v1/map.dark.webp", {}, FOUND, Kind.MEDIA),
    ("get", "/embed/", {}, FOUND, Kind.BUILDER),
    ("get", "/api/v2/docs/", {}, FOUND, Kind.API_DOCS),
    ("get", "/livez", {}, FOUND, Kind.HEALTH),
    ("get", "/readyz", {}, FOUND, Kind.HEALTH),
    ("get", "/es/", {}, FOUND, Kind.PAGE),
    ("get", "/privacy/eu/", {}, FOUND, Kind.PAGE),
    ("get", "/accounts/login/", {}, FOUND, Kind.ACCOUNT),
    # Nothing changed.
    ("get", "/api/v2/organisations/", {"if-none-match": "*"}, 304, Kind.FILE),
    ("get", "/published/v1/directory.es.json", {"if-none-match": "*"}, 304, Kind.FILE),
    ("get", "/embed/v1/map/", {"if-none-match": "*"}, 304, Kind.EMBED),
    # Not there.
    ("get", "/api/v2/nothing/", {}, MISSING, Kind.FILE),
    ("get", "/published/v1/nothing.json", {}, MISSING, Kind.FILE),
    ("get", "/embed/v1/organisations/nothing/", {}, MISSING, Kind.EMBED),
    ("get", "/embed/nothing/", {}, MISSING, Kind.EMBED),
    ("get", "/embed/v1/preview/?token=x", {}, MISSING, Kind.EMBED_DRAFT),
    ("get", "/preview/?token=x", {}, MISSING, Kind.PAGE_DRAFT),
    ("get", "/es/nothing/", {}, MISSING, Kind.PAGE),
    ("get", "/nothing", {}, 302, Kind.PAGE),
    ("get", "/documents/77/nothing.pdf", {}, MISSING, Kind.DOCUMENT),
    # Not understood, refused, asked about.
    ("get", "/api/v2/organisations/?colour=red", {}, WRONG, Kind.FILE),
    ("get", "/oembed/", {}, WRONG, Kind.FILE),
    ("get", "/es/", {"host": "a b"}, WRONG, Kind.PAGE),
    ("post", "/api/v2/organisations/", {}, NOT_ALLOWED, Kind.FILE),
    ("post", "/published/v1/directory.es.json", {}, NOT_ALLOWED, Kind.FILE),
    ("delete", "/embed/v1/map/", {}, NOT_ALLOWED, Kind.EMBED),
    ("options", "/api/v2/organisations/", {}, NO_ANSWER, Kind.FILE),
    ("options", "/published/v1/directory.es.json", {}, NO_ANSWER, Kind.FILE),
    ("options", "/embed/v1/map/", {}, NO_ANSWER, Kind.EMBED),
    # Elsewhere.
    ("get", "/", {}, 302, Kind.PAGE),
    ("get", "/api/v2/organisations", {}, REDIRECT, Kind.FILE),
    ("get", "/embed/v1/map", {}, REDIRECT, Kind.EMBED),
    ("get", "/privacy/", {}, 302, Kind.PAGE),
    ("get", "/admin/", {}, 302, Kind.ADMIN),
    ("get", "/admin/login/", {}, 302, Kind.ACCOUNT),
    ("get", "/admin/pages/", {}, 302, Kind.ADMIN),
]  # fmt: skip
# Whoever asks for these is about to log in.
WITH_COOKIES = {Kind.ACCOUNT, Kind.ADMIN}


@pytest.fixture(scope="module")
def site(rows_of_module, tmp_path_factory):
    """A home page and an organisation, published; gives the folder."""
    for code in LANGUAGES:
        locale(code)
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    top = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale("es"))
    )
    home = top.add_child(instance=HomePage(title="Proteger", slug="es", locale=locale("es")))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    OrganisationFactory(name="Ábaco", slug="abaco")
    folder = tmp_path_factory.mktemp("published")
    with override_settings(DEFENDERS_PUBLISHED_ROOT=folder):
        publication.publish(TODAY)
    yield folder
    Site.clear_site_root_paths_cache()


@pytest.fixture
def ask(site, db, settings, client):
    """Return a function that asks for an address."""
    settings.DEFENDERS_PUBLISHED_ROOT = site
    settings.DEFENDERS_API_RATE = None
    Site.clear_site_root_paths_cache()
    client.raise_request_exception = False
    return lambda method, address, headers: getattr(client, method)(address, headers=headers)


def protecting(response):
    """Return the headers of the table that an answer has."""
    names = set().union(*(headers_of(kind) for kind in Kind))
    return {name: response[name] for name in names if name in response}


@pytest.mark.parametrize(("method", "address", "headers", "status", "kind"), ANSWERS)
def test_an_answer_has_the_headers_of_its_kind(ask, method, address, headers, status, kind):
    response = ask(method, address, headers)
    assert response.status_code == status
    # Django adds this one to everything that has none.
    usual = {"Cross-Origin-Opener-Policy": "same-origin"}
    assert protecting(response) == usual | dict(headers_of(kind, elsewhere()))
    if kind not in WITH_COOKIES:
        assert not response.cookies
    # A redirect to the visitor's language looks at her cookie, in case another site on this host set one.
    if status == FOUND and kind not in WITH_COOKIES:
        assert "Cookie" not in response.get("Vary", "")
    if kind == Kind.EMBED:
        assert "X-Frame-Options" not in response
    for name in ("Server", "X-Powered-By"):
        assert name not in response


@pytest.mark.parametrize("path", ["/published/v1/directory.es.json", "/widgets/v1/defenders.js"])
@pytest.mark.parametrize(
    ("method", "headers"), [("get", {}), ("head", {}), ("options", {}), ("get", {"if-none-match": "*"})]
)
def test_files_that_leave_before_django_have_the_same_headers(ask, path, method, headers):
    told = []
    environ = getattr(RequestFactory(), method)(path, headers=headers).environ
    PublicFiles(None)(environ, lambda status, given: told.append((int(status[:3]), dict(given))))
    ((status, given),) = told
    by_django = ask(method, path, headers)
    assert (status, given) == (by_django.status_code, dict(by_django.headers))
    assert dict(headers_of(Kind.FILE)).items() <= given.items()


def test_what_an_editor_sees_is_kept_by_no_cache_and_what_all_see_for_minutes(ask, client, monkeypatch):
    document = Document.objects.create(title="Map", file=ContentFile(b"%PDF-1.4", name="map.pdf"))
    monkeypatch.setattr("cms.pages.private.is_shown", lambda document, may_open: True)
    assert ask("get", document.url, {})["Cache-Control"] == "public, max-age=300"
    assert "Cache-Control" not in ask("get", "/es/", {})
    client.force_login(get_user_model().objects.create_superuser("editor"))
    for address in (document.url, "/es/"):
        response = ask("get", address, {})
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_what_fails_has_the_headers_too(ask, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(HomePage, "serve", fail)
    response = ask("get", "/es/", {})
    assert response.status_code == 500
    policy = headers_of(Kind.PAGE, elsewhere())["Content-Security-Policy"]
    assert response["Content-Security-Policy"] == policy


def test_the_editor_has_its_own_policy_and_a_cookie_that_no_script_reads(ask, client):
    client.force_login(get_user_model().objects.create_superuser("editor"))
    response = ask("get", "/admin/account/", {})
    expected = headers_of(Kind.ADMIN, elsewhere())
    assert {name: response.get(name) for name in expected} == dict(expected)
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in response.cookies.values())
