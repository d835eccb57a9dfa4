"""Values of public records as the text of a cell, and what keeps a cell from being taken for a formula.

Lists of codes are written "legal, psychosocial". Contacts and places are written one to a line, in parts between bars:

    hotline: +34944000000 | label: emergency | languages: es, eu | urgent | preferred
    city: Bilbao, ES | 43.26, -2.93 | seat
"""

import re

# What spreadsheets take for the beginning of a formula, full-width forms included, and what hides one.
_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
_GUARD = "'"
_LOOKED_AT = _FORMULA_STARTS | {_GUARD}

# Characters that the XML of a workbook cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# A workbook cuts longer cells short without a word, and the import takes none that is longer than this.
LONGEST_CELL = 20_000

DECIMALS_OF_PRECISION = {"exact": 5, "city": 2}

_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = str.maketrans({"\\": "\\\\", "|": "\\|", "\n": "\\n"})


def guarded(text):
    """Return the text as it may stand in a cell: an apostrophe before what would be run as a formula."""
    starts = text[:1] in _FORMULA_STARTS or (text[:1] == _GUARD and _is_guardable(text[1:2]))
    return _GUARD + text if text and starts else text


def unguarded(cell):
    """Return what `guarded` was given; any other cell as it is."""
    return cell[1:] if cell[:1] == _GUARD and _is_guardable(cell[1:2]) else cell


def _is_guardable(char):
    return bool(char) and (char in _FORMULA_STARTS or char == _GUARD)


def writable(text):
    """Return the text without what no spreadsheet can hold; "" for one that is too long to be read back."""
    return "" if len(text) >= LONGEST_CELL else _UNWRITABLE.sub("\ufffd", text)


def safe_cells(texts):
    """Return a row of texts as it may stand in a table: each `writable` and `guarded`, quickly where none needs it."""
    together = "".join(texts)
    if len(together) >= LONGEST_CELL or _UNWRITABLE.search(together):
        texts = map(writable, texts)
    return [guarded(text) if text[:1] in _LOOKED_AT else text for text in texts]


def text_cell(value):
    """Return a text; None is an empty cell."""
    return value or ""


def flag_cell(value):
    """Return "true" or "false"."""
    return "true" if value else "false"


def codes_cell(codes):
    """Return codes with commas between them."""
    return ", ".join(codes)


def contacts_cell(contacts):
    """Return contacts, as in public records, one to a line."""
    return "\n".join([" | ".join(_contact_parts(contact)) for contact in contacts])


def places_cell(places):
    """Return places, as in public records, one to a line; a hidden one says only that it is there."""
    return "\n".join([" | ".join(_place_parts(place)) for place in places])


def _contact_parts(contact):
    # Everything else is a code and needs no escapes.
    yield f"{contact['kind']}: {contact['value'].translate(_ESCAPES)}"
    if contact["label"] != "general":
        yield f"label: {contact['label']}"
    if contact["languages"]:
        yield f"languages: {codes_cell(contact['languages'])}"
    for name in ("urgent", "preferred"):
        if contact[name]:
            yield name
    if contact["pgp_fingerprint"]:
        yield f"pgp_fingerprint: {contact['pgp_fingerprint']}"


def _place_parts(place):
    precision = place["precision"]
    if precision == "hidden":
        yield precision
        return
    city = (place.get("city") or "").translate(_ESCAPES)
    yield f"{precision}: {', '.join(filter(None, (city, place['country'])))}"
    if precision in DECIMALS_OF_PRECISION:
        decimals = DECIMALS_OF_PRECISION[precision]
        yield f"{place['lat']:.{decimals}f}, {place['lng']:.{decimals}f}"
    if place["is_seat"]:
        yield "seat"


def split_bars(line):
    """Return the parts of one line of contacts or places, what was escaped as it was."""
    parts = re.split(r"(?<!\\)((?:\\\\)*)\|", line)
    # Every second piece holds the backslashes that stood before the bar.
    joined = ["".join(parts[index : index + 2]) for index in range(0, len(parts), 2)]
    return [
        _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], part).strip() for part in joined
    ]
