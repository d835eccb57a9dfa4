"""Hints about the facts of an organisation."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.common.giveaways import is_address_of_person
from cms.common.languages import SOURCE_LANGUAGE
from cms.editing.hints.duplicates import may_be_the_same
from cms.editing.hints.hint import Hint
from cms.editing.hints.texts import hints_of_text

# Kinds of contact at which nobody can answer at once, at any hour.
NEVER_URGENT = frozenset({"web_form", "encrypted_form", "email", "onion", "postal"})
SLOW = frozenset({"within_week", "longer"})

AROUND_THE_CLOCK = {
    "kind": gettext_lazy(
        "“%(value)s” is marked as answering around the clock. Is there really somebody who reads it at night? If not, "
        "remove the mark: people in danger rely on it."
    ),
    "response_time": gettext_lazy(
        "“%(value)s” is marked as answering around the clock, but the organisation answers within a week or later. "
        "One of the two cannot be right."
    ),
    "emergency": gettext_lazy(
        "“%(value)s” is for emergencies but not marked as answering around the clock. Say in the text when somebody "
        "answers, so that nobody waits at night."
    ),
}


def duplicates(form):
    """No other entry is about the same organisation. Asked when it is new, and when its name or website changes."""
    if form.is_new or {"name", "alternate_name", "acronym", "website"} & set(form.changed_data):
        values = {
            name: form.cleaned_data.get(name) or ""
            for name in ("name", "alternate_name", "acronym", "website")
        }
        for sentence in may_be_the_same(form.instance.pk, **values):
            yield Hint("name", sentence)


def ways_to_reach_it(form):
    """There is one way at least, and one is preferred at most."""
    channels = kept_channels(form)
    if sum(channel["preferred"] for channel in channels) > 1:
        yield Hint("", _("More than one channel is marked as preferred. Visitors are helped most by one."))
    if not channels and not form.cleaned_data.get("website"):
        yield Hint("", _("There is no way to reach this organisation yet: add a channel or its website."))


def around_the_clock(form):
    """Only what really answers at night says so."""
    slow = form.cleaned_data.get("response_time") in SLOW
    for channel in kept_channels(form):
        problem = None
        if channel["urgent"]:
            problem = "kind" if channel["kind"] in NEVER_URGENT else "response_time" if slow else None
        elif channel["label"] == "emergency":
            problem = "emergency"
        if problem:
            yield Hint("", AROUND_THE_CLOCK[problem] % {"value": channel["value"]})


def addresses_of_persons(form):
    """E-mail addresses are those of the organisation."""
    for channel in kept_channels(form):
        if channel["kind"] == "email" and is_address_of_person(channel["value"]):
            sentence = _(
                "“%(value)s” looks like the e-mail address of one person. Ask the organisation for an address of its "
                "own: a person can be found by theirs, and may leave."
            )
            yield Hint("", sentence % {"value": channel["value"]})


def findable(form):
    """It is found by country."""
    if not form.cleaned_data.get("areas_served"):
        yield Hint(
            "areas_served",
            _(
                "Nobody finds this organisation by country yet: say where it helps, in the tab “What it does and for "
                "whom”."
            ),
        )


def note_gives_nothing_away(form):
    """The note for colleagues holds no place that is not to be stored."""
    precisions = [place.get("precision") for place in kept_parts(form, "places", "precision")]
    protected = not precisions or set(precisions) != {"exact"}
    for sentence in hints_of_text(form.cleaned_data.get("internal_note") or "", protected=protected):
        yield Hint("internal_note", sentence)


def consent(form):
    """The organisation agreed to be listed."""
    agreed = form.cleaned_data.get("consent_to_list_on")
    if not agreed:
        yield Hint(
            "consent_to_list_on",
            _(
                "Nobody has noted that the organisation agreed to be listed. Ask it, and write the day in the tab "
                "“Colleagues only”."
            ),
        )
    elif agreed > timezone.localdate():
        yield Hint("consent_to_list_on", _("This day is still to come: check the date."))


def spanish_text(form):
    """An organisation that exists has its Spanish text; a new one leads there."""
    texts = form.instance.texts
    if not form.is_new and not texts.filter(locale__language_code=SOURCE_LANGUAGE).exists():
        yield Hint(
            "", _("It has no Spanish text yet, from which the others are translated. Write it, below.")
        )


def kept_channels(form):
    """Return the cleaned values of the channels that stay."""
    return kept_parts(form, "channels", "value")


def kept_parts(form, name, filled):
    """Return the cleaned values of the parts that stay, and whose field `filled` is."""
    return [
        part.cleaned_data
        for part in form.formsets[name].forms
        if part.cleaned_data.get(filled) and not part.cleaned_data.get("DELETE")
    ]


FORM_RULES = (
    duplicates,
    ways_to_reach_it,
    around_the_clock,
    addresses_of_persons,
    findable,
    note_gives_nothing_away,
    consent,
    spanish_text,
)
