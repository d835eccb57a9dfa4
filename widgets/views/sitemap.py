"""`/sitemap-organisations-<n>.xml`: the organisations' pages, for search engines; needs no database."""

import re

from django.utils.translation import gettext as _

from widgets import sitemap
from widgets.directory_file import DirectoryUnavailable
from widgets.views.delivery import deliver_made, problem, public

NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@public
def organisations_sitemap(request, number):
    """List a part of the organisations."""
    try:
        content = sitemap.sitemap(int(number)) if NUMBER.fullmatch(number) else None
    except DirectoryUnavailable:
        return problem(503, _("Nothing has been published yet. Try again in a minute."))
    if content is None:
        return problem(404, _("There are not that many sitemaps. /sitemap.xml lists them."))
    return deliver_made(request, "application/xml", content)
