"""Web addresses, domain names and onion addresses, in the form that is safe to store and to link.

Domain names are stored in punycode, so that a name that only looks like another one shows.
Onion addresses: https://spec.torproject.org/rend-spec/encoding-onion-addresses.html (version 3).
"""

import base64
import hashlib
import re
from urllib.parse import quote, urlsplit, urlunsplit

from cms.common.problems import ContactError
from cms.common.typed_text import visible_text

LONGEST = 500

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
# Characters that IDNA 2003 (which Python speaks) and IDNA 2008 (which browsers speak) map to different names.
_TWO_READINGS = re.compile("[ßẞς\u200c\u200d]")
_NOT_FOR_THE_PUBLIC = frozenset({"localhost", "local", "internal", "lan", "home", "corp", "intranet"})

_ONION = re.compile(r"(?:[a-z0-9-]+\.)*([a-z2-7]{56})\.onion")
_OLD_ONION = re.compile(r"(?:[a-z0-9-]+\.)*[a-z2-7]{16}\.onion")


def clean_url(value, schemes=("https",)):
    """Return the normal form of a web address with one of the schemes; ContactError says what is wrong."""
    parts = _split(visible_text(value, LONGEST))
    if parts.scheme not in schemes or not parts.netloc:
        raise ContactError("url_http_or_https" if "http" in schemes else "url_scheme")
    host, port = _host_and_port(parts)
    if host.lower().endswith(".onion"):
        raise ContactError("url_onion")
    return _join(parts, clean_domain(host), port)


def clean_onion(value):
    """Return the normal form of a version 3 onion address, http:// added if it has no scheme."""
    text = visible_text(value, LONGEST)
    parts = _split(text if "://" in text else f"http://{text}")
    if parts.scheme not in ("http", "https"):
        raise ContactError("onion_unclear")
    host, port = _host_and_port(parts)
    host = host.lower()
    if _OLD_ONION.fullmatch(host):
        raise ContactError("onion_old")
    match = _ONION.fullmatch(host)
    if match is None:
        raise ContactError("onion_unclear")
    if not _onion_checksum_holds(match[1]):
        raise ContactError("onion_checksum")
    return _join(parts._replace(path="" if parts.path == "/" else parts.path), host, port)


def clean_domain(host):
    """Return a public domain name in lower-case punycode; numeric addresses and local names are refused."""
    if _TWO_READINGS.search(host):
        raise ContactError("domain_spelling")
    try:
        ascii_host = host.encode("idna").decode("ascii").lower().removesuffix(".")
        labels = ascii_host.split(".")
        for label in labels:
            if label.startswith("xn--"):
                label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        raise ContactError("url_host") from None
    if (
        len(labels) < 2
        or len(ascii_host) > 253
        or not all(_LABEL.fullmatch(label) for label in labels)
        or not re.fullmatch(r"[a-z]{2,}|xn--[a-z0-9-]+", labels[-1])
        or labels[-1] in _NOT_FOR_THE_PUBLIC
    ):
        raise ContactError("url_host")
    return ascii_host


def _split(text):
    if re.search(r"[\s\\]", text):
        raise ContactError("url_unclear")
    try:
        return urlsplit(text)
    except ValueError:
        raise ContactError("url_unclear") from None


def _host_and_port(parts):
    if "@" in parts.netloc:
        raise ContactError("url_credentials")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ContactError("url_unclear") from None
    if not host or port == 0:
        raise ContactError("url_host")
    return host, port


def _join(parts, host, port):
    netloc = f"{host}:{port}" if port else host
    path, query, fragment = (
        quote(part, safe="%/:@!$&'()*+,;=-._~?") for part in (parts.path, parts.query, parts.fragment)
    )
    url = urlunsplit((parts.scheme, netloc, path, query, fragment))
    if len(url) > LONGEST:
        raise ContactError("too_long", limit=LONGEST)
    return url


def _onion_checksum_holds(encoded):
    raw = base64.b32decode(encoded.upper())
    public_key, checksum, version = raw[:32], raw[32:34], raw[34:]
    expected = hashlib.sha3_256(b".onion checksum" + public_key + version).digest()[:2]
    return version == b"\x03" and checksum == expected
