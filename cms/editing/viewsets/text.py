"""Texts of organisations, one per language."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, LocaleColumn, UpdatedAtColumn
from wagtail.admin.utils import set_query_params
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from cms.editing.forms.text import OrganisationTextForm
from cms.editing.listing import published_state_of, state_tag
from cms.editing.viewsets.listing_view import ListingView
from cms.snippets.organisation import Organisation
from cms.snippets.texts import OrganisationText

# Wagtail's own column asks the database for every row.
STATE_COLUMN = Column(
    "state",
    label=gettext_lazy("What visitors see"),
    accessor=lambda text: state_tag(published_state_of(text)),
)

EDIT_HANDLER = ObjectList(
    [
        FieldPanel("organisation", heading=gettext_lazy("Organisation")),
        FieldPanel("summary", attrs={"dir": "auto"}),
        FieldPanel("description", attrs={"dir": "auto"}),
        FieldPanel("how_to_ask_for_help", attrs={"dir": "auto"}),
        FieldPanel("hours", attrs={"dir": "auto"}),
    ],
    base_form_class=OrganisationTextForm,
)


class OrganisationTextIndexView(ListingView):
    """The listing, without the buttons that other apps add row by row with queries of their own."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("organisation", "locale", "latest_revision")

    def get_list_buttons(self, instance):
        return generic.IndexView.get_list_buttons(self, instance)


class OfOneOrganisation:
    """Offers the way back to the facts."""

    @cached_property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        organisation = self.about
        if organisation and self.request.user.has_perm("defenders.change_organisation"):
            buttons.append(
                HeaderButton(
                    _("Facts of “%(name)s”") % {"name": organisation},
                    url=reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[organisation.pk]),
                    icon_name="group",
                )
            )
        return buttons


class OrganisationTextCreateView(OfOneOrganisation, CreateView):
    """A new text, of the organisation in `?organisation=` and in the language in `?locale=`."""

    @cached_property
    def about(self):
        """The organisation asked for, or None where there is none of this key."""
        key = self.request.GET.get("organisation", "")
        return Organisation.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None

    def get_page_subtitle(self):
        return _("Text in this language: %(language)s") % {"language": self.locale.get_display_name()}

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or self.model()
        instance.organisation = self.about
        return instance

    def get_add_url(self):
        # The form posts to this address, and the other languages are offered from it.
        url = super().get_add_url()
        return set_query_params(url, {"organisation": self.about.pk}) if url and self.about else url

    def get_success_url(self):
        return self.get_edit_url()


class OrganisationTextEditView(OfOneOrganisation, EditView):
    """A text."""

    @cached_property
    def about(self):
        """The organisation it is about."""
        return self.object.organisation

    def get_success_url(self):
        return self.get_edit_url()


class OrganisationTextViewSet(SnippetViewSet):
    """Texts in the admin."""

    model = OrganisationText
    icon = "pilcrow"
    menu_label = gettext_lazy("Texts of organisations")
    menu_order = 200
    edit_handler = EDIT_HANDLER
    copy_view_enabled = False
    # The labels of Wagtail's own columns would stay in the language in which the server started.
    list_display = [
        "organisation",
        LocaleColumn(label=gettext_lazy("Language")),
        STATE_COLUMN,
        UpdatedAtColumn(label=gettext_lazy("Last saved")),
    ]
    list_filter = {"live": ["exact"], "has_unpublished_changes": ["exact"]}
    list_per_page = 50
    ordering = ["organisation__name", "locale_id"]
    search_backend_name = "default"
    index_view_class = OrganisationTextIndexView
    add_view_class = OrganisationTextCreateView
    edit_view_class = OrganisationTextEditView
