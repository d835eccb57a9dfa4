"""Programmes of temporary protection, and their texts."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from cms.editing.error_summary import ErrorSummary
from cms.editing.forms.guidance import ProgrammeForm
from cms.editing.guidance_listing import PROGRAMME_COLUMNS, ProgrammeFilterSet
from cms.editing.viewsets.facts import FactsOfOrganisationIndexView, FactsViewSet, colleagues_only, group
from cms.editing.viewsets.text import TEXT_COLUMNS, TextViewSet, text_edit_handler
from cms.snippets.programme import Programme, ProgrammeText

EDIT_HANDLER = TabbedInterface(
    [
        ErrorSummary(),
        ObjectList(
            [
                FieldPanel("organisation"),
                FieldPanel("name", required_on_save=True),
                FieldPanel("host_countries", icon="globe"),
                group(gettext_lazy("The stay"), "stay_months_min", "stay_months_max", "places_per_year"),
                group(gettext_lazy("Family"), "family_included", "children_supported"),
            ],
            heading=gettext_lazy("What it is"),
        ),
        ObjectList(
            [
                FieldPanel("audiences"),
                FieldPanel("languages", icon="comment"),
                FieldPanel("who_can_apply", icon="user"),
            ],
            heading=gettext_lazy("For whom"),
        ),
        ObjectList(
            [
                group(gettext_lazy("Days"), "is_rolling", "call_opens", "call_closes"),
                FieldPanel("application_url"),
            ],
            heading=gettext_lazy("Applications"),
        ),
        colleagues_only(heading=gettext_lazy("Colleagues only")),
    ],
    base_form_class=ProgrammeForm,
)


class ProgrammeViewSet(FactsViewSet):
    """Programmes in the admin."""

    model = Programme
    icon = "home"
    menu_label = gettext_lazy("Programmes")
    menu_order = 100
    edit_handler = EDIT_HANDLER
    list_display = PROGRAMME_COLUMNS
    filterset_class = ProgrammeFilterSet
    ordering = "name"
    index_view_class = FactsOfOrganisationIndexView


class ProgrammeTextViewSet(TextViewSet):
    """Texts of programmes."""

    model = ProgrammeText
    menu_label = gettext_lazy("Texts of programmes")
    menu_order = 110
    edit_handler = text_edit_handler(ProgrammeText, gettext_lazy("Programme"))
    list_display = ["programme", *TEXT_COLUMNS]
    ordering = ["programme__name", "locale_id"]
