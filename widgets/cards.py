"""What a page shows of a public record: labels instead of codes, readable contacts, notes on the texts."""

import re
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from django.utils.translation import gettext as _

from cms.common import contacts
from cms.common.dates import long_date
from cms.common.languages import direction
from widgets import channel_notes, names
from widgets.channel_order import in_safe_order
from widgets.directory_file import Directory, verification_today
from widgets.untrusted import safe_html, sound_picture, web_address

# How much of a long list a card shows; the page of the organisation has the rest.
AREAS_ON_CARD = 6
LANGUAGES_ON_CARD = 6

ADDRESS = re.compile(r"^https?://(?:www\.)?")


@dataclass(frozen=True)
class Text:
    """A text in the language it is in; `note` says so when that is not the page's. `html` is sanitised."""

    lang: str
    dir: str
    note: str
    outdated: bool
    text: str = ""
    html: str = ""


@dataclass(frozen=True)
class Contact:
    """A way to reach somebody: `text` is enough where links are dead; `remarks` are short.

    `value` is what is copied. `note` says what others can see, `advice` how to begin.
    """

    kind: str
    value: str
    text: str
    href: str
    urgent: bool
    preferred: bool
    remarks: tuple[str, ...]
    note: str
    advice: str
    fingerprint: str


@dataclass(frozen=True)
class Corrections:
    """Where to tell the editors of a mistake: `value` is copied, `text` is read."""

    value: str
    text: str
    href: str


@dataclass(frozen=True)
class Card:
    """A record for a list. `more_areas` and the like count what is left out."""

    slug: str
    name: str
    names: str
    sample: bool
    government: bool
    urgent: bool
    summary: Text | None
    roles: str
    services: str
    areas: str
    more_areas: int
    languages: str
    contacts: tuple[Contact, ...]
    more_contacts: int
    verification: str
    verification_state: str


@dataclass(frozen=True)
class Record:
    """A record in full, beside its card."""

    card: Card
    logo: dict | None
    audiences: str
    organisation_type: str
    response_time: str
    intake_status: str
    description: Text | None
    how_to_ask_for_help: Text | None
    hours: Text | None
    places: tuple[str, ...]
    updated_on: str


def make_card(record: dict, directory: Directory, contact_limit: int | None, whole: bool = False) -> Card:
    """Return the card of a record with at most so many contacts; `whole` leaves nothing out."""
    lang = directory.lang
    areas = [_area(code, directory) for code in record["areas_served"]]
    spoken = [names.language(tag, lang) for tag in record["languages"]]
    reachable = make_contacts(record, directory)
    shown_areas = areas if whole else areas[:AREAS_ON_CARD]
    state = verification_today(record, directory.made_for)
    return Card(
        slug=record["slug"],
        name=record["name"],
        names=" · ".join(filter(None, (record["acronym"], record["alternate_name"]))),
        sample=record["sample"],
        government=record["is_government"],
        urgent=record["urgent_help"],
        summary=make_text(record.get("summary"), lang),
        roles=_labels(directory, "role", record["roles"]),
        services=_labels(directory, "service", record["services"]),
        areas=names.joined(shown_areas, lang),
        more_areas=len(areas) - len(shown_areas),
        languages=names.joined(spoken if whole else spoken[:LANGUAGES_ON_CARD], lang),
        contacts=tuple(reachable[:contact_limit]),
        more_contacts=len(reachable[contact_limit:]) if contact_limit is not None else 0,
        verification=_verification(record, state, lang),
        verification_state=state,
    )


def shortened(card: Card, limit: int) -> Card:
    """Return the card with a summary of at most so many characters, cut at a word."""
    if card.summary is None or len(card.summary.text) <= limit:
        return card
    cut = card.summary.text[:limit].rpartition(" ")[0] or card.summary.text[:limit]
    return replace(card, summary=replace(card.summary, text=f"{cut}…"))


