"""`categories/`: the roles, services and audiences by which organisations are filtered."""

from django.urls import path
from wagtail.api.v2.views import BaseAPIViewSet

from cms.api.contents import list_content
from cms.api.parameters import read_choice, read_language
from cms.api.views import PublicView
from cms.common.vocabularies import CATEGORY_KINDS
from cms.directory.index import current_index
from cms.directory.json_bytes import as_json
from cms.models import Category


class CategoriesAPIViewSet(PublicView, BaseAPIViewSet):
    """All categories at once, in display order: roles, services, audiences."""

    name = "categories"
    model = Category
    # A model that points here must not show integer keys.
    body_fields = []
    meta_fields = nested_default_fields = ["type"]
    parameters = {"listing_view": ("lang", "kind")}

    @classmethod
    def get_urlpatterns(cls):
        """A list and nothing below it."""
        return [path("", cls.as_view({"get": "listing_view"}), name="listing")]

    def listing_view(self, request):
        """The codes with their labels and descriptions in one language."""
        self.lang = read_language(request.GET)
        kind = read_choice(request.GET, "kind", CATEGORY_KINDS, default=None)
        categories = current_index().guidance[self.lang].categories
        items = [as_json(one) for one in categories if kind in (None, one["kind"])]
        return list_content(len(items), items)
