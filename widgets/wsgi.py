"""Published files and the files of the widgets before Django is asked: as fast as a web server sends files.

    application = PublicFiles(get_wsgi_application())

Answers are those of the Django views, headers of SecurityMiddleware included: both come from `widgets.public_files`.
Whatever is not simply a file that exists is left to Django: errors, redirects to https, other addresses.
"""

from http import HTTPStatus

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.urls import Resolver404, resolve
from django.utils.functional import cached_property

from cms.common.http.answers import PUBLIC_HEADERS, READING, PreconditionFailed, preflight
from widgets.public_files import FOLDERS
from widgets.views.published import published_file
from widgets.views.widget_files import widget_file

VIEWS = (published_file, widget_file)

_SECURITY = "django.middleware.security.SecurityMiddleware"
_PUBLIC = "cms.api.middleware.PublicAddressMiddleware"
# What these write is on our answers too, or is not for files.
_BEFORE = {
    "cms.headers.middleware.HeadersMiddleware",
    _SECURITY,
    "cms.pages.onion.OnionLocationMiddleware",
}
MOST_SCHEMES = 16
_STATUS = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}


class PublicFiles:
    """A WSGI application that answers for public files itself and gives everything else to another one."""

    def __init__(self, application):
        self.application = application
        self._secure: dict[tuple, bool] = {}

    def __call__(self, environ, start_response):
        """Answer as the Django views do."""
        answer = self._answer(environ)
        added = answer and self._added(environ)
        if added is None:
            return self.application(environ, start_response)
        start_response(_STATUS[answer.status], [*answer.headers.items(), *added])
        return [answer.body] if isinstance(answer.body, bytes) else answer.body

    def _answer(self, environ):
        path = environ.get("PATH_INFO", "")
        folder = next((folder for folder in self._folders if path.startswith(folder)), None)
        if folder is None:
            return None
        name, method = path[len(folder) :], environ["REQUEST_METHOD"]
        try:
            if method in READING:
                return self._folders[folder](environ, name)
            return preflight() if method == "OPTIONS" and "/" not in name else None
        except PreconditionFailed:
            return None

    @cached_property
    def _folders(self):
        """The folders whose addresses lead to our views, and nothing where other middleware wants to see requests."""
        order = list(settings.MIDDLEWARE)
        if _PUBLIC not in order or set(order[: order.index(_PUBLIC)]) - _BEFORE:
            return {}
        return {folder: answer for folder, answer in FOLDERS.items() if _leads_to_us(folder)}

    def _added(self, environ):
        """Return the headers that SecurityMiddleware adds, None where it redirects to https."""
        security = self._security
        if security is None:
            return ()
        secure = self._is_secure(environ)
        if security.redirect and not secure:
            return None
        return self._headers_of_security[secure]

    @cached_property
    def _security(self):
        return SecurityMiddleware(lambda request: None) if _SECURITY in settings.MIDDLEWARE else None

    def _is_secure(self, environ):
        """Say whether Django takes the request for one by https; asked once for each thing that a proxy says."""
        said = environ.get(self._scheme_header), environ["wsgi.url_scheme"]
        secure = self._secure.get(said)
        if secure is None:
            secure = _Asked(environ).is_secure()
            # There are two or three; whoever makes up others fills no memory with them.
            if len(self._secure) < MOST_SCHEMES:
                self._secure[said] = secure
        return secure

    @cached_property
    def _scheme_header(self):
        return settings.SECURE_PROXY_SSL_HEADER[0] if settings.SECURE_PROXY_SSL_HEADER else None

    @cached_property
    def _headers_of_security(self):
        """{whether the request came by https: the headers SecurityMiddleware adds to ours}."""
        headers = {}
        for secure, scheme in ((False, "http"), (True, "https")):
            response = HttpResponse(headers=PUBLIC_HEADERS)
            had = set(response.headers)
            self._security.process_response(_Scheme(scheme), response)
            headers[secure] = [(name, value) for name, value in response.items() if name not in had]
        return headers


class _Asked(WSGIRequest):
    """As much of a request as Django needs to tell whether it came by https."""

    def __init__(self, environ):
        self.environ = self.META = environ


class _Scheme(WSGIRequest):
    """A request by http or https and nothing else, whatever a proxy would have to say for it."""

    def __init__(self, scheme):
        self._scheme = scheme

    @property
    def scheme(self):
        return self._scheme


def _leads_to_us(folder):
    try:
        return resolve(f"{folder}manifest.json").func in VIEWS
    except Resolver404:
        return False
