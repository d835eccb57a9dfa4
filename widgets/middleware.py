"""Answers the addresses of the widgets before sessions, logins and the choice of a language are looked at.

So no cookie is read or set, responses vary with nothing but the encoding, an unknown address is a plain 404
and no redirect to a page in the visitor's language, and nothing asks the database.
"""

from django.urls import Resolver404, resolve

from widgets.urls import app_name


class PublicAddressesMiddleware:
    """Belongs right behind SecurityMiddleware, before everything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return self.get_response(request)
        if match.app_names != [app_name]:
            return self.get_response(request)
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)
