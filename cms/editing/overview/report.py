"""The report: items by languages."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.views.reports import ReportView

from cms.common.cells import guarded
from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE
from cms.editing.overview.cells import KIND_WORDS, Links, Row, own_languages, visible_kinds
from cms.editing.overview.filters import OverviewFilterSet
from cms.editing.overview.shares import URL_NAME, language_of
from cms.localisation.overview import items, shares


class TranslationOverview(ReportView):
    """Everything that is translated, by language.

    Filters: `language`, `state`, `newer`, `kind`, `mine`, `q`; page `p`.
    """

    page_title = gettext_lazy("Translations")
    header_icon = "wagtail-localize-language"
    template_name = "defenders/admin/overview/report.html"
    results_template_name = "defenders/admin/overview/results.html"
    index_url_name = URL_NAME
    index_results_url_name = f"{URL_NAME}_results"
    filterset_class = OverviewFilterSet
    is_searchable = True
    list_export = ["kind", "name", "about", *LANGUAGES]
    export_headings = {
        "kind": gettext_lazy("What it is"),
        "name": gettext_lazy("Name"),
        "about": gettext_lazy("Organisation"),
        **ENDONYMS,
    }
    custom_field_preprocess = {name: {"csv": guarded} for name in ("name", "about")}

    def dispatch(self, request, *args, **kwargs):
        if not self.kinds:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def kinds(self):
        """The kinds of items this user may see."""
        return visible_kinds(self.request.user)

    @cached_property
    def links(self):
        """Where this user acts on a cell."""
        return Links(self.request.user)

    @cached_property
    def chosen(self):
        """{filter: value} of the filters in use."""
        if not self.filters or not self.filters.is_valid():
            return {}
        return {name: value for name, value in self.filters.form.cleaned_data.items() if value}

    @cached_property
    def languages(self):
        """The columns: the user's own languages first; one that was asked for stands beside its source."""
        if wanted := self.chosen.get("language"):
            return list(dict.fromkeys([SOURCE_LANGUAGE, wanted]))
        own = own_languages(self.request.user)
        return [*own, *(language for language in LANGUAGES if language not in own)]

    @cached_property
    def everything(self):
        """All items this user may see."""
        return items(self.kinds)

    @cached_property
    def considered(self):
        """The items of the kind and name that were asked for, whatever their states: what the shares count."""
        kind = self.chosen.get("kind")
        return [
            item
            for item in self.everything
            if (not kind or item.kind == kind) and item.matches(self.search_query)
        ]

    def get_base_queryset(self):
        return self.everything

    def filter_queryset(self, queryset):
        return [item for item in self.considered if self._is_wanted(item)]

    def search_queryset(self, queryset):
        # Searched already, for the shares.
        return queryset

    def _is_wanted(self, item):
        """Say whether a cell of the item, in the language that was asked for or in any, is as asked for."""
        language = self.chosen.get("language")
        return any(self._is_cell_wanted(item, one) for one in ([language] if language else LANGUAGES))

    def _is_cell_wanted(self, item, language):
        state = item.states[language]
        return (
            self.chosen.get("state") in (None, state.code)
            and self.chosen.get("newer") in (None, state.newer)
            and ("mine" not in self.chosen or self.links.url(item, language, state) is not None)
        )

    def decorate_paginated_queryset(self, object_list):
        return [
            Row(item, [self.links.cell(item, language) for language in self.languages])
            for item in object_list
        ]

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(
            *args,
            **kwargs,
            languages=[(language, ENDONYMS[language]) for language in self.languages],
            shares=[language_of(share) for share in shares(self.considered, self.languages)],
        )

    def get_filename(self):
        return f"translations-{timezone.localdate().isoformat()}"

    def stream_csv(self, queryset):
        # The words are those of the editor's language, which is no longer in force when the lines are sent.
        return iter(list(super().stream_csv(queryset)))

    def to_row_dict(self, item):
        one = item.item
        cells = {language: self.links.cell(one, language) for language in LANGUAGES}
        return {"kind": str(KIND_WORDS[one.kind]), "name": one.name, "about": one.about} | {
            language: f"{cell.word} ({cell.newer})" if cell.newer else cell.word
            for language, cell in cells.items()
        }
