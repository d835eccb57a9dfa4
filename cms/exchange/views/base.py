"""What the screens of an import have in common."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.exchange.models import ImportBatch
from cms.exchange.permissions import may_import


class ImportersOnly:
    """Mixin: whoever may not propose organisations sees nothing of imports."""

    def dispatch(self, request, *args, **kwargs):
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ImportScreen(ImportersOnly, WagtailAdminTemplateMixin, TemplateView):
    """Base of a screen below the list of imports."""

    header_icon = "upload"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("defenders_imports:index"), "label": _("Imports")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]


class OfOneBatch:
    """Mixin: the import that the address names."""

    @cached_property
    def batch(self):
        """It; 404 for one that does not exist."""
        if self.kwargs["pk"] >= 2**63:
            # The database refuses a number that it could not store, even to look for it.
            raise Http404
        return get_object_or_404(ImportBatch.objects.select_related("uploaded_by"), pk=self.kwargs["pk"])

    @property
    def batch_url(self):
        """Where it is shown."""
        return reverse("defenders_imports:batch", args=[self.batch.pk])
