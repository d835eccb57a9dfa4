"""What our listings have in common."""

from django.utils.functional import cached_property
from wagtail.snippets.views.snippets import IndexView


class ListingView(IndexView):
    """A listing that can be searched for anything: SQLite's search fails on a lone quotation mark."""

    @cached_property
    def search_query(self):
        return super().search_query.replace('"', " ").strip()

    def search_queryset(self, queryset):
        """Search among all rows, then keep those that pass the filters: the search itself understands few of them."""
        if not self.is_searching:
            return queryset
        found = super().search_queryset(self.model._default_manager.order_by())
        return queryset.filter(pk__in=[row.pk for row in found])
