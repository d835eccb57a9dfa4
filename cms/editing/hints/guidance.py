"""Hints about programmes, trainings and testimonies."""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.directory import publish
from cms.editing.hints.hint import Hint
from cms.editing.hints.texts import hints_of_text, is_protected

# A consent that ends within so many days is worth asking about now.
ENDS_SOON = timedelta(days=30)


def call_is_over(form):
    """The call has not ended already."""
    closes = form.cleaned_data.get("call_closes")
    if closes and closes < publish.today_utc():
        sentence = _(
            "Applications ended on %(day)s, and visitors read that the call is closed. When the next call is known, "
            "write its days here."
        )
        yield Hint("call_closes", sentence % {"day": date_format(closes)})


def can_be_applied_for(form):
    """There is an address where one applies."""
    if not form.cleaned_data.get("application_url"):
        yield Hint("application_url", _("Nobody can apply yet: write the address of the call."))


def training_is_over(form):
    """The training has not taken place already."""
    values = form.cleaned_data
    last = values.get("ends_on") or values.get("starts_on")
    if last and last < publish.today_utc() and not values.get("on_request"):
        sentence = _(
            "The last day was %(day)s, and visitors read that the training is over. Write the next days, or "
            "unpublish it."
        )
        yield Hint("ends_on" if values.get("ends_on") else "starts_on", sentence % {"day": date_format(last)})


def consent(form):
    """The person agreed, to something that is written down, and for longer than a few weeks."""
    values, today = form.cleaned_data, publish.today_utc()
    given, ends = values.get("consent_given_on"), values.get("consent_expires_on")
    if given and given > today:
        yield Hint("consent_given_on", _("This day is still to come: nobody sees the testimony until then."))
    if ends and ends < today:
        sentence = _("The person agreed until %(day)s only: nobody sees the testimony any more. Ask again.")
        yield Hint("consent_expires_on", sentence % {"day": date_format(ends)})
    elif ends and ends <= today + ENDS_SOON:
        sentence = _(
            "The consent ends on %(day)s: ask the person in time whether it may be shown for longer."
        )
        yield Hint("consent_expires_on", sentence % {"day": date_format(ends)})
    if not values.get("is_composed") and not values.get("consent_scope"):
        yield Hint(
            "consent_scope",
            _("Write down what the person agreed to: the words, the picture, where, for how long."),
        )


def note_gives_nothing_away(form):
    """The note for colleagues holds nothing by which somebody could be found."""
    note = form.cleaned_data.get("internal_note") or ""
    if note:
        for sentence in hints_of_text(note, protected=is_protected(form.instance)):
            yield Hint("internal_note", sentence)


PROGRAMME_RULES = (call_is_over, can_be_applied_for, note_gives_nothing_away)
TRAINING_RULES = (training_is_over, note_gives_nothing_away)
TESTIMONY_RULES = (consent, note_gives_nothing_away)
