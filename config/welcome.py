"""The first page: greets in development, and leads visitors of a public site to their language."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from cms.common.http.policies import Kind
from cms.common.languages import ENDONYMS
from cms.directory.visibility import public_organisations, public_pages
from cms.headers.kinds import of_kind
from cms.pages.home import HomePage


@of_kind(Kind.PAGE)
def welcome(request):
    """Return the greeting while DEBUG is on, otherwise a redirect to the guidance site."""
    if not settings.DEBUG:
        return redirect(f"/{_language_of_visitor()}/")
    return render(
        request,
        "defenders/welcome.html",
        {
            "homes": [(code, ENDONYMS[code]) for code in _languages_with_a_home()],
            "organisations": public_organisations().count(),
        },
    )


def _languages_with_a_home():
    return list(public_pages().type(HomePage).order_by("pk").values_list("locale__language_code", flat=True))


def _language_of_visitor():
    available = _languages_with_a_home() or [settings.LANGUAGE_CODE]
    language = get_language()
    return language if language in available else available[0]
