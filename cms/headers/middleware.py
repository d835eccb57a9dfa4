"""Writes the headers of every answer, whoever made it. Put it first, so that it has the last word.

Refusals of other middleware, pages of errors and redirects pass it too. What a middleware before it writes, stays.
"""

from django.utils.cache import has_vary_header

from cms.common.http.policies import Kind
from cms.headers.kinds import kind_of
from cms.headers.protection import protect

FOR_ONE_VISITOR = "private, no-store"
# As long as everything public: what was withdrawn is gone from caches on the way then.
DOCUMENT_FOR_ALL = "public, max-age=300"


class HeadersMiddleware:
    """Gives each answer the headers of its kind, and says who may keep it where nobody else does."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        kind = kind_of(request, response)
        if kind:
            protect(response, kind)
            _say_who_may_keep_it(response, kind)
        return response


def _say_who_may_keep_it(response, kind):
    """Some caches on the way look at the end of an address alone, keep every .pdf for hours, and ignore `Vary`."""
    if "Cache-Control" in response:
        return
    if has_vary_header(response, "Cookie"):
        response.headers["Cache-Control"] = FOR_ONE_VISITOR
    elif kind is Kind.DOCUMENT and response.status_code == 200:
        response.headers["Cache-Control"] = DOCUMENT_FOR_ALL
