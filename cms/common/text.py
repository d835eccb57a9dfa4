"""Folding of text for search and order, in any script.

Choices: accents never matter, so ñ folds to n ("espana" finds "España") and sorts with it; vowel signs of the
Indic and South-East Asian scripts and the voicing marks of Japanese are letters in all but name, and stay.
Every table here is short enough to be repeated in the browser, so that both sides find the same.
"""

import re
import unicodedata

# Marks that may be left out in writing: Latin, Greek, Cyrillic; Hebrew points; Arabic vowel and Koranic
# signs; then tatweel, soft hyphen, and the invisible joiners, direction marks and byte order mark.
_IGNORED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u0640\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)

# Letters that are written in several ways and that Unicode does not decompose.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "þ": "th",
        "æ": "ae", "œ": "oe", "ё": "е",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه",
    }
)  # fmt: skip


def fold(text):
    """Return the text without case, accents, Arabic vowel signs and variants of alef, ya and ta marbuta.

    Digits of any script become 0-9. The result is for comparing, never for showing.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = _IGNORED.sub("", decomposed).translate(_LETTERS)
    return ascii_digits(bare)


def ascii_digits(text):
    """Return the text with the decimal digits of any script as 0-9."""
    return text if text.isascii() else "".join(map(_ascii_digit, text))


def words(text):
    """Return the folded words of a text: runs of letters, marks and digits."""
    folded = fold(text)
    return "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in folded).split()


def sort_key(text):
    """Return a key for an order where accents and case decide only between otherwise equal texts."""
    return fold(text), unicodedata.normalize("NFC", text)


def _ascii_digit(char):
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)
