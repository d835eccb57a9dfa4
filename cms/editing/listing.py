"""Columns and filters of the listing of organisations. Everything a column shows comes with the listing's query."""

from datetime import date

import django_filters
from django import forms
from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from cms.common.labels import AREA_LABELS, ORGANISATION_TYPE_LABELS, VERIFICATION_LABELS, VISIBILITY_LABELS
from cms.common.territories import country_name, is_country
from cms.directory.filters import FILTERS
from cms.directory.verification import verification_state
from cms.editing.names import country_choices, editor_language
from cms.editing.public_state import reason_codes, verification_of
from cms.editing.widgets.checklist import STYLES
from cms.snippets.category import Category
from cms.snippets.link_check import LinkCheck
from cms.snippets.organisation import Organisation

SHOWN_AREAS = 3

# Code of a state -> label and kind of tag.
STATES = {
    "public": (gettext_lazy("Public"), "primary"),
    "changed": (gettext_lazy("Public, changed since"), "primary"),
    "withdrawn": (gettext_lazy("Withdrawn"), "secondary"),
    "scheduled": (gettext_lazy("Scheduled"), "secondary"),
    "expired": (gettext_lazy("Expired"), "secondary"),
    "unpublished": (gettext_lazy("Unpublished"), "secondary"),
    "draft": (gettext_lazy("Draft"), "secondary"),
    "organisation": (gettext_lazy("Its organisation is not public"), "secondary"),
    "consent": (gettext_lazy("No consent today"), "secondary"),
}


def listed(queryset):
    """Return a queryset of organisations with what the columns show, but for the roles."""
    return queryset.select_related("latest_revision").prefetch_related("texts__locale")


def attach_roles(organisations):
    """Give each of a page of organisations its `listed_roles`. Three queries; parental relations cannot prefetch."""
    lang = editor_language()
    roles = Category.objects.filter(kind="role").prefetch_related("labels")
    labels = {role.pk: role.label_in(lang) for role in roles}
    links = Organisation.roles.through.objects.filter(organisation__in=[row.pk for row in organisations])
    chosen = set(links.values_list("organisation_id", "category_id"))
    for row in organisations:
        row.listed_roles = ", ".join(label for key, label in labels.items() if (row.pk, key) in chosen)


def areas_of(organisation):
    """Return the first areas served by name, and how many more there are."""
    lang = editor_language()
    codes = organisation.areas_served
    names = [
        country_name(code, lang) if is_country(code) else str(AREA_LABELS.get(code, code))
        for code in codes[:SHOWN_AREAS]
    ]
    if len(codes) > SHOWN_AREAS:
        names.append(_("%(count)d more") % {"count": len(codes) - SHOWN_AREAS})
    return ", ".join(names)


def state_of(organisation):
    """Return a tag with what visitors see of it."""
    codes = reason_codes(organisation)
    return state_tag(codes[0] if codes else published_state_of(organisation))


def published_state_of(row):
    """Return the code of STATES for a row of which only its publication matters. Asks the database nothing."""
    if not row.live:
        return "unpublished" if row.first_published_at else "draft"
    return "changed" if row.has_unpublished_changes else "public"


def state_tag(code):
    """Return a code of STATES as a tag."""
    label, kind = STATES[code]
    return format_html('<span class="w-status w-status--{}">{}</span>', kind, label)


def verification_label_of(organisation):
    """Return how far its verification can be trusted."""
    return verification_of(organisation)[1]


def texts_of(organisation):
    """Return the languages of its texts; those nobody sees yet are marked."""
    return format_html_join(
        " ",
        '<span class="defenders-language{}" title="{}">{}</span>',
        (
            (
                "" if text.live else " defenders-language--draft",
                _("Public") if text.live else _("Draft"),
                text.language,
            )
            for text in sorted(organisation.texts.all(), key=lambda text: text.locale_id)
        ),
    )


class TextsColumn(Column):
    """The languages of the texts."""

    class Media:
        css = STYLES


COLUMNS = [
    "name",
    Column("listed_roles", label=gettext_lazy("Roles")),
    Column("areas", label=gettext_lazy("Where it helps"), accessor=areas_of),
    Column(
        "verification",
        label=gettext_lazy("Verification"),
        accessor=verification_label_of,
        sort_key="verified_on",
    ),
    Column("state", label=gettext_lazy("What visitors see"), accessor=state_of),
    TextsColumn("texts", label=gettext_lazy("Texts"), accessor=texts_of),
]


class OrganisationFilterSet(WagtailFilterSet):
    """The filters beside the listing."""

    role = django_filters.ChoiceFilter(
        label=gettext_lazy("Role"),
        choices=lambda: [
            (role.code, role.label_in(editor_language()))
            for role in Category.objects.filter(kind="role").prefetch_related("labels")
        ],
        method="filter_role",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Helps people in"),
        choices=country_choices,
        method="filter_country",
        widget=forms.Select,
        empty_label=gettext_lazy("Any country"),
    )
    visibility = django_filters.ChoiceFilter(
        label=gettext_lazy("Visibility"),
        choices=[*VISIBILITY_LABELS.items(), ("unpublished", gettext_lazy("Not published"))],
        method="filter_visibility",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    verification = django_filters.ChoiceFilter(
        label=gettext_lazy("Verification"),
        choices=list(VERIFICATION_LABELS.items()),
        method="filter_verification",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    links = django_filters.ChoiceFilter(
        label=gettext_lazy("Links"),
        choices=[("broken", gettext_lazy("With broken links"))],
        method="filter_links",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    organisation_type = django_filters.ChoiceFilter(
        label=gettext_lazy("Type"),
        choices=list(ORGANISATION_TYPE_LABELS.items()),
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Organisation
        fields: list[str] = []

    def filter_role(self, queryset, name, value):
        """Those that play this role."""
        return queryset.filter(FILTERS["role"].q([value]))

    def filter_country(self, queryset, name, value):
        """Those that serve the country, its regions or the world: what a visitor would find."""
        return queryset.filter(FILTERS["country"].q([value]))

    def filter_visibility(self, queryset, name, value):
        """Withdrawn, public as far as that goes, or not published."""
        conditions = {
            "public": Q(live=True, visibility="public"),
            "withdrawn": Q(visibility="withdrawn"),
            "unpublished": Q(live=False),
        }
        return queryset.filter(conditions[value])

    def filter_verification(self, queryset, name, value):
        """Those whose verification is in this state today."""
        today = date.today()
        dates = queryset.values_list("pk", "verified_on", "review_due")
        return queryset.filter(
            pk__in=[pk for pk, on, due in dates if verification_state(on, due, today) == value]
        )

    def filter_links(self, queryset, name, value):
        """Those with a link that failed on two days."""
        return queryset.filter(pk__in=LinkCheck.objects.broken().values("organisation"))
