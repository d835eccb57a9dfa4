"""Values that must not leave, and which of them is in some bytes, whatever way it was written down there. Pure.

A word begins with the letters of its flock, so that every word, one cut off in the middle too, is found by one search.
"""

import base64
import html
import re
import struct
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?:\(0\)|[\s().\-/\u2010-\u2015])+(?=\d)")
# Degrees apart at which no other place of the world of the tests lies.
_STEP = 0.0521
# Behind a colon such numbers are seconds.
_THREE_DECIMALS = re.compile(r"(?<![\d:])(\d{1,3})[.,](\d{3})")
_TWO_DECIMALS = re.compile(r"(?<!\d)(\d{1,3})[.,](\d\d)(?!\d)")
_MINUTES = re.compile(r"(?<!\d)(\d{1,3})[^\d\w]{1,3}([0-5]?\d)[^\d\w]{1,3}([0-5]?\d)(?!\d)")
# So many characters may stand between two coordinates that tell a place together.
_NEAR = 60


@dataclass(frozen=True)
class Point:
    """A place by its coordinates, five decimals as the rows hold them, in degrees."""

    lat: str
    lng: str


@dataclass
class Flock:
    """Canaries of one kind; `root` are the lower-case letters with which their words begin."""

    root: str
    # The first telephone number, E.164 without its last four digits, and the first point in degrees.
    first_number: str = "+3494417"
    first_point: tuple[float, float] = (43.31741, -102.98631)
    _words: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)
    _points: dict[str, Point] = field(default_factory=dict)
    _values: dict[bytes, str] = field(default_factory=dict)
    # The same points as people write them: with three decimals, with two, in (degrees, minutes, seconds).
    _three_decimals: dict[str, str] = field(default_factory=dict)
    _two_decimals: dict[str, str] = field(default_factory=dict)
    _minutes: dict[tuple[int, int, int], str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """Return the word that stands for a name: letters alone, so that it can be in any address or file name."""
        word = self.root + re.sub("[^a-z]", "", name.lower())
        self._words[word] = name
        return word

    def words(self) -> list[str]:
        """Return all words so far."""
        return list(self._words)

    def names(self) -> set[str]:
        """Return the names of all canaries so far."""
        kinds = (self._words, self._numbers, self._values)
        return set(self._points).union(*(kind.values() for kind in kinds))

    def email(self, name: str) -> str:
        """Return an e-mail address with the word of the name in both parts."""
        word = self.word(name)
        return f"{word}@{word}.example.org"

    def url(self, name: str) -> str:
        """Return a web address with the word of the name."""
        word = self.word(name)
        return f"https://{word}.example.org/{word}"

    def phone(self, name: str) -> str:
        """Return a telephone number in Spain, E.164."""
        number = f"{self.first_number}{1000 + 37 * len(self._numbers)}"
        self._numbers[number.removeprefix("+34")] = name
        return number

    def point(self, name: str) -> Point:
        """Return a point that is told apart by its third decimals, and equal whether these are cut or rounded."""
        lat, lng = (one + _STEP * len(self._points) for one in self.first_point)
        point = Point(f"{lat:.3f}42", f"{lng:.3f}31")
        self._points[name] = point
        for one in (point.lat, point.lng):
            degrees = abs(float(one))
            self._three_decimals[one.removeprefix("-")[:-2]] = name
            self._two_decimals[f"{degrees:.2f}"] = name
            self._minutes[int(degrees), int(degrees * 60 % 60), int(degrees * 3600 % 60)] = name
        return point

    def value(self, name: str, value: bytes | str) -> None:
        """Remember a value that was chosen elsewhere, such as the name of a stored file."""
        if value:
            self._values[value.encode() if isinstance(value, str) else value] = name

    def found_in(self, content: bytes) -> set[str]:
        """Return the names of the canaries in some bytes; of an unknown word that begins like ours the word."""
        found = {name for value, name in self._values.items() if value in content}
        found |= {f"{self.root} in base64" for needle in self._in_base64 if needle in content}
        if b"\0" in content:
            found |= {name for packed, name in self._packed_points() if packed in content}
        for text in _readings(content):
            found |= {self._words.get(word, word) for word in self._word.findall(text)}
            found |= self._numbers_in(_BETWEEN_DIGITS.sub("", text))
            found |= self._points_in(text)
        return found

    def __post_init__(self):
        self._word = re.compile(self.root + "[a-z]*")
        self._number = re.compile(self.first_number.removeprefix("+34") + r"\d{4}")
        self._in_base64 = tuple(
            _certain_base64(written.encode(), shift)
            for written in (self.root, self.root.upper(), self.root.capitalize())
            for shift in range(3)
        )

    def _numbers_in(self, text):
        return {self._numbers[number] for number in self._number.findall(text) if number in self._numbers}

    def _points_in(self, text):
        found = {self._three_decimals.get(f"{whole}.{part}") for whole, part in _THREE_DECIMALS.findall(text)}
        found |= {self._minutes.get(tuple(map(int, one))) for one in _MINUTES.findall(text)}
        found |= set(self._near_two_decimals(text))
        return found - {None}

    def _near_two_decimals(self, text):
        # Two decimals are common; both coordinates close to one another are not.
        before: tuple[str | None, int, str] = (None, 0, "")
        for match in _TWO_DECIMALS.finditer(text):
            degrees = f"{match[1]}.{match[2]}"
            name = self._two_decimals.get(degrees)
            if name is None:
                continue
            if name == before[0] and degrees != before[2] and match.start() - before[1] <= _NEAR:
                yield name
            before = name, match.end(), degrees

    def _packed_points(self):
        for name, point in self._points.items():
            degrees = (float(point.lat), float(point.lng))
            scaled = tuple(round(one * 100_000) for one in degrees)
            for order in "<>":
                yield from ((struct.pack(f"{order}d", one), name) for one in degrees)
                # Four bytes alone are found by chance.
                for layout, pair in (("ff", degrees), ("ii", scaled)):
                    yield struct.pack(order + layout, *pair), name
                    yield struct.pack(order + layout, *pair[::-1]), name


def _certain_base64(word: bytes, shift: int) -> bytes:
    """Return the letters of a word in base64 that depend on nothing around it; `shift` bytes stand before it."""
    encoded = base64.b64encode(b"\0" * shift + word)
    return encoded[-(-shift * 4 // 3) : (shift + len(word)) * 8 // 6]


def _readings(content: bytes) -> Iterator[str]:
    """Yield the text in some bytes, and the same with escapes undone where it has any."""
    plain = content.decode("utf-8", "replace")
    undone = unquote(html.unescape(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain)))
    yield _folded(plain)
    if undone != plain:
        yield _folded(undone)


def _folded(text):
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


# Form -> how somebody might write (word, number, point) in it. The sweep has to find every one.
FORMS: dict[str, Callable[[str, str, Point], bytes]] = {
    "as it is": lambda word, number, point: word.encode(),
    "in capitals": lambda word, number, point: word.upper().encode(),
    "in full-width letters": lambda word, number, point: "".join(chr(ord(c) + 0xFEE0) for c in word).encode(),
    "between accents": lambda word, number, point: f"Ñandú {word.capitalize()}'s".encode(),
    "in a slug": lambda word, number, point: f"/es/{word}-2/".encode(),
    "cut off": lambda word, number, point: word[:-3].encode(),
    "in escapes of an address": lambda word, number, point: "".join(f"%{ord(c):02X}" for c in word).encode(),
    "in escapes of HTML": lambda word, number, point: "".join(f"&#{ord(c)};" for c in word).encode(),
    "in escapes of JSON": lambda word, number, point: "".join(f"\\u{ord(c):04x}" for c in word).encode(),
    **{
        f"in base64, {shift} bytes on": (
            lambda word, number, point, shift=shift: base64.b64encode(b"x" * shift + word.encode())
        )
        for shift in range(3)
    },
    "in base64 for addresses": lambda word, number, point: base64.urlsafe_b64encode(f'{{"{word}"'.encode()),
    "an international number": lambda word, number, point: number.encode(),
    "a national number": lambda word, number, point: number.removeprefix("+34").encode(),
    "a number with spaces": lambda word, number, point: (
        f"+34 {number[3:6]} {number[6:8]} {number[8:10]} {number[10:]}".encode()
    ),
    "a number with brackets": lambda word, number, point: (
        f"+34 ({number[3:6]}) {number[6:9]}-{number[9:]}".encode()
    ),
    "a number in an address": lambda word, number, point: f"tel:%2B34{number[3:]}".encode(),
    "five decimals": lambda word, number, point: f'"lat": {point.lat}'.encode(),
    "four decimals": lambda word, number, point: f"{float(point.lng):.4f}".encode(),
    "three decimals": lambda word, number, point: f"{float(point.lat):.3f}".encode(),
    "a decimal comma": lambda word, number, point: point.lng.replace(".", ",").encode(),
    "two decimals of both": lambda word, number, point: (
        f"[{float(point.lng):.2f}, {float(point.lat):.2f}]".encode()
    ),
    "degrees, minutes, seconds": lambda word, number, point: _as_minutes(float(point.lat)).encode(),
    "packed as double": lambda word, number, point: b"\0" + struct.pack("<d", float(point.lat)),
    "packed as floats": lambda word, number, point: (
        b"\0" + struct.pack(">ff", float(point.lng), float(point.lat))
    ),
    "packed as integers": lambda word, number, point: (
        b"\0" + struct.pack("<ii", *(round(float(one) * 100_000) for one in (point.lat, point.lng)))
    ),
}


def _as_minutes(degrees):
    minutes = degrees % 1 * 60
    return f"{int(degrees)}° {int(minutes)}' {minutes % 1 * 60:.1f}\" N"
