"""Filters of `pages/`: Wagtail's own, with an error that names the parameter; one class per parameter."""

import unicodedata

from django.core.exceptions import ValidationError
from rest_framework.filters import BaseFilterBackend
from wagtail.api.v2 import filters as wagtail_filters
from wagtail.api.v2.utils import BadRequestError, parse_boolean
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.base import OrderByFieldError

from cms.api.parameters import read_choice, read_language, read_text
from cms.directory.filters import InvalidParameter, parse_search

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
    """`search`: words in the pages, all of them or with `search_operator=or` any."""

    def filter_queryset(self, request, queryset, view):
        operator = read_choice(request.GET, "search_operator", ("and", "or"), "and")
        text = parse_search(request.GET.getlist("search"))
        # What is not a letter or a digit would be syntax to some databases.
        wanted = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in text).lower()
        if not wanted.strip():
            return queryset
        # The search can filter by few fields; a list of keys is among what it can.
        found = queryset.model.objects.filter(pk__in=queryset.order_by().values("pk"))
        found = found.select_related("locale").order_by(*queryset.query.order_by)
        try:
            return get_search_backend().search(
                wanted, found, operator=operator, order_by_relevance=not queryset.query.order_by
            )
        except OrderByFieldError as error:
            raise InvalidParameter("order", f"A search cannot be ordered by {error.field_name}.") from error


# Searching comes last: what it gives cannot be filtered further.
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
