"""What a free text may give away: a street, coordinates, a telephone number, the e-mail address of a person.

These are hints for the person who writes, never a reason to refuse: a sign is looked for where somebody most likely
wrote an address, in Spanish, Basque, English, French and Arabic, and a rare one goes unseen.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import phonenumbers

from cms.common.text import fold

# Longer texts are read up to here: forms take no longer ones, whatever is posted.
LONGEST = 20_000

# Where a number without a country code is most likely from.
_HOME = "ES"


class Sign(NamedTuple):
    """What was found: "street", "coordinates", "phone" or "person_email", and the words it was found in."""

    code: str
    words: str


def _alternatives(words):
    """Return a pattern for any of these words, written as `_levelled` writes a text."""
    return "|".join(sorted({_levelled(word) for word in words.split()}, key=len, reverse=True))


def _levelled(text):
    """Return the text without case and accents, and of the same length, so that what is found can be shown."""
    return "".join(_level(char) for char in text)


@lru_cache(maxsize=4096)
def _level(char):
    if char in "ºª°":
        return "o"
    folded = fold(char)
    return folded if len(folded) == 1 else " " if char.isspace() else char.lower()[:1]


_NUMBER = r"(?:n ?[o.]{1,2} ?|num(?:ero)?\.? ?|no?\.? ?|رقم ?|#\s?)?\d{1,4}(?! ?(?:%|h\b|€|\$))"
# "At number 5": Basque adds it to the number.
_ENDING_EU = r"(?:-?e?(?:an|ra|ko|tik|n))?"
# What stands between "street" and its number: a few words of the same sentence.
_NAME = r"(?P<name>[^.;:!?\n\d]{2,45}?)"

# Words that mean a street and little else.
_STREETS_FIRST = _alternatives(
    "calle avenida avda avd av paseo plaza plazuela carretera ctra callejon jiron glorieta rambla "
    "rue avenue boulevard bd impasse rua travessa alameda carrer passeig placa piazza viale corso"
)
_STREETS_LAST_EU = _alternatives(
    "kalea kale etorbidea hiribidea enparantza plaza pasealekua zumarkalea karrika bidea ibilbidea"
)
_STREETS_LAST_EN = _alternatives(
    "street st road rd avenue ave lane drive square boulevard blvd terrace highway crescent alley"
)
_STREETS_FR = _alternatives(
    "rue avenue boulevard bd place allee impasse quai cours chemin route square passage"
)
_STREETS_AR = _alternatives("شارع طريق زقاق ميدان بناية عمارة زنقة نهج")

# Patterns for a levelled text. Where there is a group "name", the writer wrote it with a capital letter.
_STREET_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_STREETS_FIRST})\b\.? {_NAME},? ?{_NUMBER}\b",
        rf"\bc/ ?{_NAME},? ?{_NUMBER}\b",
        # Colombia: "Carrera 7 # 12-34".
        r"\b(?:calle|cl|carrera|cra|kr|avenida|av|diagonal|transversal)\b\.? \d{1,3} ?[a-z]{0,3} ?"
        r"(?:#|n[o.]{1,2}) ?\d{1,3}",
        rf"\b(?P<name>[^.;:!?\n\d]{{2,40}}?) (?:{_STREETS_LAST_EU}),? {_NUMBER}{_ENDING_EU}\b",
        rf"\b(?:kale|karrika) (?P<name>[^.;:!?\n\d]{{2,40}}?),? {_NUMBER}{_ENDING_EU}\b",
        rf"\b\d{{1,5}}[a-z]?,? (?P<name>(?:st\. )?[^.;:!?\n\d,]{{2,40}}?) (?:{_STREETS_LAST_EN})\b",
        rf"\b\d{{1,4}}(?: ?(?:bis|ter))?,? (?:{_STREETS_FR})\.? (?P<name>[^.;:!?\n\d]{{3,40}})",
        rf"\b(?:{_STREETS_AR}) [^.;:!?،\n\d]{{2,45}}[ ،,]*{_NUMBER}\b",
        rf"\b\d{{1,4}}[ ،,]*(?:{_STREETS_AR}) \w{{2,}}",
    )
)

# Two numbers of degrees with at least three decimals, or degrees and minutes with their letters.
_COORDINATES = re.compile(
    r"[+-]?\b\d{1,2}[.]\d{3,}°?\s*[NSns]?\s*[,;/ ]\s*[+-]?\d{1,3}[.]\d{3,}"
    r"|\b\d{1,2}\s*°\s*\d{1,2}\s*['’′][^,;\n]{0,12}[NSns]\b"
)

_EMAIL = re.compile(r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# Digits with what people write between them.
_DIGITS = re.compile(r"[+(]{0,2}\d[\d ().\-/\u2010-\u2013]{5,24}\d")
# So many candidates are looked at more closely.
_MOST = 50
# "ana.garcia", "a.garcia", "ana_garcia": a first and a last name. Offices are called "info" or "help.desk".
_PERSON = re.compile(r"[a-z]+[._-][a-z]{3,}")
_OFFICES = frozenset(
    re.findall(
        r"\w+",
        """
        info contact contacto kontaktua help desk ayuda laguntza aide support office oficina bulego press prensa prentsa
        presse admin team equipo general urgent urgencias emergency protection proteccion secretaria secretariat
        programme program programa projects grants apply application applications legal security digital human rights
        reply noreply
        """,
    )
)


def signs_in(text: str) -> list[Sign]:
    """Return what a plain text may give away: at most one Sign of each code, in the order of the checks."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    found = ((code, look(text)) for code, look in _CHECKS)
    return [Sign(code, " ".join(words.split())[:80]) for code, words in found if words]


def is_address_of_person(email: str) -> bool:
    """Say whether an e-mail address looks like that of one person: a first and a last name before the @."""
    local = email.partition("@")[0].lower()
    return bool(_PERSON.fullmatch(local)) and not set(re.split(r"[._-]", local)) & _OFFICES


def _street(text):
    levelled = _levelled(text)
    for pattern in _STREET_PATTERNS:
        for match in pattern.finditer(levelled):
            if "name" not in pattern.groupindex or any(map(str.isupper, text[slice(*match.span("name"))])):
                return text[slice(*match.span())]
    return None


def _coordinates(text):
    match = _COORDINATES.search(text)
    return match and match[0]


def _phone(text):
    # Addresses of web pages are full of digits.
    plain = " ".join(word for word in text.split() if "://" not in word and "www." not in word)
    for candidate in _DIGITS.findall(plain)[:_MOST]:
        for match in phonenumbers.PhoneNumberMatcher(candidate, _HOME, phonenumbers.Leniency.VALID, 5):
            return match.raw_string
    return None


def _person_email(text):
    for word in [word for word in text.split() if "@" in word][:_MOST]:
        email = _EMAIL.search(word[:320])
        if email and is_address_of_person(email[0]):
            return email[0]
    return None


_CHECKS = (
    ("street", _street),
    ("coordinates", _coordinates),
    ("phone", _phone),
    ("person_email", _person_email),
)
