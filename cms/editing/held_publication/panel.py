"""The panel on the first page of the admin while a publication is held."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from cms.conf import defenders_settings
from cms.directory.guard import held, lost_organisations
from cms.editing.held_publication.view import URL_NAME, may_decide

NAMED = 10


class HeldPublicationPanel(Component):
    """Since when, how many and which organisations would disappear, and where to decide."""

    name = "defenders_held_publication"
    template_name = "defenders/admin/held_publication/panel.html"
    order = 10

    class Media:
        css = {"all": ["defenders/admin/forms.css"]}

    def __init__(self, held, lost):
        super().__init__()
        self._held, self._lost = held, lost

    def get_context_data(self, parent_context):
        names = list(self._lost.values())
        return {
            "held": self._held,
            "names": names[:NAMED],
            "more": max(len(names) - NAMED, 0),
            "count": len(names),
            "url": reverse(URL_NAME),
        }


def add_held_publication_panel(request, panels):
    """Add the panel for those who may decide, for the hook `construct_homepage_panels`."""
    root = defenders_settings.PUBLISHED_ROOT
    waiting = held(root) if may_decide(request.user) else None
    # Those who are back need no decision: the next publication ends it.
    lost = lost_organisations(root) if waiting else {}
    if lost:
        panels.append(HeldPublicationPanel(waiting, lost))
