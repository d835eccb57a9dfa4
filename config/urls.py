"""Addresses of the site: the plugin's own, the editor's, and the guidance pages below their language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.common.http.policies import Kind
from cms.headers.kinds import of_kind
from config.robots import robots
from config.welcome import welcome

handler400 = "cms.pages.errors.bad_request"
handler403 = "cms.pages.errors.forbidden"
handler404 = "cms.pages.errors.not_found"
handler429 = "accounts.views.login.too_many_requests"
handler500 = "cms.pages.errors.server_error"

urlpatterns = [
    path("", welcome, name="welcome"),
    path("robots.txt", robots, name="robots"),
    path("api/v2/", include("cms.api.urls")),
    path("", include("widgets.urls")),
    path("", include("cms.pages.urls")),
    path("accounts/", include("accounts.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEBUG:
    urlpatterns += [path("demo/", include("widgets.demo_urls"))]
    # Pictures as they are shown and nothing else: originals and documents have no address of their own.
    pictures = static(f"{settings.MEDIA_URL}images/", document_root=settings.MEDIA_ROOT / "images")
    urlpatterns += decorate_urlpatterns(pictures, of_kind(Kind.MEDIA))

urlpatterns += i18n_patterns(path("", include(wagtail_urls)))
