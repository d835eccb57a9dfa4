"""The menus “Directory” and “Guidance” and what they open."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.editing.viewsets.category import CategoryViewSet
from cms.editing.viewsets.organisation import OrganisationViewSet
from cms.editing.viewsets.programme import ProgrammeTextViewSet, ProgrammeViewSet
from cms.editing.viewsets.testimony import TestimonyTextViewSet, TestimonyViewSet
from cms.editing.viewsets.text import OrganisationTextViewSet
from cms.editing.viewsets.training import TrainingTextViewSet, TrainingViewSet
from cms.exchange.viewset import ImportsViewSet


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """Organisations, their texts, the categories by which they are found, and imports."""

    items = (OrganisationViewSet, OrganisationTextViewSet, CategoryViewSet, ImportsViewSet)
    menu_label = _("Directory")
    menu_name = "directory"
    menu_icon = "globe"
    menu_order = 150


class GuidanceViewSetGroup(SnippetViewSetGroup):
    """What the guidance shows beside its pages: programmes, trainings, testimonies, and their texts."""

    items = (
        ProgrammeViewSet,
        ProgrammeTextViewSet,
        TrainingViewSet,
        TrainingTextViewSet,
        TestimonyViewSet,
        TestimonyTextViewSet,
    )
    menu_label = _("Guidance")
    menu_name = "guidance"
    menu_icon = "info-circle"
    menu_order = 160
