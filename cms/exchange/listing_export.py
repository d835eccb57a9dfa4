"""The buttons “Download” of the listing of organisations."""

from wagtail.admin.auth import permission_denied

from cms.exchange.export import RESPONSES, exported_rows
from cms.exchange.permissions import may_export


class ExportsOrganisations:
    """Mixin for the listing: what its filters and its search show, as a table."""

    @property
    def show_export_buttons(self):
        """Only for those who may."""
        return may_export(self.request.user)

    def get(self, request, *args, **kwargs):
        if not self.is_export:
            return super().get(request, *args, **kwargs)
        if not may_export(request.user):
            return permission_denied(request)
        # The listing's own way would build every row of the page first.
        pks = [row.pk for row in self.get_queryset().only("pk").select_related(None).prefetch_related(None)]
        return RESPONSES[request.GET["export"]](exported_rows(pks), "organisations")
