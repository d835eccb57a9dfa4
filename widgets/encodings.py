"""Which content encodings a client takes, in the order in which we would rather send them. Pure.

Source: RFC 9110, section 12.5.3.
"""

import gzip
import re

import brotli

# The smallest first: it decides between encodings the client likes equally.
ENCODINGS = ("br", "gzip", "identity")

_WEIGHT = re.compile(r"q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)


def acceptable_encodings(header: str) -> list[str]:
    """Return the encodings of an Accept-Encoding header, best first; identity, which never fails, is last."""
    weights = _weights(header)
    wildcard = weights.get("*", 0.0)
    weighted = [(weights.get(name, wildcard), name) for name in ENCODINGS[:-1]]
    identity = weights.get("identity", 0.001)  # not named: taken, but anything named is liked better
    better = [(weight, name) for weight, name in weighted if weight > 0 and weight >= identity]
    return [name for _, name in sorted(better, key=lambda pair: -pair[0])] + ["identity"]


def compress(content: bytes, encoding: str, *, thoroughly: bool = False) -> bytes:
    """Return the content in one of `ENCODINGS`; thoroughly for what is compressed once and sent often."""
    if encoding == "br":
        return brotli.compress(content, quality=11 if thoroughly else 5)
    if encoding == "gzip":
        # mtime=0: the same content gives the same bytes, and with them the same ETag.
        return gzip.compress(content, compresslevel=9 if thoroughly else 6, mtime=0)
    return content


def _weights(header):
    weights = {}
    for item in header.split(","):
        name, _, parameters = item.partition(";")
        name = name.strip().lower()
        weight = _WEIGHT.fullmatch(parameters.strip()) if parameters else None
        if name and (weight or not parameters):
            weights[name] = float(weight[1]) if weight else 1.0
    return weights
