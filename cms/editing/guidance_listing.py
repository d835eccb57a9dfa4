"""Columns and filters of the listings of programmes, trainings and testimonies."""

from datetime import date

import django_filters
from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from cms.common.labels import (
    CALL_STATE_LABELS,
    TRAINING_MODE_LABELS,
    TRAINING_STATE_LABELS,
    TRAINING_TOPIC_LABELS,
)
from cms.common.languages import ENDONYMS
from cms.common.territories import country_name
from cms.directory import publish
from cms.directory.calls import call_state, training_state
from cms.directory.visibility import agreed_on
from cms.editing.guidance_state import state_codes
from cms.editing.listing import TextsColumn, published_state_of, state_tag, texts_of
from cms.editing.names import country_choices, editor_language
from cms.snippets.organisation import Organisation
from cms.snippets.programme import Programme
from cms.snippets.testimony import Testimony
from cms.snippets.training import Training


def countries_of(programme):
    """Return the host countries by name."""
    lang = editor_language()
    return ", ".join(country_name(code, lang) for code in programme.host_countries)


def call_of(programme):
    """Return the state of the call, and its last day while there is one to come."""
    state = _call_state(programme, publish.today_utc())
    label = str(CALL_STATE_LABELS[state])
    if state == "open" and programme.call_closes and not programme.is_rolling:
        return _("%(state)s, until %(day)s") % {"state": label, "day": date_format(programme.call_closes)}
    return label


def topics_of(training):
    """Return the topics by name."""
    return ", ".join(str(TRAINING_TOPIC_LABELS.get(code, code)) for code in training.topics)


def days_of(training):
    """Return the state of the training, and its first day while it is to come."""
    state = _training_state(training, publish.today_utc())
    label = str(TRAINING_STATE_LABELS[state])
    if state == "upcoming":
        return _("%(state)s: %(day)s") % {"state": label, "day": date_format(training.starts_on)}
    return label


def consent_of(testimony):
    """Return until when the person agrees."""
    if testimony.consent_expires_on:
        return date_format(testimony.consent_expires_on)
    return _("Composed") if testimony.is_composed else _("Without an end")


def state_of(row):
    """Return a tag with what visitors see of it."""
    codes = state_codes(row, publish.today_utc())
    return state_tag(codes[0] if codes else published_state_of(row))


def _call_state(programme, today):
    return call_state(programme.call_opens, programme.call_closes, programme.is_rolling, today)


def _training_state(training, today):
    return training_state(training.starts_on, training.ends_on, training.on_request, today)


ORGANISATION_COLUMN = Column(
    "organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"
)
LAST_COLUMNS = (
    Column("state", label=gettext_lazy("What visitors see"), accessor=state_of),
    TextsColumn("texts", label=gettext_lazy("Texts"), accessor=texts_of),
)
PROGRAMME_COLUMNS = [
    "name",
    ORGANISATION_COLUMN,
    Column("countries", label=gettext_lazy("Where people stay"), accessor=countries_of),
    Column("call", label=gettext_lazy("Applications"), accessor=call_of, sort_key="call_closes"),
    *LAST_COLUMNS,
]
TRAINING_COLUMNS = [
    "name",
    ORGANISATION_COLUMN,
    Column("topics", label=gettext_lazy("Topics"), accessor=topics_of),
    Column("days", label=gettext_lazy("Days"), accessor=days_of, sort_key="starts_on"),
    *LAST_COLUMNS,
]
TESTIMONY_COLUMNS = [
    "attribution",
    Column("order", label=gettext_lazy("Position"), sort_key="order"),
    Column("consent", label=gettext_lazy("Agreed until"), accessor=consent_of, sort_key="consent_expires_on"),
    *LAST_COLUMNS,
]


def _choice(label, choices, method, empty_label, widget=forms.RadioSelect):
    return django_filters.ChoiceFilter(
        label=label, choices=choices, method=method, empty_label=empty_label, widget=widget
    )


