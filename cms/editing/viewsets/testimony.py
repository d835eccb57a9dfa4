"""Testimonies, and their texts."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from cms.editing.error_summary import ErrorSummary
from cms.editing.forms.guidance import TestimonyForm
from cms.editing.guidance_listing import TESTIMONY_COLUMNS, TestimonyFilterSet
from cms.editing.viewsets.facts import FactsViewSet, colleagues_only, group
from cms.editing.viewsets.text import TEXT_COLUMNS, TextViewSet, text_edit_handler
from cms.snippets.testimony import CONSENT_FIELDS, Testimony, TestimonyText

EDIT_HANDLER = TabbedInterface(
    [
        ErrorSummary(),
        ObjectList(
            [
                FieldPanel("attribution", required_on_save=True),
                group(gettext_lazy("What visitors are told about it"), "is_pseudonym", "is_composed"),
                FieldPanel("picture"),
                FieldPanel("order"),
            ],
            heading=gettext_lazy("Whose words"),
        ),
        colleagues_only(
            group(gettext_lazy("Consent of the person"), *CONSENT_FIELDS),
            heading=gettext_lazy("Consent and notes"),
        ),
    ],
    base_form_class=TestimonyForm,
)


class TestimonyViewSet(FactsViewSet):
    """Testimonies in the admin."""

    model = Testimony
    icon = "openquote"
    menu_label = gettext_lazy("Testimonies")
    menu_order = 300
    edit_handler = EDIT_HANDLER
    list_display = TESTIMONY_COLUMNS
    filterset_class = TestimonyFilterSet
    ordering = ["order", "attribution"]


class TestimonyTextViewSet(TextViewSet):
    """Texts of testimonies."""

    model = TestimonyText
    menu_label = gettext_lazy("Texts of testimonies")
    menu_order = 310
    edit_handler = text_edit_handler(TestimonyText, gettext_lazy("Testimony"))
    list_display = ["testimony", *TEXT_COLUMNS]
    ordering = ["testimony__order", "testimony__attribution", "locale_id"]
