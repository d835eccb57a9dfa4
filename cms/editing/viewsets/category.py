"""Categories: roles, services, audiences."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import TitleColumn
from wagtail.snippets.views.snippets import CreateView, EditView

from cms.common.languages import ENDONYMS
from cms.editing.category_deletion import CategoryDeleteView
from cms.editing.error_summary import ErrorSummary
from cms.editing.forms.category import CategoryForm
from cms.editing.roles.viewset import GuardedViewSet
from cms.editing.viewsets.listing_view import ListingView
from cms.editing.viewsets.posted_versions import AsksBeforeOverwriting
from cms.editing.viewsets.saving import NoAutosave
from cms.snippets.category import Category

EDIT_HANDLER = ObjectList(
    [
        ErrorSummary(),
        MultiFieldPanel(
            [
                FieldPanel("kind", required_on_save=True),
                FieldPanel("code", required_on_save=True),
                FieldPanel("order"),
            ],
            heading=gettext_lazy("Category"),
        ),
        *(
            MultiFieldPanel([FieldPanel(f"label_{lang}"), FieldPanel(f"description_{lang}")], heading=name)
            for lang, name in ENDONYMS.items()
        ),
    ],
    help_text=gettext_lazy(
        "What visitors read, once per language. Where a language is missing they read another one."
    ),
    base_form_class=CategoryForm,
)


class CategoryIndexView(ListingView):
    """The listing, with the labels in the editor's language."""

    @cached_property
    def columns(self):
        columns = super().columns
        columns[1].label = gettext_lazy("Label")
        return columns

    def _get_title_column(self, field_name, column_class=TitleColumn, **kwargs):
        return super()._get_title_column(field_name, column_class, accessor=str, **kwargs)

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("labels")


# A category has no draft: saved while it is typed, half a label would be public.
class CategoryCreateView(NoAutosave, CreateView):
    """A new category."""


class CategoryEditView(NoAutosave, AsksBeforeOverwriting, EditView):
    """A category."""


class CategoryViewSet(GuardedViewSet):
    """Categories in the admin."""

    model = Category
    icon = "tag"
    menu_label = gettext_lazy("Categories")
    menu_order = 300
    edit_handler = EDIT_HANDLER
    copy_view_enabled = False
    list_display = ["__str__", "kind", "code", "order"]
    list_filter = ["kind"]
    list_per_page = 50
    ordering = ["kind", "order", "code"]
    search_backend_name = "default"
    index_view_class = CategoryIndexView
    add_view_class = CategoryCreateView
    edit_view_class = CategoryEditView
    delete_view_class = CategoryDeleteView
    delete_template_name = "defenders/admin/category_delete.html"
