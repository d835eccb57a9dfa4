"""Imports in the admin's menu."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from cms.exchange.permissions import may_import
from cms.exchange.views.actions import ConfirmView, DiscardView, StepView, UndoView
from cms.exchange.views.batch import BatchView
from cms.exchange.views.listing import ImportsView
from cms.exchange.views.upload import TemplateDownloadView, UploadView


class ImportsMenuItem(MenuItem):
    """Only for those who may."""

    def is_shown(self, request):
        return may_import(request.user)


class ImportsViewSet(ViewSet):
    """Imports of organisations as proposals."""

    name = "defenders_imports"
    url_prefix = "defenders/imports"
    icon = "upload"
    menu_label = _("Imports")
    menu_name = "defenders-imports"
    menu_order = 400
    menu_item_class = ImportsMenuItem

    def get_urlpatterns(self):
        return [
            path("", ImportsView.as_view(), name="index"),
            path("results/", ImportsView.as_view(results_only=True), name="index_results"),
            path("upload/", UploadView.as_view(), name="upload"),
            path("template.<str:form>", TemplateDownloadView.as_view(), name="template"),
            path("<int:pk>/", BatchView.as_view(), name="batch"),
            path("<int:pk>/step/", StepView.as_view(), name="step"),
            path("<int:pk>/confirm/", ConfirmView.as_view(), name="confirm"),
            path("<int:pk>/discard/", DiscardView.as_view(), name="discard"),
            path("<int:pk>/undo/", UndoView.as_view(), name="undo"),
        ]


def register_import_actions(actions):
    """Add what the history of an organisation or a text says about imports (for the hook `register_log_actions`)."""
    actions.register_action("defenders.import", _("Import"), _("Proposed by an import"))
