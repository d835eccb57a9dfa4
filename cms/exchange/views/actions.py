"""What is done with an import: the next step, the decision to import it, discarding and undoing."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages

from cms.exchange.batches import begin_undo, confirm, discard
from cms.exchange.permissions import may_go_on_with
from cms.exchange.steps import step
from cms.exchange.views.base import ImportersOnly, ImportScreen, OfOneBatch
from cms.exchange.views.batch import progress_of


class BatchAction(ImportersOnly, OfOneBatch, View):
    """Base: only posted, and only by those whose languages the import holds."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        if not may_go_on_with(request.user, self.batch):
            raise PermissionDenied
        return self.act() or redirect(self.batch_url)

    def act(self):
        """Do it; return a response, or None to show the import."""
        raise NotImplementedError


class StepView(BatchAction):
    """Go on for some seconds. Scripts ask for JSON: {"done", "total", "sentence", "under_way"}."""

    def act(self):
        under_way = step(self.batch, self.request.user)
        if self.request.headers.get("Accept") != "application/json":
            return None
        progress = progress_of(self.batch, self.batch.counts()) or {}
        return JsonResponse(progress | {"under_way": under_way})


class ConfirmView(BatchAction):
    """Import what was compared, as drafts."""

    def act(self):
        if not confirm(self.batch):
            messages.warning(self.request, _("This import has been decided on already."))


class DiscardView(BatchAction):
    """Forget the file."""

    def act(self):
        if discard(self.batch):
            messages.success(self.request, _("The file is discarded. Nothing was imported."))
            return redirect(reverse("defenders_imports:index"))
        messages.warning(self.request, _("This import has been decided on already."))
        return None


class UndoView(OfOneBatch, ImportScreen):
    """Undo an import, after saying what that means."""

    template_name = "defenders/admin/imports/undo.html"
    page_title = gettext_lazy("Undo an import")

    def get_page_subtitle(self):
        return self.batch.file_name

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            batch=self.batch,
            batch_url=self.batch_url,
            imported=self.batch.counts().get("imported", 0),
            applies=self.batch.status in ("importing", "imported"),
        )

    def post(self, request, *args, **kwargs):
        if not may_go_on_with(request.user, self.batch):
            raise PermissionDenied
        if not begin_undo(self.batch):
            messages.warning(request, _("There is nothing to undo."))
        return redirect(self.batch_url)
