"""How long each public organisation was verified ago, as a state to filter and count by."""

from datetime import date, timedelta

from django.db.models import F
from django.utils.translation import gettext_lazy

from cms.directory.verification import verification_state
from cms.directory.visibility import public_organisations

# What somebody has to check: all but "current", as visitors are told.
WAITING = ("due", "expired", "unverified")
SOON_DAYS = (30, 60, 90)

# Value of the filter of the report -> its label.
STATE_CHOICES = {
    "waiting": gettext_lazy("All that wait to be checked"),
    "due": gettext_lazy("Due"),
    "expired": gettext_lazy("Expired"),
    "unverified": gettext_lazy("Never verified"),
    "soon30": gettext_lazy("Due within 30 days"),
    "soon60": gettext_lazy("Due within 60 days"),
    "soon90": gettext_lazy("Due within 90 days"),
    "sample": gettext_lazy("Sample content"),
}


def by_urgency(organisations):
    """Return a queryset of organisations: those never verified first, then by the day they are due."""
    return organisations.order_by(F("review_due").asc(nulls_first=True), "name", "pk")


def is_in(choice: str, verified_on: date | None, review_due: date | None, today: date) -> bool:
    """Say whether an organisation with these days is in a state of STATE_CHOICES (other than "sample")."""
    state = verification_state(verified_on, review_due, today)
    if choice == "waiting":
        return state in WAITING
    if choice.startswith("soon"):
        last = today + timedelta(days=int(choice.removeprefix("soon")))
        return state == "current" and review_due is not None and review_due <= last
    return state == choice


def in_state(organisations, choice: str, today: date):
    """Return those of a queryset of organisations that are in a state of STATE_CHOICES today. One query more."""
    if choice == "sample":
        return organisations.filter(is_sample=True)
    days = organisations.order_by().values_list("pk", "verified_on", "review_due")
    return organisations.filter(pk__in=[pk for pk, on, due in days if is_in(choice, on, due, today)])


def waiting(today: date):
    """Return the public organisations that wait to be checked, the most urgent first."""
    return by_urgency(in_state(public_organisations(), "waiting", today))
