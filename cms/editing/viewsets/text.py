"""Texts about organisations and whatever else has facts, one per language."""

from django.http import Http404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, LocaleColumn, UpdatedAtColumn
from wagtail.admin.utils import set_query_params
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import CreateView, EditView

from cms.editing.error_summary import ErrorSummary
from cms.editing.forms.text import TextForm
from cms.editing.hints.panel import HintsPanel
from cms.editing.listing import published_state_of, state_tag
from cms.editing.previews.link_view import link_button
from cms.editing.previews.views import TextPreviewOnCreate
from cms.editing.roles.viewset import GuardedViewSet, OwnLanguageFirst, OwnLanguagesOnly
from cms.editing.viewsets.listing_view import ListingView
from cms.editing.viewsets.posted_versions import AsksBeforeOverwriting
from cms.editing.viewsets.saving import SavedWithWarnings
from cms.snippets.texts import OrganisationText

# Wagtail's own column asks the database for every row.
STATE_COLUMN = Column(
    "state",
    label=gettext_lazy("What visitors see"),
    accessor=lambda text: state_tag(published_state_of(text)),
)

# The labels of Wagtail's own columns would stay in the language in which the server started.
TEXT_COLUMNS = (
    LocaleColumn(label=gettext_lazy("Language")),
    STATE_COLUMN,
    UpdatedAtColumn(label=gettext_lazy("Last saved")),
)


def text_edit_handler(model, subject_heading):
    """Return the panels of a kind of texts: what it is about, and its texts."""
    return ObjectList(
        [
            ErrorSummary(),
            FieldPanel(model.subject_field, heading=subject_heading),
            *(FieldPanel(name, attrs={"dir": "auto"}) for name in model.text_fields),
            HintsPanel(texts=model.text_fields),
        ],
        base_form_class=TextForm,
    )


class TextIndexView(OwnLanguagesOnly, ListingView):
    """The listing, without the buttons that other apps add row by row with queries of their own."""

    def get_base_queryset(self):
        related = (self.model.subject_field, "locale", "latest_revision")
        return super().get_base_queryset().select_related(*related)

    def get_list_buttons(self, instance):
        return generic.IndexView.get_list_buttons(self, instance)


class OfOneSubject:
    """Offers the way back to the facts, which are `about`."""

    @cached_property
    def subject_model(self):
        """What texts of this kind are about."""
        return self.model._meta.get_field(self.model.subject_field).related_model

    @cached_property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        facts, model = self.about, self.subject_model
        if facts and self.request.user.has_perm(f"defenders.change_{model._meta.model_name}"):
            buttons.append(
                HeaderButton(
                    _("Facts of “%(name)s”") % {"name": facts},
                    url=reverse(model.snippet_viewset.get_url_name("edit"), args=[facts.pk]),
                    icon_name=model.snippet_viewset.icon,
                )
            )
        return buttons


class TextCreateView(OfOneSubject, OwnLanguageFirst, SavedWithWarnings, CreateView):
    """A new text, about what `?organisation=` (or another subject) says and in the language in `?locale=`."""

    @cached_property
    def about(self):
        """The facts asked for, or None where there are none of this key."""
        key = self.request.GET.get(self.model.subject_field, "")
        return (
            self.subject_model.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
        )

    def get_locale(self):
        """The language asked for; 404 for one that is not set up."""
        if "\x00" in self.request.GET.get("locale", ""):
            # PostgreSQL takes no such text, not even to find nothing.
            raise Http404
        return super().get_locale()

    def get_page_subtitle(self):
        return _("Text in this language: %(language)s") % {"language": self.locale.get_display_name()}

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or self.model()
        setattr(instance, self.model.subject_field, self.about)
        return instance

    def get_add_url(self):
        # The form posts to this address, and the other languages are offered from it.
        url = super().get_add_url()
        return set_query_params(url, {self.model.subject_field: self.about.pk}) if url and self.about else url

    def get_preview_url(self):
        name = self.model.snippet_viewset.get_url_name("preview_on_add_in")
        return reverse(name, args=[self.locale.language_code])

    def get_success_url(self):
        return self.get_edit_url()


class TextEditView(OfOneSubject, AsksBeforeOverwriting, SavedWithWarnings, EditView):
    """A text."""

    @cached_property
    def about(self):
        """The facts it is about."""
        return self.object.subject

    def get_success_url(self):
        return self.get_edit_url()


class TextViewSet(GuardedViewSet):
    """Base of texts in the admin."""

    icon = "pilcrow"
    copy_view_enabled = False
    list_filter = {"live": ["exact"], "has_unpublished_changes": ["exact"]}
    list_per_page = 50
    search_backend_name = "default"
    index_view_class = TextIndexView
    add_view_class = TextCreateView
    edit_view_class = TextEditView
    preview_on_add_view_class = TextPreviewOnCreate

    def get_urlpatterns(self):
        in_a_language = path("preview/in/<str:language>/", self.preview_on_add_view, name="preview_on_add_in")
        return [*super().get_urlpatterns(), in_a_language]


class OrganisationTextEditView(TextEditView):
    """The text of an organisation, which can be shown to somebody without an account."""

    @cached_property
    def header_buttons(self):
        return [*super().header_buttons, *link_button("text", self.object, self.request.user)]


class OrganisationTextViewSet(TextViewSet):
    """Texts of organisations."""

    model = OrganisationText
    edit_view_class = OrganisationTextEditView
    menu_label = gettext_lazy("Texts of organisations")
    menu_order = 200
    edit_handler = text_edit_handler(OrganisationText, gettext_lazy("Organisation"))
    list_display = ["organisation", *TEXT_COLUMNS]
    ordering = ["organisation__name", "locale_id"]
