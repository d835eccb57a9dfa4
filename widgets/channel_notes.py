"""What others can see of each channel, in plain words, and where a first message should say little.

The widgets have the same words in `widgets/src/directory/record/`. Facts: EFF Surveillance Self-Defense and Security
in-a-Box, read in November 2026.
"""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

from widgets.channel_order import kind_of

_CALLS = gettext_noop(
    "The phone company knows that you called, when, and from where. Calls can be listened to."
)

NOTES = {
    "onion": gettext_noop(
        "Opens in Tor Browser only. Whoever runs your network sees that you use Tor, but not where you go or what "
        "you write."
    ),
    "encrypted_form": gettext_noop(
        "Made so that only they can read what you write. Whoever runs your network sees which site you open."
    ),
    "signal": gettext_noop(
        "Nobody else can read or hear it. Signal keeps your number, but not whom you write to."
    ),
    "email_pgp": gettext_noop(
        "Encrypted with their key, nobody else can read it. E-mail providers still see the subject, who writes to "
        "whom, and when."
    ),
    "whatsapp": gettext_noop(
        "Encrypted from end to end, though backups may not be. Meta, its owner, learns your number, whom you write "
        "to, and when."
    ),
    "web_form": gettext_noop(
        "Whoever runs the site can read what you write; whoever runs your network sees which site you open."
    ),
    "email": gettext_noop("E-mail providers can read it, and see who writes to whom, and when."),
    "telegram": gettext_noop(
        "Telegram can read ordinary chats, and knows your number. Only its “secret chats” are closed to it."
    ),
    "postal": gettext_noop("Whoever carries the letter sees where it goes, and can open it."),
    "phone": _CALLS,
    "hotline": _CALLS,
    "sms": gettext_noop(
        "The phone company can read it and keep it, and knows when and from where you wrote."
    ),
    "website": gettext_noop(
        "Whoever runs your network sees which site you open, but not what you read there."
    ),
}

UNENCRYPTED = gettext_noop("Not encrypted: whoever runs your network can read all of it.")

FIRST_MESSAGE = gettext_noop(
    "Do not write details in a first message: say only that you want to talk, and ask for a safe way."
)

# Sites that anybody on the way could read.
_ON_THE_WEB = frozenset({"web_form", "website"})

# What is written there can be read by others.
READABLE = frozenset({"web_form", "email", "telegram", "postal", "sms"})


def note_of(channel: Mapping) -> str:
    """Return the note on a channel in the active language, "" for kinds nobody knows."""
    kind = kind_of(channel)
    unencrypted = kind in _ON_THE_WEB and channel["value"].strip().lower().startswith("http:")
    note = UNENCRYPTED if unencrypted else NOTES.get(kind)
    return gettext(note) if note else ""


def is_readable(channel: Mapping) -> bool:
    """Say whether a first message through the channel should say little."""
    return kind_of(channel) in READABLE
