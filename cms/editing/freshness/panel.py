"""The panel on the first page of the admin: what waits to be checked."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import set_query_params

from cms.directory.publish import may_show_too_much
from cms.directory.visibility import public_organisations
from cms.editing.freshness.report import URL_NAME
from cms.editing.freshness.states import in_state
from cms.snippets.link_check import LinkCheck


class FreshnessPanel(Component):
    """A few numbers with links into the report."""

    name = "defenders_freshness"
    template_name = "defenders/admin/freshness/panel.html"
    order = 60

    def get_context_data(self, parent_context):
        return {"lines": list(lines(date.today()))}


def lines(today):
    """Yield (sentence, address or None). Four queries."""
    if may_show_too_much():
        yield (
            _(
                "The files that partner pages read could not be renewed: they may show what is not public any more. "
                "Tell whoever looks after the server now."
            ),
            None,
        )
    public = public_organisations()
    waiting = in_state(public, "waiting", today).count()
    yield (
        ngettext(
            "%(count)d organisation waits to be checked.",
            "%(count)d organisations wait to be checked.",
            waiting,
        )
        % {"count": waiting},
        report_url(state="waiting"),
    )
    soon = in_state(public, "soon30", today).count()
    if soon:
        sentence = ngettext(
            "%(count)d more is due within 30 days.", "%(count)d more are due within 30 days.", soon
        )
        yield sentence % {"count": soon}, report_url(state="soon30")
    broken = public.filter(pk__in=LinkCheck.objects.broken().values("organisation")).count()
    if broken:
        sentence = ngettext(
            "%(count)d organisation has broken links.", "%(count)d organisations have broken links.", broken
        )
        yield sentence % {"count": broken}, report_url(links="broken")


def report_url(**filters):
    """Return the address of the report with these filters."""
    return set_query_params(reverse(URL_NAME), filters)
