"""The menu “Directory” and what it opens."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.editing.viewsets.category import CategoryViewSet
from cms.editing.viewsets.organisation import OrganisationViewSet
from cms.editing.viewsets.text import OrganisationTextViewSet


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """Organisations, their texts, and the categories by which they are found."""

    items = (OrganisationViewSet, OrganisationTextViewSet, CategoryViewSet)
    menu_label = _("Directory")
    menu_name = "directory"
    menu_icon = "globe"
    menu_order = 150
