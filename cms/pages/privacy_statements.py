"""What the privacy page says: statements in plain words, each of which a test holds.

The key of a statement stands beside its tests in docs/security.md. Who changes what is kept, changes it here.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.conf import defenders_settings


class Statement(NamedTuple):
    """One thing that is kept or not: its key, what it is about in a few words, and the sentences."""

    key: str
    about: str
    text: str


class Section(NamedTuple):
    """Statements under a heading."""

    key: str
    heading: str
    statements: list[Statement]


def sections() -> list[Section]:
    """Return the sections of the page, in the language of the moment."""
    return [
        Section("visit", _("When you read or search here"), list(_visit())),
        Section("editors", _("If you are one of the editors"), list(_editors())),
        Section("beyond", _("What is not in our hands"), list(_beyond())),
        Section("safer", _("What you can do to be safer"), list(_safer())),
    ]


def _visit() -> Iterator[Statement]:
    yield Statement(
        "who-you-are",
        _("Who you are"),
        _(
            "Your address on the internet, your device and your browser are not written down. Neither is the page you "
            "came from."
        ),
    )
    yield Statement(
        "what-you-look-for",
        _("What you look for"),
        _(
            "The words you search for, the filters you choose and the pages you open are not written down. The map and "
            "the directory search inside your browser. Without scripts, and when you reload or share a page, your "
            "choice travels in its address: our server answers and forgets it."
        ),
    )
    yield Statement(
        "your-browser",
        _("Your browser"),
        _(
            "We put nothing into it that could recognise you: no cookies, no storage. As with every site, it keeps a "
            "history of its own, and copies of pages for a while."
        ),
    )
    yield Statement(
        "other-companies",
        _("Other companies"),
        _(
            "These pages ask no other site for anything: no statistics, no maps, fonts or programs of others. If you "
            "follow a link, the other site is not told that you came from here."
        ),
    )
    yield Statement(
        "failures",
        _("When something fails"),
        _(
            "We write down that it failed, in which hour, and where in our program. Not for whom, and not what was "
            "asked."
        ),
    )
    if rate := defenders_settings.API_RATE:
        minutes = -(-rate.seconds // 60)
        yield Statement(
            "counting",
            _("Against overload"),
            ngettext(
                "Programs that ask our open data too often have to wait. For this, requests are counted for a minute, "
                "in memory only, under a code that is not your address and is a new one every minute.",
                "Programs that ask our open data too often have to wait. For this, requests are counted for "
                "%(minutes)d minutes, in memory only, under a code that is not your address and is a new one every "
                "time.",
                minutes,
            )
            % {"minutes": minutes},
        )


def _editors() -> Iterator[Statement]:
    yield Statement(
        "account",
        _("Your account"),
        _(
            "Your name, your e-mail address, your password in a form that nobody can read, and what you need to log in "
            "are kept for as long as you have an account."
        ),
    )
    yield Statement(
        "history",
        _("What you change"),
        _(
            "The history of each entry keeps who changed what and when, so that mistakes can be found and taken back. "
            "After two years the names are taken out of it; the newest version keeps its author, and a verification "
            "who made it."
        ),
    )
    yield Statement(
        "logins",
        _("Logging in"),
        _(
            "So that nobody can try passwords without end, attempts are counted for an hour at most, in memory only, "
            "under codes that are neither your address nor your name."
        ),
    )
    yield Statement(
        "session",
        _("While you are logged in"),
        _(
            "Your browser holds a cookie with a random number. It is worth nothing once you log out, and after some "
            "time in any case. Neither your address nor your device is kept with it."
        ),
    )


def _beyond() -> Iterator[Statement]:
    yield Statement(
        "network",
        _("Your connection"),
        _(
            "Whoever runs the network that you use (a telephone company, an employer, a café, an authority) can see "
            "that you are connected to this site, and when. Which page you read is encrypted."
        ),
    )
    yield Statement(
        "machines-between",
        _("The machines in between"),
        _(
            "The companies that run the computers and lines between you and us can see which addresses connect. What "
            "they keep is not ours to decide."
        ),
    )
    yield Statement(
        "your-device",
        _("Your device"),
        _(
            "Whoever can open your device, or has put a program on it that watches you, sees what you see. Its history "
            "remembers that you were here."
        ),
    )
    yield Statement(
        "pages-of-others",
        _("Pages of others"),
        _(
            "Our map and directory stand on pages of other organisations, too. What those pages keep about you is for "
            "them to say; map and directory add nothing to it."
        ),
    )
    yield Statement(
        "whom-you-contact",
        _("Whom you contact"),
        _(
            "An organisation that you write to or call sees what you send, and often your address or number. Beside "
            "each contact stands what others can see of it."
        ),
    )


def _safer() -> Iterator[Statement]:
    yield Statement(
        "tor",
        _("Use Tor Browser"),
        _(
            "It hides from us where you are, and from your network which site you read. Everything here works in it, "
            "in its safest level too, where there are no scripts."
        ),
    )
    yield Statement(
        "private-window",
        _("Use a private window"),
        _("It forgets what you read once it is closed. It does not hide you from your network."),
    )
    yield Statement(
        "leaving",
        _("Leave quickly"),
        _(
            "“Leave this page quickly” puts Wikipedia in its place. Your browser may still remember that you were here."
        ),
    )
    yield Statement(
        "other-device",
        _("Use another device"),
        _("If yours may be watched, read on one that nobody connects with you."),
    )
