"""`pages/`: Wagtail's own endpoint, for public pages only, with `lang` and the errors of this API."""

from functools import cached_property

from django.db.models import Q
from rest_framework.response import Response
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Site

from cms.api.addresses import page_detail_url
from cms.api.drafts import PARAMETER, asked_draft, nothing_to_preview
from cms.api.page_fields import PublicPageSerializer
from cms.api.page_filters import FIELDS, PAGE_FILTERS, read_page_language
from cms.api.parameters import read_slice, read_text
from cms.api.problems import Problem
from cms.api.responses import redirect_response
from cms.api.views import PublicView
from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.directory.drafts import latest_page
from cms.directory.filters import InvalidParameter
from cms.directory.preview_tokens import PAGE
from cms.directory.visibility import public_pages

LONGEST_FIELDS = 400  # the parser of `fields` calls itself for every bracket

META_FIELDS = [
    "type",
    "detail_url",
    "html_url",
    "slug",
    "show_in_menus",
    "seo_title",
    "search_description",
    "first_published_at",
    "parent",
    "locale",
    "lang",
    "translations",
]
LIST_FIELDS = [
    "id",
    "type",
    "detail_url",
    "title",
    "html_url",
    "slug",
    "first_published_at",
    "locale",
    "lang",
    "translations",
]


class PagePagination(WagtailPagination):
    """`limit` and `offset` with the limits of this API."""

    def paginate_queryset(self, queryset, request, view=None):
        start, end = read_slice(request.GET)
        self.view, self.total_count = view, queryset.count()
        return list(queryset[start:end])


class PublicPagesAPIViewSet(PublicView, PagesAPIViewSet):
    """List, detail by integer id, and find by path."""

    base_serializer_class = PublicPageSerializer
    pagination_class = PagePagination
    filter_backends = PAGE_FILTERS
    meta_fields = META_FIELDS
    listing_default_fields = LIST_FIELDS
    parameters = {
        "listing_view": (
            "lang",
            "locale",
            "type",
            "child_of",
            "ancestor_of",
            "descendant_of",
            "translation_of",
            *FIELDS,
            "search",
            "search_operator",
            "fields",
            "order",
            "limit",
            "offset",
        ),
        "detail_view": ("lang", "locale", "fields", PARAMETER),
        "find_view": ("lang", "locale", "html_path", "id", "fields"),
    }

    @classmethod
    def get_listing_default_fields(cls, model):
        """Return what a list shows when nothing else is asked for."""
        return cls.listing_default_fields[:]

    @cached_property
    def public_pages(self):
        """Public pages that have an address: those below the first page of a site in any language."""
        in_a_site = Q(pk__in=[])
        for root in Site.get_site_root_paths():
            in_a_site |= Q(url_path__startswith=root.root_path)
        return public_pages().filter(in_a_site).select_related("locale")

    def get_base_queryset(self):
        """Return the pages everybody may see."""
        return self.public_pages

    def get_queryset(self):
        """Return the pages of the types asked for."""
        read_text(self.request.GET, "type")
        try:
            queryset = super().get_queryset()
        except BadRequestError as error:
            raise InvalidParameter("type", "There is no such type of page.") from error
        return queryset.select_related("locale")

    def get_root_page(self):
        """Return the first page of the site in the language asked for, whatever host the request names."""
        site = Site.objects.select_related("root_page").order_by("-is_default_site", "pk").first()
        if site is None:
            raise BadRequestError("there is no site yet")
        root = site.root_page
        lang = read_page_language(self.request.GET)
        translated = lang and root.get_translations(inclusive=True).filter(locale__language_code=lang).first()
        return translated or root

    def check_query_parameters(self, queryset):
        """Parameters are checked for every endpoint alike, before anything else."""

    def get_object(self):
        """Return the public page asked for, or the draft that a token opens."""
        return self._draft if self.is_draft else super().get_object()

    def get_serializer_class(self):
        """Return the serializer of the `fields` asked for."""
        if len(read_text(self.request.GET, "fields")) > LONGEST_FIELDS:
            raise InvalidParameter("fields", f"“fields” has at most {LONGEST_FIELDS} characters.")
        try:
            return super().get_serializer_class()
        except BadRequestError as error:
            raise InvalidParameter("fields", f"{error}.") from error

    def get_serializer(self, pages, many=False):
        """Return the serializer of pages, their translations read at once."""
        self.shown = pages if many else [pages]
        return super().get_serializer(pages, many=many)

    def get_serializer_context(self):
        """Return what the fields need beside the page: {translation key: public pages in all languages}."""
        keys = {page.translation_key for page in self.shown}
        translations: dict = {}
        for page in self.public_pages.filter(translation_key__in=keys):
            translations.setdefault(page.translation_key, []).append(page)
        for pages in translations.values():
            pages.sort(key=lambda page: LANGUAGES.index(page.locale.language_code))
        return super().get_serializer_context() | {"translations": translations}

    def listing_view(self, request):
        """One page of the pages that pass all filters."""
        self.lang = read_page_language(request.GET)
        return super().listing_view(request)

    def detail_view(self, request, pk):
        """One page, or its draft for who has a token."""
        draft = asked_draft(request.GET, PAGE, str(pk), read_page_language(request.GET))
        if draft:
            self.is_draft, self._draft = True, latest_page(draft)
            if self._draft is None:
                raise nothing_to_preview()
        page = self.get_object()
        self.lang = page.locale.language_code
        return Response(self.get_serializer(page).data)

    def find_view(self, request):
        """Redirect from the path of a page for people, or from its id, to its detail."""
        page = self.find_object(self.filter_queryset(self.get_queryset()), request)
        if page is None:
            raise Problem(404, "There is no public page at this path or with this id.")
        rest = request.GET.copy()
        for name in ("html_path", "id"):
            rest.pop(name, None)
        url = page_detail_url(page.pk)
        return redirect_response(request, f"{url}?{rest.urlencode()}" if rest else url)

    def find_object(self, queryset, request):
        """Return the page at `html_path`, with or without its language in front, or the one with `id`."""
        path = read_text(request.GET, "html_path")
        if not path:
            if not read_text(request.GET, "id"):
                raise InvalidParameter("html_path", "Say which page: html_path or id is missing.")
            return queryset.first()
        lang, parts = read_page_language(request.GET), [part for part in path.split("/") if part]
        if parts and parts[0] in LANGUAGES:
            lang = parts.pop(0)
        wanted = "/".join([*parts, ""])
        paths = [
            root.root_path + wanted
            for root in Site.get_site_root_paths()
            if root.language_code == (lang or SOURCE_LANGUAGE)
        ]
        return queryset.filter(url_path__in=paths).first()
