"""The list of imports."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn, UserColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from cms.exchange.models import ImportBatch
from cms.exchange.views.base import ImportersOnly


class ImportsView(ImportersOnly, generic.IndexView):
    """All imports, the newest first."""

    model = ImportBatch
    page_title = gettext_lazy("Imports")
    header_icon = "upload"
    paginate_by = 30
    is_searchable = False
    default_ordering = "-uploaded_at"
    index_url_name = "defenders_imports:index"
    index_results_url_name = "defenders_imports:index_results"
    columns = [
        TitleColumn(
            "file_name",
            label=gettext_lazy("File"),
            get_url=lambda batch: reverse("defenders_imports:batch", args=[batch.pk]),
        ),
        Column("status", label=gettext_lazy("Status"), accessor="get_status_display"),
        Column("uploaded_at", label=gettext_lazy("Uploaded"), sort_key="uploaded_at"),
        UserColumn("uploaded_by", label=gettext_lazy("By")),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("uploaded_by__wagtail_userprofile")

    @property
    def header_buttons(self):
        """The way to a new one."""
        return [HeaderButton(_("Import a file"), url=reverse("defenders_imports:upload"), icon_name="plus")]

    @property
    def no_results_message(self):
        """Said while nobody has imported anything."""
        return _("Nothing was imported yet.")
