"""What a file says about an organisation is forgotten once somebody saves it: its places may be coarser now."""

from cms.exchange.models import ImportRow
from cms.exchange.problems import problem
from cms.snippets.stored_copies import places_written


def forget_overtaken(sender, organisation_id, **kwargs):
    """Forget the rows about an organisation that were compared and not imported yet."""
    rows = ImportRow.objects.filter(organisation=organisation_id, state__in=("new", "changed", "unchanged"))
    rows.filter(batch__status__in=("comparing", "ready", "importing")).update(
        state="overtaken", cells={}, read_problems=[], problems=[problem("overtaken")]
    )


def connect():
    """Listen to whoever writes places; called once when the app is ready."""
    places_written.connect(forget_overtaken, dispatch_uid="defenders_forget_overtaken")
