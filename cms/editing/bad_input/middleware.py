"""Stands before the views of the admin: what they cannot take is refused with a sentence, and is no error of ours.

Put it last among the middleware: it has to know who asks, and in which language she reads. What a view fails at all the
same, and only because of what was sent, is refused too, and logged without the request: each such line is a rule that
is missing in `rules`.
"""

import logging
import re

from django.core.exceptions import ObjectDoesNotExist
from django.db import DataError
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.functional import cached_property
from django.utils.translation import override

from cms.editing.bad_input.rules import MISSING, Wrong, what_is_wrong
from cms.pages.errors import Unreadable, bad_request, not_found

logger = logging.getLogger("cms.editing")

# What SQLite says of a number that PostgreSQL would only not find, and Django of a text where a query needs a number.
TOO_LARGE = "too large to convert to SQLite INTEGER"
NO_NUMBER = re.compile(r"Field '\w+' expected a number but got ")


class AdminInput:
    """Looks at what is sent to the admin; everything else passes."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer as the view does."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Refuse what the table of rules says."""
        if not request.path_info.startswith(self._admin):
            return None
        form = request.POST if request.method == "POST" else None
        wrong = what_is_wrong(request.resolver_match.view_name, kwargs, request.GET, form)
        return _refuse(request, wrong) if wrong else None

    def process_exception(self, request, exception):
        """Refuse what a view could not take and no rule knew."""
        if not request.path_info.startswith(self._admin) or not _is_about_the_request(exception):
            return None
        if isinstance(exception, MultiValueDictKeyError):
            return _refuse(request, Wrong(MISSING, {"name": str(exception.args[0])[:40]}))
        logger.error("A view of the admin could not take what was sent.", exc_info=exception)
        if isinstance(exception, ObjectDoesNotExist):
            return not_found(request)
        return _refuse(request)

    @cached_property
    def _admin(self):
        return reverse("wagtailadmin_home")


def _is_about_the_request(exception):
    """Say whether only what was sent can have caused this."""
    if isinstance(exception, OverflowError):
        return TOO_LARGE in str(exception)
    if isinstance(exception, ValueError) and NO_NUMBER.match(str(exception)):
        return True
    return isinstance(exception, MultiValueDictKeyError | DataError | ObjectDoesNotExist)


def _refuse(request, wrong=None):
    profile = getattr(getattr(request, "user", None), "wagtail_userprofile", None)
    language = profile and profile.get_preferred_language()
    with override(language):
        return bad_request(request, Unreadable(str(wrong)) if wrong else None, language)
