"""Who took something away on purpose: what left the public leaves a trace in its row or in the history.

A withdrawal and an expiry stand in the row. Unpublishing and deleting stand in Wagtail's history, with the primary key.
"""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.directory.kinds import KINDS
from cms.directory.origin import Origin
from cms.directory.visibility import public_by_themselves
from cms.snippets.facts import Facts
from cms.snippets.organisation import Organisation
from cms.snippets.page_withdrawal import PageWithdrawal

MODELS: dict[str, type[Facts]] = {"organisations": Organisation} | {kind.name: kind.model for kind in KINDS}

ACCEPTED = "defenders.accept_removal"
ACTIONS = ("wagtail.delete", "wagtail.unpublish", "wagtail.unpublish.scheduled", ACCEPTED)
PAGE_ACTIONS = (*ACTIONS, "defenders.withdraw", "wagtail.move", "wagtail.view_restriction.create")

# A long transaction writes its history before a publication can see what it did.
LONGEST_TRANSACTION = timedelta(hours=1)


@dataclass(frozen=True)
class Gone:
    """What is not public any more: `recorded` on purpose, `unrecorded` for no reason that anybody can see."""

    recorded: frozenset[str] = field(default_factory=frozenset)
    unrecorded: frozenset[str] = field(default_factory=frozenset)


def gone_organisations(missing: Set[str], origin: Origin) -> Gone:
    """Tell the organisations of a release (ids) that are not public any more apart. Three queries, without any none."""
    if not missing:
        return Gone()
    rows = {
        str(row.uuid): row
        for row in Organisation.objects.only("uuid", "visibility", "expire_at", "expired")
        if str(row.uuid) in missing
    }
    logged = _logged(Organisation, origin)
    keys = origin.keys.get("organisations", {})
    recorded = frozenset(
        uuid
        for uuid in missing
        if (uuid in rows and _says_so_itself(rows[uuid]))
        or (rows[uuid].pk if uuid in rows else keys.get(uuid)) in logged
    )
    return Gone(recorded, missing - recorded)


def still_public(kind: str, missing: Collection[str], origin: Origin, today: date) -> frozenset[str]:
    """Return those programmes, trainings or testimonies (ids) of a release that nobody took away.

    They are public by themselves, whatever became of their organisation; or their rows are lost without a trace.
    """
    if not missing:
        return frozenset()
    model = MODELS[kind]
    rows = {str(uuid) for uuid in model.objects.values_list("uuid", flat=True)}
    public = {str(uuid) for uuid in public_by_themselves(model, today).values_list("uuid", flat=True)}
    logged, keys = _logged(model, origin), origin.keys.get(kind, {})
    return frozenset(
        uuid for uuid in missing if uuid in public or (uuid not in rows and keys.get(uuid) not in logged)
    )


def pages_were_taken_away(origin: Origin) -> bool:
    """Say whether anybody withdrew, unpublished, moved, closed or deleted a page since a release was made."""
    history = PageLogEntry.objects.filter(action__in=PAGE_ACTIONS, timestamp__gte=_since(origin))
    return history.exists() or PageWithdrawal.objects.exists()


@transaction.atomic
def record_acceptance(lost: Mapping[str, str], origin: Origin, user=None) -> None:
    """Write into the history of organisations ({id: name}) that somebody accepted that they are not public any more."""
    keys = origin.keys.get("organisations", {})
    for uuid, name in lost.items():
        if uuid in keys:
            # Its row may be gone: the history needs the key and the name.
            organisation = Organisation(pk=keys[uuid], uuid=uuid, name=name)
            log(instance=organisation, action=ACCEPTED, user=user)


def _logged(model, origin):
    """Return the primary keys of what was unpublished or deleted since a release was made."""
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
        action__in=ACTIONS,
        timestamp__gte=_since(origin),
    )
    return {int(pk) for pk in entries.values_list("object_id", flat=True)}


def _since(origin):
    return origin.made_at - LONGEST_TRANSACTION


def _says_so_itself(row):
    expired = row.expired or (row.expire_at is not None and row.expire_at <= timezone.now())
    return expired or row.visibility != "public"
