"""`/oembed/`: the code that shows an embed page, for programs that are given its address."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.directory.snapshot import as_json
from widgets.directory_file import DirectoryUnavailable
from widgets.guidance_file import GuidanceUnavailable
from widgets.oembed import CannotEmbed, answer, language_of_errors
from widgets.options import read_query
from widgets.views.delivery import deliver_made, problem, public


@public
def oembed(request):
    """Answer with oEmbed's JSON."""
    params = read_query(request.META.get("QUERY_STRING", ""))
    lang = language_of_errors(params, request.headers.get("Accept-Language", ""))
    with override(lang):
        try:
            content = answer(params)
        except CannotEmbed as wrong:
            return _in(lang, problem(wrong.status, wrong.detail, wrong.parameter))
        except (DirectoryUnavailable, GuidanceUnavailable):
            return _in(lang, problem(503, _("Nothing has been published yet. Try again in a minute.")))
    return deliver_made(request, "application/json", as_json(content))


def _in(lang, response):
    response["Content-Language"] = lang
    return response
