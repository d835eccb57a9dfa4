"""Writes the headers of every answer, whoever made it. Put it first, so that it has the last word.

Refusals of other middleware, pages of errors and redirects pass it too. What a middleware before it writes, stays.
"""

from cms.headers.kinds import kind_of
from cms.headers.protection import protect


class HeadersMiddleware:
    """Gives each answer the headers of its kind."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        kind = kind_of(request, response)
        if kind:
            protect(response, kind)
        return response
