"""Which content encodings a client takes, in the order in which we would rather send them.

Source: RFC 9110, section 12.5.3.
"""

import platform
import re
import zlib
from functools import lru_cache

import brotli

# The smallest first: it decides between encodings the client likes equally.
ENCODINGS = ("br", "gzip", "identity")

# What is smaller fits into one or two packets whatever is done to it.
WORTH_COMPRESSING = 1400  # bytes

_WEIGHT = re.compile(r"q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
_ALIASES = {"x-gzip": "gzip"}  # RFC 9110, section 8.4.1.3
_GZIP_FORMAT = 31  # `wbits`: a gzip header and trailer around the largest window
_LONGEST_KEPT = 200  # characters: no client has a longer header, so nobody fills the memory with them

# Levels for what is made for one answer, and for what is made once and sent often.
_QUICK = {"br": 4, "gzip": 5}
_THOROUGH = {"br": 11, "gzip": 9}


def acceptable_encodings(header: str) -> tuple[str, ...]:
    """Return the encodings of an Accept-Encoding header, best first.

    Identity is always last, even for who refuses it: section 12.1 leaves it to us whether a client that takes
    nothing we have gets an error or the content, and nobody here is turned away over an encoding.
    """
    return _kept(header) if len(header) <= _LONGEST_KEPT else _ordered(header)


def quick_encoding(header: str, size: int) -> str:
    """Return the encoding for content of `size` bytes that is compressed for this answer alone."""
    encodings = acceptable_encodings(header)
    if size < WORTH_COMPRESSING and not _refuses_identity(header):
        return "identity"
    return encodings[0]


def compress(content: bytes, encoding: str, *, thoroughly: bool = False) -> bytes:
    """Return the content in one of `ENCODINGS`; thoroughly for what is compressed once and sent often."""
    levels = _THOROUGH if thoroughly else _QUICK
    if encoding == "br":
        return brotli.compress(content, quality=levels["br"])
    if encoding == "gzip":
        # No time in the header: the same content gives the same bytes, and with them the same ETag.
        return zlib.compress(content, levels["gzip"], wbits=_GZIP_FORMAT)
    return content


def compressor(encoding: str) -> str:
    """Return what decides, beside the content, which bytes `compress` makes: empty for identity."""
    return _COMPRESSORS[encoding]


# Another version of a library, or another kind of machine, may make other bytes of the same content.
_COMPRESSORS = {
    "br": f"br {brotli.__version__} {_QUICK['br']} {platform.machine()}",
    "gzip": f"gzip {zlib.ZLIB_RUNTIME_VERSION} {_QUICK['gzip']} {platform.machine()}",
    "identity": "",
}


def _ordered(header):
    weights = _weights(header)
    wildcard = weights.get("*", 0.0)
    weighted = [(weights.get(name, wildcard), name) for name in ENCODINGS[:-1]]
    identity = _identity_weight(weights)
    better = [(weight, name) for weight, name in weighted if weight > 0 and weight >= identity]
    return *(name for _, name in sorted(better, key=lambda pair: -pair[0])), "identity"


_kept = lru_cache(maxsize=256)(_ordered)


def _identity_weight(weights):
    # Not named: taken, but anything named is liked better.
    return weights.get("identity", weights.get("*", 0.001))


def _refuses_identity(header):
    return "q" in header.lower() and _identity_weight(_weights(header)) == 0


def _weights(header):
    weights = {}
    for item in header.split(","):
        name, _, parameters = item.partition(";")
        name = name.strip().lower()
        weight = _WEIGHT.fullmatch(parameters.strip()) if parameters else None
        if name and (weight or not parameters):
            weights[_ALIASES.get(name, name)] = float(weight[1]) if weight else 1.0
    return weights
