"""Filters of `pages/`: Wagtail's own, with an error that names the parameter; one class per parameter."""

import unicodedata

from django.core.exceptions import ValidationError
from django.db.models import Case, When
from rest_framework.filters import BaseFilterBackend
from wagtail.api.v2 import filters as wagtail_filters
from wagtail.api.v2.utils import BadRequestError, parse_boolean
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from cms.api.parameters import read_choice, read_language, read_text
from cms.common.text import words
from cms.directory.filters import InvalidParameter, parse_search
from cms.directory.search import IN_NAME, IN_TEXT, search_rank

# Values a page can be found by -> what makes a value of the text, or raises ValueError or ValidationError.
FIELDS = {
    name: Page._meta.get_field(name).to_python
    for name in ("id", "title", "slug", "seo_title", "search_description")
} | {"show_in_menus": parse_boolean}
ORDERS = ("id", "title", "slug", "first_published_at")


class FieldFilter(BaseFilterBackend):
    """`id`, `title`, `slug` and so on: pages with exactly this value."""

    def filter_queryset(self, request, queryset, view):
        for name, parse in FIELDS.items():
            text = read_text(request.GET, name)
            if text:
                try:
                    value = parse(text)
                except (ValueError, ValidationError) as error:
                    raise InvalidParameter(name, f"This cannot be a value of “{name}”.") from error
                queryset = queryset.filter(**{name: value})
        return queryset


class LanguageFilter(BaseFilterBackend):
    """`lang`, or `locale` as Wagtail calls it: pages in one language."""

    def filter_queryset(self, request, queryset, view):
        lang = read_page_language(request.GET)
        return queryset.filter(locale__language_code=lang) if lang else queryset


class OrderFilter(BaseFilterBackend):
    """`order`: names of fields, each with or without a minus sign."""

    def filter_queryset(self, request, queryset, view):
        names = [name.strip() for name in read_text(request.GET, "order").split(",") if name.strip()]
        for name in names:
            if name.removeprefix("-") not in ORDERS:
                raise InvalidParameter("order", f"Order by {', '.join(ORDERS)}, or one of them after a “-”.")
        return queryset.order_by(*names) if names else queryset


class WagtailFilter(BaseFilterBackend):
    """Base of the filters that Wagtail makes: its sentence, our shape."""

    parameter: str
    backend: type[BaseFilterBackend]

    def filter_queryset(self, request, queryset, view):
        if not read_text(request.GET, self.parameter):
            return queryset
        try:
            return self.backend().filter_queryset(request, queryset, view)
        except BadRequestError as error:
            raise InvalidParameter(self.parameter, f"{error}.") from error


class ChildOfFilter(WagtailFilter):
    """`child_of`: the id of a page, or root."""

    parameter, backend = "child_of", wagtail_filters.ChildOfFilter


class AncestorOfFilter(WagtailFilter):
    """`ancestor_of`: the id of a page."""

    parameter, backend = "ancestor_of", wagtail_filters.AncestorOfFilter


class DescendantOfFilter(WagtailFilter):
    """`descendant_of`: the id of a page, or root."""

    parameter, backend = "descendant_of", wagtail_filters.DescendantOfFilter


class TranslationOfFilter(WagtailFilter):
    """`translation_of`: the id of a page, or root."""

    parameter, backend = "translation_of", wagtail_filters.TranslationOfFilter


class SearchFilter(BaseFilterBackend):
    """`search`: words in the pages, all of them or with `search_operator=or` any.

    Titles and descriptions are searched as organisations are, on every database alike; what else the pages say is
    found by Wagtail's index. Without an order, titles come first, then descriptions, then the rest.
    """

    def filter_queryset(self, request, queryset, view):
        operator = read_choice(request.GET, "search_operator", ("and", "or"), "and")
        text = parse_search(request.GET.getlist("search"))
        if not words(text):
            return queryset
        searches = words(text) if operator == "or" else [text]
        named, described = [], []
        for pk, title, seo_title, description in queryset.order_by().values_list(
            "pk", "title", "seo_title", "search_description"
        ):
            ranks = {search_rank(search, (title, seo_title), description) for search in searches}
            if IN_NAME in ranks:
                named.append(pk)
            elif IN_TEXT in ranks:
                described.append(pk)
        indexed = [page.pk for page in _search_index(queryset, text, operator)]
        found = queryset.filter(pk__in={*named, *described, *indexed})
        if read_text(request.GET, "order"):
            return found
        rank = Case(When(pk__in=named, then=0), When(pk__in=described, then=1), default=2)
        return found.order_by(rank, "title", "pk")


def _search_index(queryset, text, operator):
    # What is not a letter or a digit would be syntax to some databases.
    wanted = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in text).lower()
    # The index can filter by few fields; a list of keys is among what it can.
    found = queryset.model.objects.filter(pk__in=queryset.order_by().values("pk")).order_by()
    return get_search_backend().search(wanted, found, operator=operator)


# Searching comes last: it looks at what the others leave.
PAGE_FILTERS = [
    FieldFilter,
    ChildOfFilter,
    AncestorOfFilter,
    DescendantOfFilter,
    TranslationOfFilter,
    LanguageFilter,
    OrderFilter,
    SearchFilter,
]


def read_page_language(query):
    """Return the language asked for by `lang` or `locale`, or None; both may be given if they agree."""
    lang, locale = (read_language(query, name, default=None) for name in ("lang", "locale"))
    if lang and locale and lang != locale:
        raise InvalidParameter("locale", "“lang” and “locale” mean the same: give one of them.")
    return lang or locale