def make_record(record: dict, directory: Directory) -> Record:
    """Return everything public about an organisation."""
    lang = directory.lang
    return Record(
        card=make_card(record, directory, contact_limit=None, whole=True),
        logo=sound_picture(record.get("logo")),
        audiences=_labels(directory, "audience", record["audiences"]),
        organisation_type=_label(directory, "organisation_type", record.get("organisation_type")),
        response_time=_label(directory, "response_time", record.get("response_time")),
        intake_status=_label(directory, "intake_status", record.get("intake_status")),
        description=make_text(record.get("description"), lang),
        how_to_ask_for_help=make_text(record.get("how_to_ask_for_help"), lang),
        hours=make_text(record.get("hours"), lang),
        places=tuple(_place(place, lang) for place in record["places"]),
        updated_on=_day(record.get("updated_on"), lang),
    )


def make_text(value: dict | None, lang: str) -> Text | None:
    """Return a text of a record, None when it has none."""
    if value is None:
        return None
    note = ""
    if value["lang"] != lang:
        note = _("In %(language)s") % {"language": names.language(value["lang"], lang)}
    return Text(
        lang=value["lang"],
        dir=direction(value["lang"]),
        note=note,
        outdated=bool(value.get("outdated")),
        text=value.get("text", ""),
        html=safe_html(value.get("html", "")),
    )


def make_contacts(record: dict, directory: Directory, urgent_only: bool = False) -> list[Contact]:
    """Return the ways to reach an organisation in a safe order, its sites once."""
    known = {one["value"] for one in record["contacts"]}
    sites = [
        {"kind": kind, "value": value, "title": title}
        for kind, value, title in (
            ("website", record["website"], _("Website")),
            ("onion", record["onion_url"], _("Site on the Tor network")),
        )
        if value and value not in known
    ]
    channels = in_safe_order([*record["contacts"], *sites])
    careful = next(filter(channel_notes.is_readable, channels), None)  # said once
    return [
        _contact(one, directory, careful=one is careful)
        for one in channels
        if one.get("urgent") or not urgent_only
    ]


def make_corrections(name: str, directory: Directory) -> Corrections | None:
    """Return where to tell of a mistake in the entry of this name; None where the file says nothing sound."""
    value = directory.corrections
    if value.startswith("https://"):
        href = contacts.href("encrypted_form", value)
        return href and Corrections(value, ADDRESS.sub("", value).removesuffix("/"), href)
    href = contacts.href("email", value)
    subject = quote(f"{_('Something is wrong with this entry')}: {name}", safe="")
    return href and Corrections(value, value, f"{href}?subject={subject}")


def _contact(channel, directory, *, careful):
    lang = directory.lang
    kind, value = channel["kind"], channel["value"]
    remarks = [
        _label(directory, "channel_label", channel.get("label")),
        names.joined((names.language(str(tag), lang) for tag in channel.get("languages", ())), lang),
    ]
    fingerprint = channel.get("pgp_fingerprint")
    return Contact(
        kind=channel.get("title") or _label(directory, "channel", kind),
        value=value,
        text=ADDRESS.sub("", value).removesuffix("/"),
        href=(web_address(value) if kind == "website" else contacts.href(kind, value)) or "",
        urgent=bool(channel.get("urgent")),
        preferred=bool(channel.get("preferred")),
        remarks=tuple(filter(None, remarks)),
        note=channel_notes.note_of(channel),
        advice=_(channel_notes.FIRST_MESSAGE) if careful else "",
        fingerprint=contacts.grouped_fingerprint(str(fingerprint)) if fingerprint else "",
    )


def _labels(directory, group, codes):
    return names.joined((_label(directory, group, code) for code in codes), directory.lang)


def _label(directory, group, code):
    return directory.labels.get(group, {}).get(code, str(code)) if code else ""


def _area(code, directory):
    return directory.labels["area"].get(code) or names.country(code, directory.lang)


def _place(place, lang):
    return names.joined(
        filter(None, (str(place.get("city") or ""), names.country(place["country"], lang))), lang
    )


def _verification(record, state, lang):
    day = _day(record.get("verified_on"), lang)
    sentences = {
        "current": _("Verified on %(date)s"),
        "due": _("Verified on %(date)s; review due"),
        "expired": _("Last verified on %(date)s; may be out of date"),
        "unverified": _("Not verified yet"),
    }
    return sentences[state] % {"date": day}


def _day(iso, lang):
    try:
        return long_date(date.fromisoformat(iso), lang)
    except (TypeError, ValueError):
        return ""
