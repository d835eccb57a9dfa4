"""Whether two entries may be about the same organisation: by website, name or acronym."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple
from urllib.parse import urlsplit

from cms.common.text import words

# Many organisations have their page on these: the host says nothing.
SHARED_HOSTS = frozenset(
    {
        "facebook.com", "instagram.com", "linktr.ee", "linkedin.com", "medium.com", "sites.google.com", "t.me",
        "twitter.com", "x.com", "youtube.com",
    }
)  # fmt: skip

# Words that many names have in common, and articles and forms of companies, without accents.
_COMMON = """
    a al and asociacion association asbl asoc centre centro center collective colectivo colectiva comite committee
    corporacion of de del des defenders defensores defensoras d du e ev el elkartea en et eta fonds for fondation
    foundation fund fundacion fundazioa gabe ong ngo gmbh i inc international internacional internationale la las le
    les los network organisation organization red reseau sare sarea the und y
"""

_LEFT_OUT = frozenset(_COMMON.split())

# How alike two names must be, 1 being the same.
ALIKE = 0.88
# A shorter name is like too many others.
_SHORTEST = 6


class Entry(NamedTuple):
    """What is compared of an organisation. `key` is whatever the caller knows it by."""

    key: object
    name: str
    other_name: str = ""
    acronym: str = ""
    website: str = ""


class Likeness(NamedTuple):
    """An entry that may be the same, and why: "website", "name", "acronym" or "similar"."""

    entry: Entry
    reason: str


def website_host(address: str) -> str:
    """Return the host of a web address without "www.", "" where it says nothing about whose it is."""
    try:
        host = (urlsplit(address.strip()).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""
    return "" if host in SHARED_HOSTS else host


def alike(new: Entry, others: Iterable[Entry], limit: int = 3) -> list[Likeness]:
    """Return the entries most likely to be about the same organisation, those with the best reason first."""
    names, host, acronym = _names(new), website_host(new.website), _acronym(new.acronym)
    found = []
    for entry in others:
        reason = _reason(names, host, acronym, entry)
        if reason:
            found.append(Likeness(entry, reason))
    return sorted(found, key=lambda one: _REASONS.index(one.reason))[:limit]


_REASONS = ("website", "name", "acronym", "similar")


def _reason(names, host, acronym, entry):
    if host and host == website_host(entry.website):
        return "website"
    theirs = _names(entry)
    if names & theirs:
        return "name"
    if len(acronym) > 1 and acronym == _acronym(entry.acronym):
        return "acronym"
    return "similar" if any(_similar(mine, name) for mine in names for name in theirs) else None


def _similar(mine, name):
    if min(len(mine), len(name)) < _SHORTEST:
        return False
    matcher = SequenceMatcher(None, mine, name, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _names(entry):
    return {name for name in map(_bare, (entry.name, entry.other_name)) if name}


def _bare(name):
    """Return a name without what many names have in common; the whole one where nothing else is left."""
    all_words = words(name[:200])
    return " ".join([word for word in all_words if word not in _LEFT_OUT] or all_words)


def _acronym(text):
    return "".join(words(text))
