"""What the listings and forms of programmes, trainings and testimonies have in common."""

from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.utils import get_latest_str
from wagtail.snippets.views.snippets import CreateView, EditView

from cms.common.languages import SOURCE_LANGUAGE
from cms.editing.actions import action_patterns, state_buttons
from cms.editing.guidance_state import guidance_state, with_state
from cms.editing.hints.panel import HintsPanel
from cms.editing.roles.viewset import GuardedViewSet
from cms.editing.text_links import address_of_new_text, may_with_texts, text_links
from cms.editing.viewsets.listing_view import ListingView
from cms.editing.viewsets.posted_versions import AsksBeforeOverwriting
from cms.editing.viewsets.saving import NoAutosave, SavedWithWarnings


def colleagues_only(*panels, heading):
    """Return the tab of what visitors never see, and of the mark for sample content."""
    return ObjectList(
        [
            *panels,
            FieldPanel("source_url"),
            FieldPanel("internal_note"),
            FieldPanel("is_sample"),
            HintsPanel(texts=["internal_note"]),
        ],
        heading=heading,
    )


def group(heading, *names):
    """Return a box of fields."""
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=heading)


class FactsIndexView(ListingView):
    """The listing; names are those of the latest version, as on the edit page."""

    related: tuple[str, ...] = ("latest_revision",)

    def _get_title_column(self, field_name, column_class=TitleColumn, **kwargs):
        return super()._get_title_column(field_name, column_class, accessor=get_latest_str, **kwargs)

    def get_base_queryset(self):
        rows = with_state(super().get_base_queryset())
        return rows.select_related(*self.related).prefetch_related("texts__locale")

    def get_list_more_buttons(self, instance):
        return super().get_list_more_buttons(instance) + state_buttons(
            instance, self.user_has_permission, next_url=self.request.path
        )


class FactsOfOrganisationIndexView(FactsIndexView):
    """The same for what an organisation runs."""

    related = ("latest_revision", "organisation")


class FactsCreateView(NoAutosave, SavedWithWarnings, CreateView):
    """New facts; then straight on to their Spanish text."""

    def get_success_url(self):
        add_text = address_of_new_text(self.object, SOURCE_LANGUAGE)
        if add_text and may_with_texts(self.request.user, "add", self.object):
            return add_text
        return self.get_edit_url()

    def get_success_message(self, instance):
        return _("The facts of “%(name)s” are saved. Now write its text in Spanish.") % {"name": instance}


class FactsEditView(NoAutosave, AsksBeforeOverwriting, SavedWithWarnings, EditView):
    """Facts, below a box that says what visitors see of them."""

    def get_success_url(self):
        # Back to the page itself, whose box says what is public now.
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row = self.model.objects.get(pk=self.object.pk)
        state = guidance_state(row, self.request.user)
        context["row"] = row
        context["public_state"] = state
        context["state_buttons"] = state_buttons(row, self.user_has_permission)
        context["text_links"] = text_links(row, state.texts, self.request.user)
        return context


class FactsViewSet(GuardedViewSet):
    """Base of facts in the admin."""

    copy_view_enabled = False
    list_per_page = 50
    search_backend_name = "default"
    index_view_class = FactsIndexView
    add_view_class = FactsCreateView
    edit_view_class = FactsEditView
    edit_template_name = "defenders/admin/guidance_edit.html"

    def get_urlpatterns(self):
        return super().get_urlpatterns() + action_patterns(self)
