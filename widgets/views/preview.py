"""`/embed/v1/preview/?token=…`: the draft of one organisation, for whoever has the link, until it expires.

No session, no cookie, nothing kept. The token is in the query because queries are not logged.
"""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

from cms.common.http.policies import Kind
from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.directory import publish
from cms.directory.drafts import directory_of_one, draft_of_organisation, latest_organisation
from cms.directory.preview_tokens import read_token
from cms.directory.previews import CARD, LOOKS, PAGE
from widgets import pages
from widgets.options import EmbedOptions, read_query
from widgets.previews import render_preview
from widgets.views.delivery import public_as

NOT_KEPT = {"Cache-Control": "no-store, private"}


@public_as(Kind.EMBED_DRAFT)
def preview_page(request):
    """Show the latest version of the organisation; 404 for whatever opens nothing, and not a word why."""
    params = read_query(request.META.get("QUERY_STRING", ""))
    token = _first(params, "token")
    target = read_token(token)
    version = latest_organisation(target) if target else None
    if version is None:
        return _gone(request)
    look = _first(params, "look")
    look = look if look in LOOKS else PAGE
    with override(target.lang):
        loaded = draft_of_organisation(version)
        file = directory_of_one(loaded, target.lang, publish.today_utc())
        html = render_preview(file, target.lang, look, looks=_looks(token, look))
    return HttpResponse(html, headers=NOT_KEPT)


def _looks(token, chosen):
    words = {PAGE: _("As a page"), CARD: _("In the list")}
    return [(words[look], f"?{urlencode({'token': token, 'look': look})}", look == chosen) for look in LOOKS]


def _gone(request):
    lang = get_language_from_request(request)
    lang = lang if lang in LANGUAGES else SOURCE_LANGUAGE
    with override(lang):
        content = pages.frame("directory", EmbedOptions(lang=lang)) | {
            "title": _("This link shows nothing any more")
        }
        html = render_to_string("widgets/embed/preview_gone.html", content)
    return HttpResponse(html, status=404, headers=NOT_KEPT)


def _first(params, name):
    return next(iter(params.get(name, ())), "")
