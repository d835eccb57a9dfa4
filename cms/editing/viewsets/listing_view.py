"""What our listings have in common."""

from django.utils.functional import cached_property
from wagtail.snippets.views.snippets import IndexView


class ListingView(IndexView):
    """A listing that can be searched for anything: SQLite's search fails on a lone quotation mark."""

    @cached_property
    def search_query(self):
        return super().search_query.replace('"', " ").strip()
