"""`organisations/`: the directory, with the filters of the public contract.

Answered from the current release without the database, unless the files are behind (see `overtaken`); drafts are read
from the database.
"""

import re

from django.urls import path
from wagtail.api.v2.views import BaseAPIViewSet

from cms.api import overtaken
from cms.api.addresses import organisation_url
from cms.api.contents import with_meta
from cms.api.drafts import PARAMETER, asked_draft, nothing_to_preview
from cms.api.parameters import read_flag, read_language, read_slice, read_text
from cms.api.problems import Problem
from cms.api.responses import redirect_response
from cms.api.selection import list_of_organisations, published_organisations, read_selection
from cms.api.views import PublicView
from cms.directory import publish
from cms.directory.drafts import draft_of_organisation, latest_organisation
from cms.directory.filters import FILTERS, InvalidParameter
from cms.directory.index import Found, current_index
from cms.directory.json_bytes import as_json
from cms.directory.preview_tokens import ORGANISATION
from cms.directory.records import organisation_record
from cms.models import Organisation

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


class OrganisationsAPIViewSet(PublicView, BaseAPIViewSet):
    """List, detail by UUID, and find by slug."""

    name = "organisations"
    model = Organisation
    # The record comes from the published files; a model that points here must not make one of its own.
    body_fields = []
    meta_fields = nested_default_fields = ["type"]
    parameters = {
        "listing_view": ("lang", *FILTERS, "search", "bbox", "order", "limit", "offset", "facets"),
        "detail_view": ("lang", PARAMETER),
        "find_view": ("lang", "slug"),
    }

    @classmethod
    def get_urlpatterns(cls):
        """List and find first: whatever else stands in their place is taken for an id."""
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            path("find/", cls.as_view({"get": "find_view"}), name="find"),
            path("<str:uuid>/", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    def listing_view(self, request):
        """One page of the organisations that pass all filters."""
        query = request.GET
        self.lang = read_language(query)
        start, end = read_slice(query)
        counted = read_flag(query, "facets")
        index = current_index()
        selection = read_selection(query, self.lang, index)
        public = overtaken.public_now(selection)
        allowed = None if public is None else overtaken.mask_now(index, public)
        found = Found(index, selection, allowed)
        items = self._contents(index, found.page(start, end), public)
        return list_of_organisations(found, items, index, counted)

    def detail_view(self, request, uuid):
        """One organisation, or its draft for who has a token."""
        uuid = uuid.lower()
        draft = asked_draft(request.GET, ORGANISATION, uuid, read_language(request.GET, default=None))
        if draft:
            return self._draft(draft)
        self.lang = read_language(request.GET)
        index = current_index()
        number = index.neutral.ids.number_of(uuid) if _UUID.fullmatch(uuid) else None
        numbers = [] if number is None else [number]
        contents = self._contents(index, numbers, overtaken.public_now(uuid=uuid) if numbers else None)
        if not contents:
            raise Problem(404, "There is no public organisation with this id.")
        return contents[0]

    def find_view(self, request):
        """Redirect from a slug to the detail: 302, or 301 from a slug the organisation had before."""
        lang = read_language(request.GET)
        slug = read_text(request.GET, "slug")
        if not slug:
            raise InvalidParameter("slug", "Say which organisation: slug is missing.")
        index = current_index()
        for slugs, permanent in ((index.neutral.slugs, False), (index.neutral.former_slugs, True)):
            number = slugs.number_of(slug)
            if number is None:
                continue
            uuid = index.languages[lang].records.id_of(number)
            public = overtaken.public_now(uuid=uuid)
            if public is None or uuid in public:
                return redirect_response(request, organisation_url(uuid, lang), permanent)
        raise Problem(404, "There is no public organisation with this slug.", "slug")

    def _contents(self, index, numbers, public):
        """Return the JSON of records; `public` is what `overtaken.public_now` says."""
        if public is None:
            return published_organisations(index, numbers, self.lang)
        ids = map(index.languages[self.lang].records.id_of, numbers)
        return overtaken.organisations_now([public[one] for one in ids if one in public], self.lang)

    def _draft(self, target):
        version = latest_organisation(target)
        if version is None:
            raise nothing_to_preview()
        self.lang, self.is_draft = target.lang, True
        loaded = draft_of_organisation(version)
        record = as_json(organisation_record(loaded, self.lang, publish.today_utc()))
        return with_meta([record], self.model, "organisations", self.lang)[0]
