"""What `programmes/`, `trainings/` and `testimonies/` have in common: list and detail by UUID."""

from django.urls import path
from wagtail.api.v2.views import BaseAPIViewSet

from cms.api import overtaken
from cms.api.contents import list_content, with_meta
from cms.api.parameters import read_language, read_slice
from cms.api.problems import Problem
from cms.api.views import PublicView
from cms.directory import publish
from cms.directory.filters import Filter, parse_search, parse_values
from cms.directory.guidance import Kind
from cms.directory.guidance_filters import passes
from cms.directory.index import current_index


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
        index = current_index()
        params = dict(query.lists())
        values = parse_values(params, index.neutral.codes, self.filters)
        search = parse_search(params.get("search", ()))
        found = [
            entry.content
            for entry in self._entries(index)
            if passes(entry.facts, values, self.filters) and (not search or entry.answers(search))
        ]
        return list_content(len(found), self._with_meta(found[start:end]))

    def detail_view(self, request, uuid):
        """One of them."""
        self.lang = read_language(request.GET)
        wanted = uuid.lower()
        found = [entry.content for entry in self._entries(current_index()) if entry.id == wanted]
        if not found:
            raise Problem(404, self.not_found)
        return self._with_meta(found)[0]

    def _entries(self, index):
        """Return all there are in order: what is published, unless it may show too much."""
        today = publish.today_utc()
        now = overtaken.entries_now(self.kind, self.lang, today)
        return index.guidance[self.lang].entries(self.kind, today) if now is None else now

    def _with_meta(self, records):
        return with_meta(records, self.model, self.kind.name, self.lang)
