"""What `programmes/`, `trainings/` and `testimonies/` have in common: list and detail by UUID."""

import re

from django.urls import path
from rest_framework.response import Response
from wagtail.api.v2.views import BaseAPIViewSet

from cms.api.addresses import record_url
from cms.api.parameters import read_language, read_slice
from cms.api.problems import Problem
from cms.api.views import PublicView
from cms.directory import publish
from cms.directory.filters import Filter, parse_search, parse_values
from cms.directory.guidance import Kind
from cms.directory.guidance_filters import passes
from cms.directory.index import current_index

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


class GuidanceAPIViewSet(PublicView, BaseAPIViewSet):
    """Base. A subclass says which `kind` of facts it shows, by which `filters`, and its `parameters`."""

    kind: Kind
    filters: dict[str, Filter] = {}
    not_found: str

    # The record comes from `directory`; a model that points here must not make one of its own.
    body_fields = []
    meta_fields = nested_default_fields = ["type"]

    @classmethod
    def get_urlpatterns(cls):
        """List first: whatever else stands in its place is taken for an id."""
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            path("<str:uuid>/", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    def listing_view(self, request):
        """One page of those that pass all filters."""
        query = request.GET
        self.lang = read_language(query)
        start, end = read_slice(query)
        params = dict(query.lists())
        values = parse_values(params, current_index().neutral.codes, self.filters)
        search = parse_search(params.get("search", ()))
        today = publish.today_utc()
        found = [
            loaded
            for loaded in self.kind.load(today)
            if passes(self.kind.facts(loaded, today), values, self.filters)
            and (not search or self.kind.answers(loaded, self.lang, search))
        ]
        items = [self._item(loaded, today) for loaded in found[start:end]]
        return Response({"meta": {"total_count": len(found)}, "items": items})

    def detail_view(self, request, uuid):
        """One of them."""
        self.lang = read_language(request.GET)
        today = publish.today_utc()
        found = self.kind.load(today, uuid) if _UUID.fullmatch(uuid) else []
        if not found:
            raise Problem(404, self.not_found)
        return Response(self._item(found[0], today))

    def _item(self, loaded, today):
        record = self.kind.record(loaded, self.lang, today)
        meta = {
            "type": f"defenders.{self.model.__name__}",
            "detail_url": record_url(self.kind.name, record["id"], self.lang),
        }
        return {"id": record["id"], "meta": meta, **record}
