"""`/oembed/`: the code that shows an embed page, for programs that are given its address."""

from django.utils.translation import gettext as _

from cms.directory.snapshot import as_json
from widgets.directory_file import DirectoryUnavailable
from widgets.guidance_file import GuidanceUnavailable
from widgets.oembed import CannotEmbed, answer
from widgets.options import read_query
from widgets.views.delivery import deliver_made, problem, public


@public
def oembed(request):
    """Answer with oEmbed's JSON."""
    try:
        content = answer(read_query(request.META.get("QUERY_STRING", "")))
    except CannotEmbed as wrong:
        return problem(wrong.status, wrong.detail, wrong.parameter)
    except (DirectoryUnavailable, GuidanceUnavailable):
        return problem(503, _("Nothing has been published yet. Try again in a minute."))
    return deliver_made(request, "application/json", as_json(content))
