"""Whether a document is what its name says, by what it begins with and holds.

Sources: ISO 32000-2, 7.5.2 (PDF); ISO/IEC 29500-2 (OOXML); OpenDocument 1.3, part 2, 3.3.
"""

from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_ODF = "application/vnd.oasis.opendocument."
_LONGEST_TYPE = 100
_PLAIN = frozenset({*range(0x20), 0x7F}) - {*b"\t\n\r\f"}


def is_what_it_says(extension: str, content: bytes) -> bool:
    """Say whether content is of the kind that an extension (such as `pdf`, in small letters) names."""
    check = KINDS.get(extension)
    return check is not None and check(content)


def _pdf(content):
    return content.startswith(b"%PDF-")


def _office(part: str) -> Callable[[bytes], bool]:
    def check(content):
        names = set(_members(content))
        # Programs inside a document belong to other extensions (docm, xlsm).
        return {"[Content_Types].xml", part} <= names and not any(
            name.lower().endswith("vbaproject.bin") for name in names
        )

    return check


def _open_document(kind: str) -> Callable[[bytes], bool]:
    def check(content):
        names = _members(content)
        if not names or names[0] != "mimetype" or "content.xml" not in names:
            return False
        with ZipFile(BytesIO(content)) as archive, archive.open("mimetype") as file:
            return file.read(_LONGEST_TYPE) == f"{_ODF}{kind}".encode()

    return check


def _members(content):
    try:
        with ZipFile(BytesIO(content)) as archive:
            return archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def _text(content):
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return _PLAIN.isdisjoint(content)


KINDS: dict[str, Callable[[bytes], bool]] = {
    "docx": _office("word/document.xml"),
    "ods": _open_document("spreadsheet"),
    "odt": _open_document("text"),
    "pdf": _pdf,
    "txt": _text,
    "xlsx": _office("xl/workbook.xml"),
}
