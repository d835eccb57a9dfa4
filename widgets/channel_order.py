"""In which order channels are shown: those from which others learn least come first.

The widgets have the same table in `widgets/src/directory/record/order.js`. Facts: EFF Surveillance Self-Defense and
Security in-a-Box, read in November 2026. Pure.
"""

from collections.abc import Iterable, Mapping

# Within a row, what the organisation prefers comes first; never before a row above.
ORDER = (
    # Others cannot read it, and learn little beside.
    ("onion", "encrypted_form", "signal", "email_pgp"),
    # Companies learn who writes to whom, or can read it.
    ("whatsapp", "web_form", "email", "telegram"),
    # Easily read or heard on the way, and tied to a place.
    ("postal", "phone", "hotline", "sms"),
)

_RANKS = {kind: (row, at) for row, kinds in enumerate(ORDER) for at, kind in enumerate(kinds)}
_UNKNOWN = (len(ORDER), 0)


def kind_of(channel: Mapping) -> str:
    """Return the kind of a channel in the table: an e-mail address with a key is `email_pgp`."""
    kind = channel["kind"]
    return "email_pgp" if kind == "email" and channel.get("pgp_fingerprint") else kind


def in_safe_order(channels: Iterable[Mapping]) -> list[Mapping]:
    """Return urgent channels first, then those from which others learn least, unknown kinds last.

    What is equal stays in the order of the editors.
    """
    return sorted(channels, key=_rank)


def _rank(channel):
    row, at = _RANKS.get(kind_of(channel), _UNKNOWN)
    return (not channel.get("urgent"), row, not channel.get("preferred"), at)
