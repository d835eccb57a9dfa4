"""What search engines read of an organisation's page: JSON-LD with the words of schema.org.

No point is in it, however public: search engines keep copies for months.
"""

import json
from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

from cms.common import contacts
from cms.common.territories import COUNTRIES
from widgets import names
from widgets.cards import ADDRESS, Record
from widgets.directory_file import Directory

TYPES = {"ngo": "NGO", "government": "GovernmentOrganization", "academic": "EducationalOrganization"}

# Kind of channel -> the property of a contact point; other kinds have at most a link.
_NUMBERS = {"phone": "telephone", "hotline": "telephone", "sms": "telephone", "email": "email"}

# What could end the element that holds the data, or a line of old scripts.
_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def as_element(data: Mapping) -> SafeString:
    """Return the data as an element that no value can leave; browsers run nothing of this type."""
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{content}</script>')  # noqa: S308 (escaped above)


def organisation_data(record: Mapping, shown: Record, directory: Directory, url: str) -> dict:
    """Return what the page at an address says of a public record; `shown` is the record as the page has it."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "@id": url,
            "url": url,
            "name": record["name"],
            "inLanguage": directory.lang,
            "dateModified": record.get("updated_on"),
            "license": directory.licence and directory.licence["url"],
            "mainEntity": _organisation(record, shown, directory),
        }
    )


def _organisation(record, shown, directory):
    kind = "government" if record["is_government"] else record.get("organisation_type")
    return _filled(
        {
            "@type": TYPES.get(kind, "Organization"),
            "@id": f"urn:uuid:{record['id']}",
            "name": record["name"],
            "alternateName": [name for name in (record["acronym"], record["alternate_name"]) if name],
            "description": _text(record.get("summary"), directory.lang),
            "url": _address(record["website"]),
            "sameAs": _address(record["onion_url"]),
            "logo": shown.logo and shown.logo["url"],
            "areaServed": [_area(code, directory) for code in record["areas_served"]],
            "knowsLanguage": record["languages"],
            "location": [_place(place) for place in record["places"]],
            "contactPoint": list(
                filter(None, (_contact(channel, directory) for channel in record["contacts"]))
            ),
        }
    )


def _text(text, lang):
    """Return a text of a record; with its language where that is not the page's."""
    if text is None or text["lang"] == lang:
        return text and text["text"]
    return {"@value": text["text"], "@language": text["lang"]}


def _area(code, directory):
    if code in COUNTRIES:
        return {"@type": "Country", "name": names.country(code, directory.lang), "identifier": code}
    return {"@type": "Place", "name": directory.labels["area"].get(code, code)}


def _place(place):
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.get("city"),
        "addressCountry": place["country"],
    }
    return {"@type": "Place", "address": _filled(address)}


def _contact(channel, directory):
    kind, value = channel["kind"], channel["value"]
    link = None if kind in _NUMBERS else _address(contacts.href(kind, value))
    if kind not in _NUMBERS and not link:
        return None
    label = directory.labels["channel_label"].get(channel.get("label"))
    return _filled(
        {
            "@type": "ContactPoint",
            "contactType": label or directory.labels["channel"].get(kind, kind),
            _NUMBERS.get(kind, "url"): link or value,
            "availableLanguage": channel.get("languages"),
        }
    )


def _address(value):
    return value if value and ADDRESS.match(value) else None


def _filled(data):
    return {name: value for name, value in data.items() if value}
