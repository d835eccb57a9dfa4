"""`categories/`: the roles, services and audiences by which organisations are filtered."""

from django.urls import path
from rest_framework.response import Response
from wagtail.api.v2.views import BaseAPIViewSet

from cms.api.parameters import read_choice, read_language
from cms.api.views import PublicView
from cms.common.vocabularies import CATEGORY_KINDS
from cms.directory.labels import load_categories
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
        categories = sorted(
            (category for category in load_categories() if kind in (None, category.kind)),
            key=lambda category: CATEGORY_KINDS.index(category.kind),
        )
        items = [self._item(category) for category in categories]
        return Response({"meta": {"total_count": len(items)}, "items": items})

    def _item(self, category):
        return {
            "kind": category.kind,
            "code": category.code,
            "label": category.label_in(self.lang),
            "description": category.description_in(self.lang),
        }
