"""Identifiers of what has none of its own: the same thing gets the same one in every release. Pure.

They are UUIDs of version 5 (RFC 9562, section 5.5), made from the identifier of what the thing belongs to and a name.
"""

from hashlib import sha1


def named(parent: str, name: str) -> str:
    """Return what `uuid.uuid5` makes of a parent's UUID and a name."""
    return _named(bytes.fromhex(parent.replace("-", "")), name)


class Children:
    """The identifiers of what belongs to one thing; a name that comes again gets another one."""

    def __init__(self, parent: str):
        self._parent = bytes.fromhex(parent.replace("-", ""))
        self._times: dict[str, int] = {}

    def identifier(self, name: str) -> str:
        """Return the identifier for the next thing of this name."""
        times = self._times[name] = self._times.get(name, 0) + 1
        return _named(self._parent, name if times == 1 else f"{name}\n{times}")


def _named(parent, name):
    # Several times faster than `uuid`: a release has very many.
    digest = sha1(parent + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"
