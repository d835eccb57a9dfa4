"""Text as it arrives from a form: trimmed, and refused when it carries characters nobody can see."""

import unicodedata

from cms.common.problems import ContactError

# Control, formatting (direction marks, zero width), surrogate, private and unassigned characters.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

# Marks that turn the direction of what follows: they can make a text read differently from what it says.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS = frozenset("\r\n\t")


def visible_text(value, limit, allow_lines=False):
    """Return the value trimmed and in NFC; ContactError when empty, too long or not all visible."""
    if not isinstance(value, str) or not value.strip():
        raise ContactError("empty")
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").strip())
    if len(text) > limit:
        raise ContactError("too_long", limit=limit)
    checked = text.replace("\n", "") if allow_lines else text
    if any(unicodedata.category(char) in _INVISIBLE for char in checked):
        raise ContactError("invisible_characters")
    return text


def has_unseen_characters(text):
    """Say whether a text holds control characters, halves of characters, or marks that turn the direction."""
    return any(
        char in _TURNING
        or (char not in _LINE_BREAKS and (ord(char) < 32 or 127 <= ord(char) < 160))
        or 0xD800 <= ord(char) <= 0xDFFF
        for char in text
    )
