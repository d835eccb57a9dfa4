"""`organisations/`: the directory, with the filters of the public contract."""

import re

from django.urls import path
from rest_framework.response import Response
from wagtail.api.v2.views import BaseAPIViewSet

from cms.api.addresses import organisation_url
from cms.api.drafts import PARAMETER, asked_draft, nothing_to_preview
from cms.api.parameters import (
    read_bounding_box,
    read_choice,
    read_language,
    read_slice,
    read_text,
)
from cms.api.problems import Problem
from cms.api.responses import redirect_response
from cms.api.selection import ORDERS, Selection, selected_keys
from cms.api.views import PublicView
from cms.common.vocabularies import CATEGORY_CODES
from cms.directory import publish
from cms.directory.drafts import draft_of_organisation, latest_organisation
from cms.directory.filters import FILTERS, InvalidParameter, parse_filters
from cms.directory.preview_tokens import ORGANISATION
from cms.directory.records import load, organisation_record
from cms.directory.visibility import public_organisations
from cms.models import Category, FormerSlug, Organisation

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


class OrganisationsAPIViewSet(PublicView, BaseAPIViewSet):
    """List, detail by UUID, and find by slug."""

    name = "organisations"
    model = Organisation
    # The record comes from `directory.records`; a model that points here must not make one of its own.
    body_fields = []
    meta_fields = nested_default_fields = ["type"]
    parameters = {
        "listing_view": ("lang", *FILTERS, "search", "bbox", "order", "limit", "offset"),
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
        order = read_choice(query, "order", ORDERS, default=None)
        start, end = read_slice(query)
        params = dict(query.lists())
        selection = Selection(
            parse_filters(params, category_codes(params)), self.lang, read_bounding_box(query), order
        )
        if order == "relevance" and not selection.filters.search:
            raise InvalidParameter("order", "“relevance” needs a “search” to be relevant to.")
        keys = selected_keys(selection)
        return Response({"meta": {"total_count": len(keys)}, "items": self._records(keys[start:end])})

    def detail_view(self, request, uuid):
        """One organisation, or its draft for who has a token."""
        draft = asked_draft(request.GET, ORGANISATION, uuid.lower(), read_language(request.GET, default=None))
        if draft:
            return self._draft(draft)
        self.lang = read_language(request.GET)
        keys = _UUID.fullmatch(uuid) and public_organisations().filter(uuid=uuid).values_list("pk", flat=True)
        records = self._records(list(keys or ()))
        if not records:
            raise Problem(404, "There is no public organisation with this id.")
        return Response(records[0])

    def find_view(self, request):
        """Redirect from a slug to the detail: 302, or 301 from a slug the organisation had before."""
        lang = read_language(request.GET)
        slug = read_text(request.GET, "slug")
        if not slug:
            raise InvalidParameter("slug", "Say which organisation: slug is missing.")
        found = public_organisations().filter(slug=slug).values_list("uuid", flat=True).first()
        if found:
            return redirect_response(request, organisation_url(found, lang))
        former = FormerSlug.objects.filter(slug=slug, organisation__in=public_organisations())
        found = former.values_list("organisation__uuid", flat=True).first()
        if found:
            return redirect_response(request, organisation_url(found, lang), permanent=True)
        raise Problem(404, "There is no public organisation with this slug.", "slug")

    def _draft(self, target):
        version = latest_organisation(target)
        if version is None:
            raise nothing_to_preview()
        self.lang, self.is_draft = target.lang, True
        loaded = draft_of_organisation(version)
        return Response(self._with_meta(organisation_record(loaded, self.lang, publish.today_utc())))

    def _records(self, keys):
        today = publish.today_utc()
        return [self._with_meta(organisation_record(loaded, self.lang, today)) for loaded in load(keys)]

    def _with_meta(self, record):
        meta = {
            "type": "defenders.Organisation",
            "detail_url": organisation_url(record["id"], self.lang),
        }
        return {"id": record["id"], "meta": meta, **record}


def category_codes(params):
    """Return {kind: codes} for `parse_filters`: those of the contract, and others that are asked for.

    No query where the codes of the contract are enough.
    """
    asked = {
        kind: {part.strip() for value in params.get(kind, ()) for part in value.split(",")} - {""}
        for kind in CATEGORY_CODES
    }
    if all(codes <= set(CATEGORY_CODES[kind]) for kind, codes in asked.items()):
        return CATEGORY_CODES
    codes = {kind: list(known) for kind, known in CATEGORY_CODES.items()}
    for kind, code in Category.objects.values_list("kind", "code"):
        if code not in codes[kind]:
            codes[kind].append(code)
    return codes
