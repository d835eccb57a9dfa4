"""Text as it arrives from a form: trimmed, and refused when it carries characters nobody can see."""

import unicodedata

from cms.common.problems import ContactError

# Control, formatting (direction marks, zero width), surrogate, private and unassigned characters.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


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
