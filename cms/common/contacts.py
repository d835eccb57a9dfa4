"""Ways to reach an organisation: per kind, what may be stored and what link it gives.

``clean_value`` returns the normal form or raises ContactError; ``href`` returns a link that is safe to put in
a page, or None, whatever the stored value is.
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, unquote

from cms.common.phone_numbers import clean_phone
from cms.common.postal_addresses import clean_postal
from cms.common.problems import ContactError
from cms.common.typed_text import visible_text
from cms.common.web_addresses import clean_domain, clean_onion, clean_url

__all__ = [
    "KINDS",
    "ContactError",
    "clean_pgp_fingerprint",
    "clean_value",
    "clean_website",
    "grouped_fingerprint",
    "href",
]

_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_SIGNAL_NUMBER_LINK = re.compile(r"https://signal\.me/#p/(\+[0-9]+)")
_SIGNAL_NAME_LINK = re.compile(r"https://signal\.me/#eu/[A-Za-z0-9_-]{40,100}")
# Three to 32 characters, a point and at least two digits.
_SIGNAL_NAME = re.compile(r"@?([A-Za-z_][A-Za-z0-9_]{2,31}\.[0-9]{2,9})")
_WHATSAPP_LINK = re.compile(
    r"(?:https?://)?(?:wa\.me/|(?:api|www)\.whatsapp\.com/send/?\?phone=)\+?([0-9]+)/?(?:[?&].*)?"
)
# Five to 32 characters; underscores stand alone and not at the ends.
_TELEGRAM = re.compile(
    r"(?:@|(?:https?://)?(?:www\.)?(?:t|telegram)\.me/)?"
    r"((?=[A-Za-z0-9_]{5,32}/?$)[A-Za-z](?:_?[A-Za-z0-9])+)/?"
)
_TELEGRAM_PATHS = frozenset({"joinchat", "share", "addstickers", "proxy", "login"})


class Kind(NamedTuple):
    """How a kind of contact is checked, and the link to a checked value (None where there is none)."""

    clean: Callable[[str], str]
    link: Callable[[str], str | None]


def clean_value(kind, value, *, exact_place=False):
    """Return the normal form of a contact of this kind; ``exact_place`` allows a street in a postal one."""
    if kind == "postal":
        return clean_postal(value, exact_place=exact_place)
    if kind not in KINDS:
        raise ContactError("unknown_kind", kind=str(kind)[:40])
    return KINDS[kind].clean(value)


def href(kind, value):
    """Return a safe link for a stored contact, or None if it has none or is not sound."""
    try:
        return KINDS[kind].link(KINDS[kind].clean(value))
    except (KeyError, ContactError):
        return None


def clean_website(value):
    """Return the normal form of a public web site, http:// or https://."""
    return clean_url(value, schemes=("https", "http"))


def clean_email(value):
    """Return the address with its domain in lower-case punycode."""
    text = visible_text(value, 254)
    if text.lower().startswith("mailto:"):
        text = unquote(text[7:])
    local, at, domain = text.rpartition("@")
    if not at or len(local) > 64 or not _LOCAL_PART.fullmatch(local):
        raise ContactError("email_unclear")
    try:
        return f"{local}@{clean_domain(domain)}"
    except ContactError as error:
        raise ContactError(
            "domain_spelling" if error.code == "domain_spelling" else "email_unclear"
        ) from None


def clean_signal(value):
    """Return a number in E.164, a user name in lower case, or a signal.me link to a user name."""
    text = visible_text(value, 200)
    if _SIGNAL_NAME_LINK.fullmatch(text):
        return text
    if link := _SIGNAL_NUMBER_LINK.fullmatch(text):
        return clean_phone(link[1])
    if name := _SIGNAL_NAME.fullmatch(text):
        return name[1].lower()
    if re.search(r"[^\W\d]|[@:]", text):
        raise ContactError("signal_unclear")
    return clean_phone(text)


def clean_whatsapp(value):
    """Return the number in E.164."""
    text = visible_text(value, 500)
    if link := _WHATSAPP_LINK.fullmatch(text):
        return clean_phone(f"+{link[1]}")
    if re.search(r"[^\W\d]|[@:]", text):
        raise ContactError("whatsapp_unclear")
    return clean_phone(text)


def clean_telegram(value):
    """Return the public name with an @ before it."""
    match = _TELEGRAM.fullmatch(visible_text(value, 200))
    if match is None or match[1].lower() in _TELEGRAM_PATHS:
        raise ContactError("telegram_unclear")
    return f"@{match[1]}"


def clean_pgp_fingerprint(value):
    """Return a fingerprint of a version 4 (40) or 6 (64 hexadecimal digits) key, upper-case, without spaces.

    Source: RFC 9580, section 5.5.4.
    """
    text = re.sub(r"[\s:]", "", visible_text(value, 120)).upper().removeprefix("0X")
    if re.fullmatch(r"[0-9A-F]{8}|[0-9A-F]{16}", text):
        raise ContactError("fingerprint_key_id")
    if not re.fullmatch(r"[0-9A-F]{40}|[0-9A-F]{64}", text):
        raise ContactError("fingerprint_unclear")
    return text


def grouped_fingerprint(fingerprint):
    """Return a stored fingerprint in groups of four, as people compare them."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))


def _itself(value):
    return value


def _nowhere(value):
    return None


def _telephone(value):
    return f"tel:{value}"


def _signal_link(value):
    if value.startswith("+"):
        return f"https://signal.me/#p/{value}"
    # Links to a user name carry a secret that the name alone does not tell.
    return value if value.startswith("https:") else None


KINDS = {
    "web_form": Kind(clean_url, _itself),
    "encrypted_form": Kind(clean_url, _itself),
    "email": Kind(clean_email, lambda value: f"mailto:{quote(value, safe='@')}"),
    "phone": Kind(clean_phone, _telephone),
    "hotline": Kind(clean_phone, _telephone),
    "signal": Kind(clean_signal, _signal_link),
    "whatsapp": Kind(clean_whatsapp, lambda value: f"https://wa.me/{value[1:]}"),
    "telegram": Kind(clean_telegram, lambda value: f"https://t.me/{value[1:]}"),
    "onion": Kind(clean_onion, _itself),
    "sms": Kind(clean_phone, lambda value: f"sms:{value}"),
    "postal": Kind(clean_postal, _nowhere),
}
