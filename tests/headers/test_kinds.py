"""Every address of the site is of a kind: a new one without fails here."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from cms.common.http.policies import Kind, headers_of
from cms.headers.kinds import of_kind
from cms.headers.middleware import HeadersMiddleware
from cms.pages.errors import not_found
from tests.headers.addresses import kind_at, patterns

# Views of Wagtail that another site may have pages of its own at; here everything is strict.
AS_PAGES = {
    "wagtail_serve",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
    "wagtaildocs_authenticate_with_password",
}
ADDRESSES = list(patterns())
KINDS = {
    "welcome": Kind.PAGE,
    "robots": Kind.FILE,
    "account_login": Kind.ACCOUNT,
    "mfa_activate_totp": Kind.ACCOUNT,
    "wagtailadmin_login": Kind.ACCOUNT,
    "wagtailadmin_home": Kind.ADMIN,
    "wagtailimages:add": Kind.ADMIN,
    "wagtaildocs_serve": Kind.DOCUMENT,
    "defenders_pages:sitemap": Kind.FILE,
    "defenders_pages:privacy": Kind.PAGE,
    "defenders_pages:preview": Kind.PAGE_DRAFT,
    "defenders_api:docs": Kind.API_DOCS,
    "defenders_api:schema": Kind.FILE,
    "defenders_api:organisations:listing": Kind.FILE,
    "defenders_api:not_found": Kind.FILE,
    "defenders_widgets:published_file": Kind.FILE,
    "defenders_widgets:widget_file": Kind.FILE,
    "defenders_widgets:map": Kind.EMBED,
    "defenders_widgets:organisation": Kind.EMBED,
    "defenders_widgets:guidance": Kind.EMBED,
    "defenders_widgets:preview": Kind.EMBED_DRAFT,
    "defenders_widgets:map_picture": Kind.MEDIA,
    "defenders_widgets:builder": Kind.BUILDER,
    "defenders_widgets:livez": Kind.HEALTH,
    "defenders_widgets:oembed": Kind.FILE,
}


def test_every_address_is_of_a_kind(settings):
    settings.DEFENDERS_HEADERS_EVERYWHERE = False
    assert len(ADDRESSES) > 300
    without = {name or place for place, name, view in ADDRESSES if kind_at(place, name, view) is None}
    assert without == AS_PAGES


@pytest.mark.parametrize("name", KINDS)
def test_an_address_is_of_its_kind(name):
    found = {kind_at(place, one, view) for place, one, view in ADDRESSES if one == name}
    assert found == {KINDS[name]}


def test_an_address_nobody_thought_of_is_noticed(settings):
    settings.DEFENDERS_HEADERS_EVERYWHERE = False
    assert kind_at("/new/", "new", lambda request: HttpResponse()) is None


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("response", [HttpResponse(status=404), HttpResponse(status=301), HttpResponse()])
def test_a_site_of_ones_own_keeps_its_pages_as_they_are(settings, everywhere, response):
    settings.DEFENDERS_HEADERS_EVERYWHERE = everywhere
    request = RequestFactory().get("/somewhere/of/its/own/")
    request.resolver_match = None
    answer = HeadersMiddleware(lambda request: response)(request)
    assert ("Content-Security-Policy" in answer) == everywhere
    del response["Content-Security-Policy"]


def test_a_page_of_ours_at_an_address_of_wagtail_has_its_headers(settings):
    settings.DEFENDERS_HEADERS_EVERYWHERE = False
    page = HttpResponse()
    page.header_kind = Kind.PAGE
    assert kind_at("/es/", "wagtail_serve", lambda request: page, page) == Kind.PAGE
    # In the editor's preview the same page stands in a frame of the editor's.
    assert kind_at("/admin/pages/3/edit/preview/", "wagtailadmin_pages:preview", str, page) == Kind.ADMIN


def test_a_page_of_errors_of_ours_has_its_headers_on_any_site(settings, rf):
    settings.DEFENDERS_HEADERS_EVERYWHERE = False
    request = rf.get("/somewhere/of/its/own/")
    request.resolver_match = None
    answer = HeadersMiddleware(not_found)(request)
    assert answer["Content-Security-Policy"] == headers_of(Kind.PAGE)["Content-Security-Policy"]


def test_a_site_without_the_editor_has_no_addresses_of_its_kind(settings):
    settings.ROOT_URLCONF = "tests.headers.test_kinds"
    assert kind_at("/admin/", "mine", lambda request: HttpResponse()) == Kind.PAGE


def test_the_middleware_has_the_last_word_over_what_a_view_wrote():
    @of_kind(Kind.ADMIN)
    def view(request):
        return HttpResponse(headers={"Content-Security-Policy": "default-src *"})

    request = RequestFactory().get("/somewhere/")
    request.resolver_match = type("Match", (), {"func": staticmethod(view), "view_name": "mine"})
    answer = HeadersMiddleware(view)(request)
    assert answer["Content-Security-Policy"] == headers_of(Kind.ADMIN)["Content-Security-Policy"]


urlpatterns = [path("admin/", lambda request: HttpResponse())]
