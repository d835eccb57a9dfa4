"""`/preview/?token=…`: the draft of one guidance page, for whoever has the link, until it expires.

No session, no cookie, nothing kept. The token is in the query because queries are not logged.
"""

from django.template.response import TemplateResponse
from django.utils.translation import get_language_from_request, override

from cms.common.http.policies import Kind
from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.directory.drafts import latest_page
from cms.directory.preview_tokens import read_token
from cms.headers.protection import protect
from cms.pages.base import DefendersPage
from cms.pages.errors import READING, only_reading
from cms.snippets.previews import HEADERS


def page_preview(request):
    """Show the latest version of the page; 404 for whatever opens nothing, and not a word why."""
    lang = get_language_from_request(request)
    lang = lang if lang in LANGUAGES else SOURCE_LANGUAGE
    if request.method not in READING.split(", "):
        with override(lang):
            return only_reading(request)
    request.encoding = "utf-8"
    target = read_token(request.GET.get("token", ""))
    page = latest_page(target) if target else None
    if isinstance(page, DefendersPage):
        request.is_preview = True
        with override(target.lang):
            response = page.serve_preview(request, "").render()
    else:
        with override(lang):
            response = TemplateResponse(request, "404.html", status=404).render()
    for name, value in HEADERS.items():
        response.headers[name] = value
    protect(response, Kind.PAGE_DRAFT)
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


# Answered before sessions, logins and the choice of a language are looked at.
page_preview.is_public_address = True
page_preview.header_kind = Kind.PAGE_DRAFT
