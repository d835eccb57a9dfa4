"""The address of a draft in the front end of a partner who reads the API. Pure: the template comes from a setting.

`DEFENDERS_HEADLESS_PREVIEW_URL` is a template with `{token}` and any of `{page_id}`, `{key}`, `{lang}` and
`{content_type}`, or an address without any, to which all of them are added as a query.
"""

from string import Formatter
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

FIELDS = ("content_type", "page_id", "key", "lang", "token")

# Name in the query of an address without placeholders, where it differs from the field.
QUERY_NAMES = {"token": "preview_token"}

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


class MalformedTemplate(ValueError):
    """The address cannot be used; the message says why, in English."""


def fields_of(template: str) -> set[str]:
    """Return the placeholders of a template. Raises MalformedTemplate for anything that leads nowhere."""
    try:
        parsed = list(Formatter().parse(template))
        parts = urlsplit(template)
        hostname = parts.hostname
    except ValueError as error:
        raise MalformedTemplate(f"it cannot be read ({error})") from error
    fields = {name for _text, name, spec, conversion in parsed if name is not None}
    if any(spec or conversion for _text, name, spec, conversion in parsed if name is not None):
        raise MalformedTemplate("a placeholder has nothing but its name between the braces")
    if unknown := sorted(fields - set(FIELDS)):
        raise MalformedTemplate(
            f"it has an unknown placeholder, {{{unknown[0]}}} (known: {', '.join(FIELDS)})"
        )
    if fields and "token" not in fields:
        raise MalformedTemplate("it lacks {token}, without which no draft can be read")
    if parts.scheme not in {"http", "https"} or not hostname or "{" in parts.netloc:
        raise MalformedTemplate("it must be a complete address, such as https://www.example.org/preview")
    if parts.scheme == "http" and hostname not in LOCAL_HOSTS:
        raise MalformedTemplate("it must start with https:// (http:// only for localhost)")
    return fields


def headless_address(template: str, values: dict[str, str]) -> str:
    """Return the address for `values`, one text per name in FIELDS."""
    if fields_of(template):
        return template.format(**{name: quote(value, safe="") for name, value in values.items()})
    parts = urlsplit(template)
    added = urlencode([(QUERY_NAMES.get(name, name), values[name]) for name in FIELDS])
    return urlunsplit(parts._replace(query=f"{parts.query}&{added}" if parts.query else added))
