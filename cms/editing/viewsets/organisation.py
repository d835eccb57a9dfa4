"""Organisations: listing, form and actions."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.utils import get_latest_str
from wagtail.snippets.views.snippets import CreateView, EditView

from cms.common.labels import PRECISION_LABELS
from cms.common.languages import SOURCE_LANGUAGE
from cms.editing.actions import action_patterns, state_buttons
from cms.editing.error_summary import ErrorSummary
from cms.editing.forms.channel import ChannelForm, ChannelFormSet
from cms.editing.forms.organisation import OrganisationForm
from cms.editing.forms.place import PlaceForm, PlaceFormSet
from cms.editing.freshness.history import freshness_of
from cms.editing.hints.panel import HintsPanel
from cms.editing.listing import COLUMNS, OrganisationFilterSet, attach_roles, listed
from cms.editing.panels import FormInlinePanel
from cms.editing.previews.link_view import link_button
from cms.editing.previews.views import OrganisationPreviewOnCreate, OrganisationPreviewOnEdit
from cms.editing.public_state import public_state
from cms.editing.roles.viewset import GuardedViewSet
from cms.editing.text_links import address_of_new_text, may_with_texts, text_links
from cms.editing.viewsets.listing_view import ListingView
from cms.editing.viewsets.posted_versions import AsksBeforeRefining
from cms.editing.viewsets.saving import NoAutosave, SavedWithWarnings
from cms.exchange.listing_export import ExportsOrganisations
from cms.snippets.organisation import Organisation


def place_field(name):
    """Return the panel of a field of a place, which scripts show only where the precision wants it."""
    return FieldPanel(name, attrs={"data-place-field": name})


EDIT_HANDLER = TabbedInterface(
    [
        ErrorSummary(),
        ObjectList(
            [
                FieldPanel("name", required_on_save=True),
                FieldPanel("acronym"),
                FieldPanel("alternate_name"),
                FieldPanel("website"),
                FieldPanel("logo"),
                MultiFieldPanel(
                    [FieldPanel("organisation_type"), FieldPanel("is_government")],
                    heading=gettext_lazy("Kind of organisation"),
                ),
                MultiFieldPanel(
                    [FieldPanel("slug")], heading=gettext_lazy("Web address"), classname="collapsed"
                ),
            ],
            heading=gettext_lazy("What it is"),
        ),
        ObjectList(
            [
                FieldPanel("roles"),
                FieldPanel("services"),
                FieldPanel("audiences"),
                FieldPanel("areas_served", icon="globe"),
                FieldPanel("languages", icon="comment"),
                MultiFieldPanel(
                    [FieldPanel("intake_status"), FieldPanel("response_time")],
                    heading=gettext_lazy("When somebody asks for help"),
                ),
            ],
            heading=gettext_lazy("What it does and for whom"),
        ),
        ObjectList(
            [
                FormInlinePanel(
                    "places",
                    [
                        FieldPanel("precision", required_on_save=True),
                        place_field("country"),
                        place_field("city_id"),
                        place_field("point"),
                        place_field("is_seat"),
                    ],
                    heading=gettext_lazy("Places"),
                    label=gettext_lazy("Place"),
                    help_text=gettext_lazy(
                        "Where the organisation is, only as precisely as it agreed to. Whom it can help is said in the "
                        "tab before this one. When you make a place less precise or delete it and save, what was more "
                        "precise is gone everywhere at once, also from older versions: there is no way back."
                    ),
                    max_num=30,
                    form=PlaceForm,
                    formset=PlaceFormSet,
                ),
            ],
            heading=gettext_lazy("Where it is"),
        ),
        ObjectList(
            [
                FormInlinePanel(
                    "channels",
                    [
                        FieldPanel("kind"),
                        FieldPanel("value"),
                        FieldPanel("label"),
                        FieldPanel("languages"),
                        FieldPanel("urgent"),
                        FieldPanel("preferred"),
                        FieldPanel("pgp_fingerprint"),
                    ],
                    heading=gettext_lazy("Ways to reach it"),
                    label=gettext_lazy("Way to reach it"),
                    help_text=gettext_lazy(
                        "Only what the organisation itself has made public. Never the number of a person."
                    ),
                    max_num=30,
                    form=ChannelForm,
                    formset=ChannelFormSet,
                ),
            ],
            heading=gettext_lazy("How to reach it"),
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("consent_to_list_on"), FieldPanel("consent_to_list_by")],
                    heading=gettext_lazy("Its consent to be listed"),
                ),
                FieldPanel("source_url"),
                FieldPanel("internal_note"),
                HintsPanel(texts=["internal_note"], names=["name", "alternate_name", "acronym", "website"]),
            ],
            heading=gettext_lazy("Colleagues only"),
        ),
    ],
    base_form_class=OrganisationForm,
)


class OrganisationIndexView(ExportsOrganisations, ListingView):
    """The listing; names are those of the latest version, as on the edit page."""

    def _get_title_column(self, field_name, column_class=TitleColumn, **kwargs):
        return super()._get_title_column(field_name, column_class, accessor=get_latest_str, **kwargs)

    def get_base_queryset(self):
        return listed(super().get_base_queryset())

    def get_table(self, object_list):
        attach_roles(object_list)
        return super().get_table(object_list)

    def get_list_more_buttons(self, instance):
        return super().get_list_more_buttons(instance) + state_buttons(
            instance, self.user_has_permission, next_url=self.request.path
        )


# Without autosave above all because saving makes places coarser everywhere at once, which nothing can undo.
class OrganisationCreateView(NoAutosave, SavedWithWarnings, CreateView):
    """A new organisation; then straight on to its Spanish text."""

    def get_success_url(self):
        add_text = address_of_new_text(self.object, SOURCE_LANGUAGE)
        if add_text and may_with_texts(self.request.user, "add", self.object):
            return add_text
        return self.get_edit_url()

    def get_success_message(self, instance):
        return _("The facts of “%(name)s” are saved. Now write, in Spanish, what it does.") % {
            "name": instance
        }


class OrganisationEditView(NoAutosave, AsksBeforeRefining, SavedWithWarnings, EditView):
    """The facts of an organisation, below a box that says what visitors see of it."""

    @cached_property
    def header_buttons(self):
        return [*super().header_buttons, *link_button("organisation", self.object, self.request.user)]

    def save_action(self):
        for before, now in self.form.coarsened_places():
            messages.warning(self.request, told_about_coarsening(before, now))
        return super().save_action()

    def get_success_url(self):
        # Back to the page itself, whose box says what is public now.
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row = Organisation.objects.get(pk=self.object.pk)
        context["row"] = row
        context["public_state"] = public_state(row, self.request.user)
        context["freshness"] = freshness_of(row)
        context["state_buttons"] = state_buttons(row, self.user_has_permission)
        context["text_links"] = text_links(row, context["public_state"].texts, self.request.user)
        return context


def told_about_coarsening(before, now):
    """Return the sentence about a place that became coarser (or was deleted, `now` None)."""
    names = {"before": PRECISION_LABELS[before], "now": PRECISION_LABELS[now] if now else ""}
    if now is None:
        sentence = _(
            "A place (%(before)s) is deleted everywhere at once: from what visitors see, from drafts and from "
            "older versions."
        )
    else:
        sentence = _(
            "A place is less precise now (before: %(before)s; now: %(now)s). What was more precise is deleted "
            "everywhere at once: from what visitors see, from drafts and from older versions."
        )
    return sentence % names


class OrganisationViewSet(GuardedViewSet):
    """Organisations in the admin."""

    model = Organisation
    icon = "group"
    menu_label = gettext_lazy("Organisations")
    menu_order = 100
    edit_handler = EDIT_HANDLER
    copy_view_enabled = False
    list_display = COLUMNS
    filterset_class = OrganisationFilterSet
    list_per_page = 50
    ordering = "name"
    search_backend_name = "default"
    index_view_class = OrganisationIndexView
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    preview_on_add_view_class = OrganisationPreviewOnCreate
    preview_on_edit_view_class = OrganisationPreviewOnEdit
    edit_template_name = "defenders/admin/organisation_edit.html"

    def get_urlpatterns(self):
        return super().get_urlpatterns() + action_patterns(self)
