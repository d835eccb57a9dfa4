"""Answers public addresses before anything that is here for the editor sees the request.

Sessions, users, the language of the browser, messages and redirects made by editors would each add a
cookie, a `Vary`, a query or a page of HTML. Put it right after `SecurityMiddleware`. A view says that its
address is public with an attribute, so that any app can have public addresses without importing this one:

    view.is_public_address = True
"""

from django.urls import Resolver404, resolve


class PublicAddressMiddleware:
    """Calls the view of a public address itself; everything else goes on through the other middleware."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return self.get_response(request)
        if not getattr(match.func, "is_public_address", False):
            return self.get_response(request)
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)
