"""The settings of the plugin: typed, each with its default, read when they are asked for.

`from cms.conf import defenders_settings` and read an attribute; nothing is kept between two readings, so that
`override_settings` and a change at run time hold.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from cms.common import languages
from cms.common.http.rates import Rate, parse_rate


@dataclass(frozen=True)
class Licence:
    """The licence of the published data: a short name and the address of its text."""

    name: str
    url: str


class DefendersSettings:
    """One property per `DEFENDERS_*` setting; `NAMES` lists them for the system checks and the documentation."""

    NAMES = (
        "DEFENDERS_BASE_URL",
        "DEFENDERS_PUBLISHED_ROOT",
        "DEFENDERS_PUBLISHED_STORAGE",
        "DEFENDERS_PUBLISH_ON_CHANGE",
        "DEFENDERS_FALLBACKS",
        "DEFENDERS_LICENCE",
        "DEFENDERS_CORRECTIONS",
        "DEFENDERS_SECURITY_CONTACT",
        "DEFENDERS_SECURITY_POLICY",
        "DEFENDERS_ONION_URL",
        "DEFENDERS_REVIEW_MONTHS",
        "DEFENDERS_MAP_TILES",
        "DEFENDERS_SAMPLE_CONTENT",
        "DEFENDERS_REVIEWERS_PUBLISH_ALONE",
        "DEFENDERS_MACHINE_TRANSLATION_PAIRS",
        "DEFENDERS_PREVIEW_HOURS",
        "DEFENDERS_HEADLESS_PREVIEW_URL",
        "DEFENDERS_LARGEST_LOSS",
        "DEFENDERS_API_RATE",
        "DEFENDERS_NUM_PROXIES",
        "DEFENDERS_API_CACHE",
        "DEFENDERS_SECOND_FACTOR_REQUIRED",
        "DEFENDERS_SESSION_HOURS",
        "DEFENDERS_SESSION_IDLE_MINUTES",
        "DEFENDERS_HEADERS_EVERYWHERE",
    )

    @property
    def BASE_URL(self) -> str:
        """Scheme and host of every absolute address we give out, without a slash at the end."""
        return getattr(settings, "DEFENDERS_BASE_URL", "").rstrip("/")

    @property
    def PUBLISHED_ROOT(self) -> Path:
        """The folder that holds the published releases."""
        root = settings.DEFENDERS_PUBLISHED_ROOT
        return root if isinstance(root, Path) else Path(root)

    @property
    def PUBLISHED_STORAGE(self) -> str | None:
        """Which of STORAGES gets a copy of the published files; None for none."""
        return getattr(settings, "DEFENDERS_PUBLISHED_STORAGE", None)

    @property
    def PUBLISH_ON_CHANGE(self) -> bool:
        """Whether a public change publishes at once; `manage.py publish` works either way."""
        return getattr(settings, "DEFENDERS_PUBLISH_ON_CHANGE", True)

    @property
    def LARGEST_LOSS(self) -> float:
        """Which part of the public organisations may disappear at once without anybody having said so; 1 for all."""
        return getattr(settings, "DEFENDERS_LARGEST_LOSS", 0.2)

    @property
    def FALLBACKS(self) -> dict[str, tuple[str, ...]]:
        """Language -> the languages in which a missing text is looked for, in order."""
        return getattr(settings, "DEFENDERS_FALLBACKS", languages.FALLBACKS)

    @property
    def LICENCE(self) -> Licence | None:
        """The licence of the published data, or None while the owner has chosen none."""
        value = getattr(settings, "DEFENDERS_LICENCE", None)
        return Licence(**value) if value else None

    @property
    def CORRECTIONS(self) -> str:
        """Where visitors tell the editors of a mistake: an e-mail address, or the https address of a form, or ""."""
        return getattr(settings, "DEFENDERS_CORRECTIONS", "")

    @property
    def SECURITY_CONTACT(self) -> str:
        """Where weaknesses are reported: an address that begins with mailto: or https:, or "" for none."""
        return getattr(settings, "DEFENDERS_SECURITY_CONTACT", "")

    @property
    def SECURITY_POLICY(self) -> str:
        """The https address of what whoever reports a weakness can expect, or ""."""
        return getattr(settings, "DEFENDERS_SECURITY_POLICY", "")

    @property
    def ONION_URL(self) -> str:
        """Scheme and host of this site in the Tor network, without a slash at the end, or ""."""
        return getattr(settings, "DEFENDERS_ONION_URL", "")

    @property
    def REVIEW_AFTER(self) -> timedelta:
        """How long a verification holds, about `DEFENDERS_REVIEW_MONTHS` (12) months."""
        return timedelta(days=round(getattr(settings, "DEFENDERS_REVIEW_MONTHS", 12) * 365.25 / 12))

    @property
    def MAP_TILES(self) -> dict | None:
        """`{"url": ..., "attribution": ...}` of street tiles for the editor's map, or None for the bundled one."""
        return getattr(settings, "DEFENDERS_MAP_TILES", None)

    @property
    def SAMPLE_CONTENT(self) -> bool:
        """Whether the unverified sample content may be loaded; by default only while DEBUG is on."""
        return getattr(settings, "DEFENDERS_SAMPLE_CONTENT", settings.DEBUG)

    @property
    def PREVIEW_HOURS(self) -> int:
        """How long a preview link opens, in hours."""
        return getattr(settings, "DEFENDERS_PREVIEW_HOURS", 24)

    @property
    def HEADLESS_PREVIEW_URL(self) -> str:
        """Where a partner's front end shows drafts of pages (see `cms.common.headless_preview`), or "" for none."""
        return getattr(settings, "DEFENDERS_HEADLESS_PREVIEW_URL", "") or ""

    @property
    def REVIEWERS_PUBLISH_ALONE(self) -> bool:
        """Whether reviewers may publish what they wrote themselves; otherwise a second person approves everything."""
        return getattr(settings, "DEFENDERS_REVIEWERS_PUBLISH_ALONE", False)

    @property
    def MACHINE_TRANSLATION_PAIRS(self) -> frozenset[tuple[str, str]]:
        """The (from, to) pairs of languages in which the machine translator may be asked; none by default."""
        pairs = getattr(settings, "DEFENDERS_MACHINE_TRANSLATION_PAIRS", ())
        return frozenset((source, target) for source, target in pairs)

    @property
    def API_RATE(self) -> Rate | None:
        """How often one visitor may ask the API, `300/min` by default; None for no limit."""
        text = getattr(settings, "DEFENDERS_API_RATE", "300/min")
        return None if text is None else parse_rate(text)

    @property
    def NUM_PROXIES(self) -> int | None:
        """How many proxies add to X-Forwarded-For, or None while nobody said."""
        return getattr(settings, "DEFENDERS_NUM_PROXIES", None)

    @property
    def API_CACHE(self) -> str:
        """Which of CACHES counts the requests of visitors to the API."""
        return getattr(settings, "DEFENDERS_API_CACHE", "default")

    @property
    def SECOND_FACTOR_REQUIRED(self) -> bool:
        """Whether the editor opens only for who logged in with a second factor too (with the app `accounts`)."""
        return getattr(settings, "DEFENDERS_SECOND_FACTOR_REQUIRED", True)

    @property
    def SESSION_LIFE(self) -> timedelta:
        """How long after logging in a session ends whatever is done in it, `DEFENDERS_SESSION_HOURS` (12)."""
        return timedelta(hours=getattr(settings, "DEFENDERS_SESSION_HOURS", 12))

    @property
    def SESSION_IDLE(self) -> timedelta:
        """After how long without a request a session ends, `DEFENDERS_SESSION_IDLE_MINUTES` (120)."""
        return timedelta(minutes=getattr(settings, "DEFENDERS_SESSION_IDLE_MINUTES", 120))

    @property
    def HEADERS_EVERYWHERE(self) -> bool:
        """Whether pages that are not ours, errors and redirects have the strict headers of our pages too."""
        return getattr(settings, "DEFENDERS_HEADERS_EVERYWHERE", False)


defenders_settings = DefendersSettings()
