"""Addresses of the API: include at `api/v2/`, before patterns that begin with a language."""

from django.urls import path, re_path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.api.not_found import NotFoundView
from cms.api.router import api_router
from cms.api.schema.views import DocsStyleView, DocsView, SchemaView
from cms.common.http.policies import Kind
from cms.headers.kinds import of_kind

app_name = api_router.url_namespace


def public(view):
    """Mark a view for PublicAddressMiddleware and HeadersMiddleware."""
    view.is_public_address = True
    return view if hasattr(view, "header_kind") else of_kind(Kind.FILE)(view)


urlpatterns = decorate_urlpatterns(
    [
        *api_router.get_urlpatterns(),
        path("schema/", SchemaView.as_view(), name="schema"),
        path("docs/", of_kind(Kind.API_DOCS)(DocsView.as_view()), name="docs"),
        path("docs/style.css", DocsStyleView.as_view(), name="docs_style"),
        # Matches line breaks too, which path() converters do not.
        re_path(r"", NotFoundView.as_view(), name="not_found"),
    ],
    public,
)
