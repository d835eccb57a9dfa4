"""The base of all endpoints: anonymous, JSON only, one shape of errors, one set of headers."""

from datetime import UTC
from functools import lru_cache

from django.http import HttpRequest
from django.utils import timezone, translation
from rest_framework.exceptions import MethodNotAllowed, NotAcceptable
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from cms.api.parameters import check_parameters
from cms.api.problems import problem_of
from cms.api.responses import (
    content_response,
    draft_response,
    preflight_response,
    problem_response,
)
from cms.api.throttling import check_rate
from cms.common.http.answers import READING
from cms.directory.json_bytes import as_json

JSON_TYPES = ("application/json", "application/problem+json")


class PublicView:
    """Mixin before a DRF view. It sets `lang` (the Content-Language of the answer) where an answer has one.

    A view answers with `Response(data)`, or with the bytes of its JSON where they are at hand.
    A view that answers with a draft says so in `is_draft`. `parameters` are the names the endpoint takes, per action.
    What costs nothing to answer may be asked for without end: `is_throttled` is false then.

    Of DRF's own way to an answer nothing is left: there is nobody to log in, nothing to parse, one renderer, and the
    request is Django's. What describes a view (its classes and names) stays as DRF has it.
    """

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    http_method_names = ("get", "head", "options")
    parameters: dict[str, tuple[str, ...]] = {}
    lang: str | None = None
    is_draft = False
    is_throttled = True
    media_types: tuple[str, ...] = JSON_TYPES  # a client has to accept one of them
    format_kwarg = None

    def dispatch(self, request, *args, **kwargs):
        """Answer a request; whatever fails is a problem in JSON."""
        if request.method == "OPTIONS":
            return preflight_response(request)
        self.request, self.args, self.kwargs = request, args, kwargs
        if hasattr(self, "action_map"):
            self.action = self.action_map["get"]
        with translation.override("en"), timezone.override(UTC):
            try:
                self.initial(request, *args, **kwargs)
                return self._response(request, self._handler(request)(request, *args, **kwargs))
            except Exception as exc:  # noqa: BLE001  `problem_of` logs what nobody foresaw
                return problem_response(request, problem_of(exc))

    def initial(self, request, *args, **kwargs):
        """Refuse what cannot be answered, before anything is done for it."""
        if self.is_throttled:
            check_rate(request.META)
        if not _takes_one_of(self.media_types, request.META.get("HTTP_ACCEPT", "")):
            raise NotAcceptable(f"Only {self.media_types[0]} is available: accept it, or */*.")
        # The charset of a Content-Type header must not decide how the query is read.
        if request.encoding:
            request.encoding = "utf-8"
        if request.method in READING:
            check_parameters(request.GET, self.parameters[self.action])

    def _handler(self, request):
        if request.method not in READING:
            raise MethodNotAllowed(request.method)
        return self.get

    def _response(self, request, answer):
        if not isinstance(answer, bytes | Response):
            return answer
        content = answer if isinstance(answer, bytes) else as_json(answer.data)
        answered = draft_response if self.is_draft else content_response
        return answered(request, content, self.lang)


@lru_cache(maxsize=64)
def _takes_one_of(media_types, accept):
    asked = HttpRequest()
    asked.META["HTTP_ACCEPT"] = accept
    return not accept or any(map(asked.accepts, media_types))
