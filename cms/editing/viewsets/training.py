"""Trainings, and their texts."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from cms.editing.error_summary import ErrorSummary
from cms.editing.forms.guidance import TrainingForm
from cms.editing.guidance_listing import TRAINING_COLUMNS, TrainingFilterSet
from cms.editing.viewsets.facts import FactsOfOrganisationIndexView, FactsViewSet, colleagues_only, group
from cms.editing.viewsets.text import TEXT_COLUMNS, TextViewSet, text_edit_handler
from cms.snippets.training import Training, TrainingText

EDIT_HANDLER = TabbedInterface(
    [
        ErrorSummary(),
        ObjectList(
            [
                FieldPanel("organisation"),
                FieldPanel("name", required_on_save=True),
                FieldPanel("topics", icon="list-ul"),
                FieldPanel("languages", icon="comment"),
                group(gettext_lazy("How"), "mode", "cost"),
            ],
            heading=gettext_lazy("What it is"),
        ),
        ObjectList(
            [
                group(gettext_lazy("Days"), "starts_on", "ends_on", "on_request"),
                FieldPanel("url"),
            ],
            heading=gettext_lazy("When and where to enrol"),
        ),
        colleagues_only(heading=gettext_lazy("Colleagues only")),
    ],
    base_form_class=TrainingForm,
)


class TrainingViewSet(FactsViewSet):
    """Trainings in the admin."""

    model = Training
    icon = "clipboard-list"
    menu_label = gettext_lazy("Trainings")
    menu_order = 200
    edit_handler = EDIT_HANDLER
    list_display = TRAINING_COLUMNS
    filterset_class = TrainingFilterSet
    ordering = "name"
    index_view_class = FactsOfOrganisationIndexView


class TrainingTextViewSet(TextViewSet):
    """Texts of trainings."""

    model = TrainingText
    menu_label = gettext_lazy("Texts of trainings")
    menu_order = 210
    edit_handler = text_edit_handler(TrainingText, gettext_lazy("Training"))
    list_display = ["training", *TEXT_COLUMNS]
    ordering = ["training__name", "locale_id"]
