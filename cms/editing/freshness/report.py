"""The report: what is due to be verified, expired or was never verified, with broken links, and a button per row."""

from datetime import date

import django_filters
from django import forms
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from cms.common.cells import guarded, writable
from cms.common.labels import VERIFICATION_LABELS
from cms.common.territories import country_name
from cms.directory.verification import verification_state
from cms.directory.visibility import public_organisations
from cms.editing.actions import VerifyView
from cms.editing.actions.buttons import action_button
from cms.editing.freshness.links.results import broken_links_of
from cms.editing.freshness.states import STATE_CHOICES, by_urgency, in_state
from cms.editing.names import country_choices, editor_language
from cms.snippets.link_check import LinkCheck
from cms.snippets.organisation import Organisation
from cms.snippets.place import Place

URL_NAME = "defenders_freshness"


class FreshnessFilterSet(WagtailFilterSet):
    """The filters beside the report."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Verification"),
        choices=list(STATE_CHOICES.items()),
        method="filter_state",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Main office in"),
        choices=country_choices,
        method="filter_country",
        widget=forms.Select,
        empty_label=gettext_lazy("Any country"),
    )
    links = django_filters.ChoiceFilter(
        label=gettext_lazy("Links"),
        choices=[("broken", gettext_lazy("With broken links"))],
        method="filter_links",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Organisation
        fields: list[str] = []

    def filter_state(self, queryset, name, value):
        """Those in this state today."""
        return in_state(queryset, value, date.today())

    def filter_country(self, queryset, name, value):
        """Those whose main office is in the country."""
        return queryset.filter(
            pk__in=Place.objects.filter(is_seat=True, country=value).values("organisation")
        )

    def filter_links(self, queryset, name, value):
        """Those with a link that failed on two days."""
        return queryset.filter(pk__in=LinkCheck.objects.broken().values("organisation"))


def seat_country(organisation):
    """Return the country of its main office by name, "" where none is shown."""
    seat = next((place for place in organisation.places.all() if place.is_seat and place.country), None)
    return country_name(seat.country, editor_language()) if seat else ""


def verified_by_name(organisation):
    """Return the name of who verified it last."""
    user = organisation.verified_by
    return (user.get_full_name() or user.get_username()) if user else ""


def state_label(organisation):
    """Return how far its verification can be trusted."""
    state = verification_state(organisation.verified_on, organisation.review_due, date.today())
    label = str(VERIFICATION_LABELS[state])
    return _("%(state)s (sample content)") % {"state": label} if organisation.is_sample else label


def _day(name):
    def day_of(organisation):
        day = getattr(organisation, name)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""

    return day_of


class VerifyColumn(Column):
    """The button “Verified today”, for who may press it."""

    cell_template_name = "defenders/admin/freshness/verify_cell.html"

    def get_value(self, organisation):
        return organisation.verify_button


class LinksColumn(Column):
    """How many links are broken, and which."""

    cell_template_name = "defenders/admin/freshness/links_cell.html"


# Attribute of a decorated row -> how it is made; these are also the columns of the export.
CELLS = {
    "seat_country_name": seat_country,
    "verified_by_name": verified_by_name,
    "state_label": state_label,
}
_GUARDED = {"csv": lambda text: guarded(writable(text)), "xlsx": writable}


class FreshnessReport(ReportView):
    """Public organisations, the most urgent first. Its queries do not grow with what it lists."""

    model = Organisation
    any_permission_required = ["change", "review"]
    page_title = gettext_lazy("Freshness")
    header_icon = "history"
    filterset_class = FreshnessFilterSet
    index_url_name = URL_NAME
    index_results_url_name = f"{URL_NAME}_results"
    template_name = "defenders/admin/freshness/report.html"
    results_template_name = "defenders/admin/freshness/results.html"
    is_searchable = False
    list_export = [
        "name",
        "seat_country_name",
        "verified_on",
        "verified_by_name",
        "review_due",
        "state_label",
        "broken_link_count",
        "broken_link_addresses",
    ]
    export_headings = {
        "name": gettext_lazy("Name"),
        "seat_country_name": gettext_lazy("Main office in"),
        "verified_on": gettext_lazy("Verified on"),
        "verified_by_name": gettext_lazy("Verified by"),
        "review_due": gettext_lazy("To be verified again by"),
        "state_label": gettext_lazy("Verification"),
        "broken_link_count": gettext_lazy("Broken links"),
        "broken_link_addresses": gettext_lazy("Their addresses"),
    }
    custom_value_preprocess = {**ReportView.custom_value_preprocess, str: _GUARDED}
    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), get_url=lambda row: row.edit_url),
        Column("seat_country_name", label=gettext_lazy("Main office in")),
        Column("verified_on", label=gettext_lazy("Verified on"), accessor=_day("verified_on")),
        Column("verified_by_name", label=gettext_lazy("Verified by")),
        Column("review_due", label=gettext_lazy("To be verified again by"), accessor=_day("review_due")),
        Column("state_label", label=gettext_lazy("Verification")),
        LinksColumn("broken_links", label=gettext_lazy("Broken links")),
        VerifyColumn("verify", label=gettext_lazy("Action")),
    ]

    def get_base_queryset(self):
        return by_urgency(public_organisations()).select_related("verified_by").prefetch_related("places")

    def order_queryset(self, queryset):
        """By urgency alone: what is to be done first stands first."""
        return queryset

    def decorate_paginated_queryset(self, object_list):
        rows = list(object_list)
        broken = broken_links_of([row.pk for row in rows])
        viewset = Organisation.snippet_viewset
        for row in rows:
            for name, make in CELLS.items():
                setattr(row, name, make(row))
            row.broken_links = broken.get(row.pk, [])
            row.broken_link_count = len(row.broken_links)
            row.broken_link_addresses = " ".join(check.url for check in row.broken_links)
            may = VerifyView.allowed(self.request.user, row)
            row.edit_url = reverse(viewset.get_url_name("edit"), args=[row.pk]) if may else None
            row.verify_button = (
                action_button(VerifyView, row, next_url=self.request.get_full_path()) if may else None
            )
        return rows

    def get_filename(self):
        return f"freshness-{date.today().isoformat()}"

    def stream_csv(self, queryset):
        # The words are those of the editor's language, which is no longer in force when the lines are sent.
        return iter(list(super().stream_csv(queryset)))

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs, advice=VerifyView.advice)
