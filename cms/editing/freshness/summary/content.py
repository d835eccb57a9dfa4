"""What the summary says: numbers, and names that are public. No reason, no note, no draft, no person."""

from dataclasses import dataclass
from datetime import date

from wagtail.models import WorkflowState

from cms.common.languages import ENDONYMS
from cms.directory.publish import files_are_behind, may_show_too_much
from cms.directory.visibility import public_organisations
from cms.editing.freshness.links.results import broken_links_of
from cms.editing.freshness.states import by_urgency, in_state
from cms.localisation.overview import items, shares

# Longer lists are for the report.
NAMED = 15


@dataclass(frozen=True)
class Named:
    """How many there are, and the first of them as (name, day or number)."""

    count: int
    first: list[tuple[str, object]]

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.first)


@dataclass(frozen=True)
class Summary:
    """Of one day. `outdated` is (language by its own name, number) of languages with outdated translations."""

    unverified: Named
    overdue: Named
    soon: Named
    broken: Named
    outdated: list[tuple[str, int]]
    in_review: int
    files_are_behind: bool
    is_held: bool

    @property
    def to_check(self) -> int:
        """How many organisations wait to be checked."""
        return self.unverified.count + self.overdue.count

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        counts = (self.to_check, self.soon.count, self.broken.count, len(self.outdated), self.in_review)
        return not any(counts) and not self.files_are_behind and not self.is_held


def summary_of(today: date) -> Summary:
    """Return the summary of a day."""
    public = public_organisations()
    failed = may_show_too_much()
    overdue = in_state(public, "waiting", today).exclude(verified_on=None)
    return Summary(
        unverified=_named(in_state(public, "unverified", today)),
        overdue=_named(overdue),
        soon=_named(in_state(public, "soon30", today)),
        broken=_broken(public),
        outdated=[
            (ENDONYMS[share.language], share.counts["outdated"])
            for share in shares(items())
            if share.counts["outdated"]
        ],
        in_review=WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS).count(),
        files_are_behind=failed,
        is_held=files_are_behind() and not failed,
    )


def _named(organisations):
    rows = by_urgency(organisations).values_list("name", "review_due")
    return Named(rows.count(), list(rows[:NAMED]))


def _broken(public):
    names = dict(public.order_by("name").values_list("pk", "name"))
    broken = broken_links_of(names)
    rows = [(name, len(broken[pk])) for pk, name in names.items() if pk in broken]
    return Named(len(rows), rows[:NAMED])