class GuidanceFilterSet(WagtailFilterSet):
    """Base: by the language in which there is no text yet, and by what is published."""

    missing = _choice(
        gettext_lazy("Without a public text in"),
        list(ENDONYMS.items()),
        "filter_missing",
        gettext_lazy("All"),
    )
    published = _choice(
        gettext_lazy("Published"),
        [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        "filter_published",
        gettext_lazy("All"),
    )

    def filter_missing(self, queryset, name, value):
        """Those that visitors who read this language read in another one, or not at all."""
        texts = queryset.model._meta.get_field("texts").related_model
        written = texts.objects.filter(live=True, locale__language_code=value)
        return queryset.exclude(pk__in=written.values(texts.subject_field))

    def filter_published(self, queryset, name, value):
        """Published or not, whatever else speaks against it."""
        return queryset.filter(live=value == "yes")


def organisations_with(relation):
    """Return a function that gives the organisations that have programmes or trainings, by name."""

    def organisations(request):
        return Organisation.objects.filter(**{f"{relation}__isnull": False}).distinct().order_by("name")

    return organisations


class ProgrammeFilterSet(GuidanceFilterSet):
    """The filters beside the listing of programmes."""

    organisation = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Organisation"),
        queryset=organisations_with("programmes"),
        widget=forms.Select,
        empty_label=gettext_lazy("All"),
    )
    country = _choice(
        gettext_lazy("Where people stay"),
        country_choices,
        "filter_country",
        gettext_lazy("Any country"),
        forms.Select,
    )
    call = _choice(
        gettext_lazy("Applications"), list(CALL_STATE_LABELS.items()), "filter_call", gettext_lazy("All")
    )

    class Meta:
        model = Programme
        fields: list[str] = []

    def filter_country(self, queryset, name, value):
        """Those that receive people in the country."""
        return queryset.filter(host_countries__overlaps=[value])

    def filter_call(self, queryset, name, value):
        """Those whose call is in this state today."""
        today = publish.today_utc()
        return queryset.filter(pk__in=[row.pk for row in queryset if _call_state(row, today) == value])


class TrainingFilterSet(GuidanceFilterSet):
    """The filters beside the listing of trainings."""

    organisation = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Organisation"),
        queryset=organisations_with("trainings"),
        widget=forms.Select,
        empty_label=gettext_lazy("All"),
    )
    topic = _choice(
        gettext_lazy("Topic"), list(TRAINING_TOPIC_LABELS.items()), "filter_topic", gettext_lazy("All")
    )
    mode = _choice(
        gettext_lazy("Online or in person"),
        list(TRAINING_MODE_LABELS.items()),
        "filter_mode",
        gettext_lazy("All"),
    )
    days = _choice(
        gettext_lazy("Days"), list(TRAINING_STATE_LABELS.items()), "filter_days", gettext_lazy("All")
    )

    class Meta:
        model = Training
        fields: list[str] = []

    def filter_topic(self, queryset, name, value):
        """Those on a topic."""
        return queryset.filter(topics__overlaps=[value])

    def filter_mode(self, queryset, name, value):
        """Those given in this way."""
        return queryset.filter(mode=value)

    def filter_days(self, queryset, name, value):
        """Those that are in this state today."""
        today = publish.today_utc()
        return queryset.filter(pk__in=[row.pk for row in queryset if _training_state(row, today) == value])


class TestimonyFilterSet(GuidanceFilterSet):
    """The filters beside the listing of testimonies."""

    consent = _choice(
        gettext_lazy("Consent"),
        [
            ("today", gettext_lazy("There is consent today, or none is needed")),
            ("none", gettext_lazy("There is none today")),
            ("soon", gettext_lazy("It ends within 60 days")),
        ],
        "filter_consent",
        gettext_lazy("All"),
    )

    class Meta:
        model = Testimony
        fields: list[str] = []

    def filter_consent(self, queryset, name, value):
        """Those to which the person agrees today, or no more, or only for a while."""
        today = publish.today_utc()
        agreed = agreed_on(today)
        if value == "none":
            return queryset.exclude(pk__in=queryset.model.objects.filter(agreed).values("pk"))
        if value == "soon":
            soon = date.fromordinal(today.toordinal() + 60)
            return queryset.filter(agreed, consent_expires_on__lte=soon)
        return queryset.filter(agreed)
