"""One file of an index: sections of bytes by name behind a header that tells a whole file from a broken one. Pure."""

import json
import struct
import sys
import zlib
from collections.abc import Mapping
from typing import Any

MAGIC = b"defindex"
# Another one whenever the sections or what they mean change: indexes of another version are made anew.
VERSION = 1

# Magic, version, CRC-32 of all that follows it.
_SEAL = struct.Struct("<8sII")
# Length of the table of contents, length of the file.
_LENGTHS = struct.Struct("<QQ")
_HEAD = _SEAL.size + _LENGTHS.size
_ALIGNMENT = 8


class BrokenIndex(Exception):
    """The bytes are no index, one of another version or machine, or not whole."""


def pack(facts: Mapping[str, Any], sections: Mapping[str, bytes]) -> bytes:
    """Return the file; `facts` are plain JSON values."""
    places, parts, at = {}, [], 0
    for name, content in sections.items():
        places[name] = (at, len(content))
        parts.append(content + bytes(-len(content) % _ALIGNMENT))
        at += len(parts[-1])
    table = json.dumps({"byteorder": sys.byteorder, "facts": facts, "sections": places}).encode()
    table += b" " * (-len(table) % _ALIGNMENT)
    length = _HEAD + len(table) + at
    rest = b"".join([_LENGTHS.pack(len(table), length), table, *parts])
    return _SEAL.pack(MAGIC, VERSION, zlib.crc32(rest)) + rest


class Container:
    """The file, read from bytes or a memory map; BrokenIndex when it cannot be relied on."""

    def __init__(self, buffer):
        view = memoryview(buffer)
        if len(view) < _HEAD:
            raise BrokenIndex("too short")
        magic, version, checksum = _SEAL.unpack_from(view)
        table_length, length = _LENGTHS.unpack_from(view, _SEAL.size)
        if (magic, version, length) != (MAGIC, VERSION, len(view)):
            raise BrokenIndex("another version or length")
        if zlib.crc32(view[_SEAL.size :]) != checksum:
            raise BrokenIndex("other content than was written")
        content = _HEAD + table_length
        table = json.loads(bytes(view[_HEAD:content]))
        if table["byteorder"] != sys.byteorder:
            raise BrokenIndex("made on another kind of machine")
        self.facts: dict[str, Any] = table["facts"]
        self._places = table["sections"]
        self._content = view[content:]

    def section(self, name: str, item: str = "B") -> memoryview:
        """Return a section as items of a type of `array`."""
        start, length = self._places[name]
        return self._content[start : start + length].cast(item)
