"""Signed tokens for previews: each opens one draft in one language until it expires, and nothing is stored.

Whoever has one sees what visitors would see once the draft is published. Nobody can make one without the secret key.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, TimestampSigner, b62_decode

from cms.common.languages import LANGUAGES
from cms.conf import defenders_settings

ORGANISATION, PAGE = KINDS = ("organisation", "page")

# Longer texts are not even looked at.
LONGEST_TOKEN = 200


@dataclass(frozen=True)
class PreviewTarget:
    """What a token opens: `key` is the UUID of an organisation or the primary key of a page, as a text.

    `made` is when the token was made, to the second; None for a target without a token yet.
    """

    kind: str
    key: str
    lang: str
    made: datetime | None = field(default=None, compare=False)


def make_token(target: PreviewTarget) -> str:
    """Return a token that opens the target from now on until `DEFENDERS_PREVIEW_HOURS` have passed."""
    return _signer().sign(".".join((target.kind, target.key, target.lang)))


def read_token(token: str) -> PreviewTarget | None:
    """Return what a token opens; None for one that has expired, was tampered with or is none of ours."""
    if len(token) > LONGEST_TOKEN:
        return None
    try:
        value = _signer().unsign(token, max_age=timedelta(hours=defenders_settings.PREVIEW_HOURS))
    except (BadSignature, ValueError):
        return None
    kind, _, rest = value.partition(".")
    key, _, lang = rest.rpartition(".")
    if kind not in KINDS or not key or lang not in LANGUAGES:
        return None
    seconds = b62_decode(token.rsplit(".", 2)[1])
    return PreviewTarget(kind, key, lang, datetime.fromtimestamp(seconds, UTC))


def _signer():
    # Made anew each time: keys may be changed while the process runs. Dots stand in an address without escapes.
    return TimestampSigner(sep=".", salt="defenders.preview")
