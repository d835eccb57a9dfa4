"""The base of all endpoints: anonymous, JSON only, one shape of errors, one set of headers."""

from datetime import UTC

from django.utils import timezone, translation
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from cms.api.parameters import check_parameters
from cms.api.problems import problem_of
from cms.api.responses import (
    content_response,
    data_response,
    draft_response,
    preflight_response,
    problem_response,
)

ACCEPTED = ("application/json", "application/problem+json")


class JSONNegotiation(BaseContentNegotiation):
    """There is JSON and nothing else: a client that refuses it is told so (406)."""

    def select_renderer(self, request, renderers, format_suffix=None):
        if request.headers.get("Accept") and not any(map(request.accepts, ACCEPTED)):
            raise NotAcceptable("Only application/json is available: accept it, or */*.")
        return renderers[0], renderers[0].media_type


class PublicView:
    """Mixin before a DRF view. It sets `lang` (the Content-Language of the answer) where an answer has one.

    A view answers with `Response(data)`, or with the bytes of its JSON where they are at hand.
    A view that answers with a draft says so in `is_draft`. `parameters` are the names the endpoint takes, per action.
    """

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    content_negotiation_class = JSONNegotiation
    http_method_names = ("get", "head", "options")
    parameters: dict[str, tuple[str, ...]] = {}
    lang: str | None = None
    is_draft = False

    def dispatch(self, request, *args, **kwargs):
        with translation.override("en"), timezone.override(UTC):
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        # The charset of a Content-Type header must not decide how the query is read.
        request._request.encoding = "utf-8"
        if request.method in ("GET", "HEAD"):
            check_parameters(request.GET, self.parameters[self.action])

    def options(self, request, *args, **kwargs):
        return preflight_response(request)

    def handle_exception(self, exc):
        return problem_response(self.request, problem_of(exc))

    def finalize_response(self, request, response, *args, **kwargs):
        if isinstance(response, bytes):
            return content_response(request, response, self.lang)
        if isinstance(response, Response):
            if self.is_draft:
                return draft_response(request, response.data, self.lang)
            return data_response(request, response.data, self.lang)
        return response
