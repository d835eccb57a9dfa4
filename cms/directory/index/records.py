"""Where the records lie in `directory.<lang>.json`, so that one is read without the others. Pure."""

import json
from array import array
from collections.abc import Sequence

from cms.directory.index.container import Container

# How every record begins; what follows is a UUID, and then what `_AFTER_ID` says. Quotes inside texts are escaped,
# so no text can look like it.
_BEFORE_ID, _AFTER_ID = b'{"id":"', b'","slug":"'
_ID_LENGTH = 36
_CLOSED = len(_BEFORE_ID) + _ID_LENGTH + 1  # after the closing quote of the id


def write_records(ids: Sequence[str], content: bytes) -> dict[str, bytes]:
    """Return the sections for the records with these ids, which is their order in the file; ValueError if it is not."""
    starts, at = array("Q"), 0
    for one in ids:
        at = content.index(_BEFORE_ID + one.encode() + _AFTER_ID, at)
        starts.append(at)
        at += 1
    starts.append(_end_of_value(content, starts[-1]) + 1 if ids else 0)
    return {"records.starts": starts.tobytes()}


class Records:
    """The records as bytes, in the order of the file, which is by name."""

    def __init__(self, container: Container, content):
        self._starts = container.section("records.starts", "Q")
        self._content = content

    def __len__(self):
        return len(self._starts) - 1

    def bytes_of(self, number: int) -> bytes:
        """Return the JSON of a record."""
        return self._content[self._starts[number] : self._starts[number + 1] - 1]

    def id_of(self, number: int) -> str:
        """Return the id of a record."""
        start = self._starts[number] + len(_BEFORE_ID)
        return self._content[start : start + _ID_LENGTH].decode()


def split_after_id(record: bytes) -> tuple[bytes, bytes, bytes]:
    """Return (a record up to and with its id, the id, the rest from the comma on): more fits in after the id."""
    return record[:_CLOSED], record[len(_BEFORE_ID) : _CLOSED - 1], record[_CLOSED:]


def _end_of_value(content, start):
    text = content[start:].decode()
    _value, end = json.JSONDecoder().raw_decode(text)
    return start + len(text[:end].encode())
