"""Public records of the guidance in words: labels for codes, days written out, languages named.

Each function takes a record as it is published and returns a dict for a template. `labels` are those of
`guidance_labels_in`. Sentences are in the active language, which is that of the page.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.common.languages import direction
from cms.directory import wording


def programme_in_words(record: Mapping, labels: Mapping, lang: str) -> dict:
    """Return what a page says of a programme."""
    state = record["call_state"]
    return {
        **_common(record, lang),
        "state": state,
        "state_label": labels["call_state"][state],
        "days": _call_days(record, lang),
        "facts": _told(
            (_("Countries of the stay"), wording.countries(record["host_countries"], lang)),
            (_("Length of the stay"), _stay(record["stay_months_min"], record["stay_months_max"])),
            (_("Places in a year"), str(record["places_per_year"] or "")),
            (_("Who can apply"), wording.labels(record["who_can_apply"], labels["applicant"])),
            (_("Family"), _family(record["family_included"])),
            (_("Children"), _("School, care or costs are supported") if record["children_supported"] else ""),
            (_("Whom it is for"), wording.labels(record["audiences"], labels["audience"])),
            (_("Languages"), wording.languages(record["languages"], lang)),
        ),
        "nomination": text_in_words(record["nominator_note"], lang),
        "details": [
            (heading, text)
            for heading, text in (
                (_("What it is"), text_in_words(record["description"], lang)),
                (_("What it offers"), text_in_words(record["what_it_offers"], lang)),
            )
            if text
        ],
        "address": record["application_url"],
    }


def training_in_words(record: Mapping, labels: Mapping, lang: str) -> dict:
    """Return what a page says of a training."""
    state = record["training_state"]
    description = text_in_words(record["description"], lang)
    return {
        **_common(record, lang),
        "state": state,
        "state_label": labels["training_state"][state],
        "days": _training_days(record, lang),
        "facts": _told(
            (_("Topics"), wording.labels(record["topics"], labels["training_topic"])),
            (_("How it is given"), labels["training_mode"].get(record["mode"], "")),
            (_("Languages"), wording.languages(record["languages"], lang)),
            (_("Cost"), labels["training_cost"].get(record["cost"], "")),
            (
                _("For groups"),
                _("A group can ask for it at any time")
                if record["on_request"] and state != "on_request"
                else "",
            ),
        ),
        "details": [(_("What it is"), description)] if description else [],
        "address": record["url"],
    }


def testimony_in_words(record: Mapping, lang: str) -> dict:
    """Return what a page says of a testimony, which has a quote."""
    return {
        "quote": text_in_words(record["quote"], lang),
        "context": text_in_words(record["context"], lang),
        "attribution": record["attribution"],
        "is_composed": record["is_composed"],
        "is_pseudonym": record["is_pseudonym"] and not record["is_composed"],
        "picture": record["picture"],
        "sample": record["sample"],
    }


def _common(record, lang):
    return {
        "id": record["id"],
        "name": record["name"],
        "organisation": record["organisation"],
        "sample": record["sample"],
        "summary": text_in_words(record["summary"], lang),
    }


def text_in_words(value: Mapping | None, lang: str) -> dict | None:
    """Return a text of a record for a template; `in_language` names its language when it is not the page's."""
    if value is None:
        return None
    return {
        "text": value.get("text", ""),
        "html": value.get("html", ""),
        "lang": value["lang"],
        "dir": direction(value["lang"]),
        "in_language": wording.language(value["lang"], lang) if value["lang"] != lang else "",
        "outdated": value["outdated"],
    }


def _told(*facts):
    return [fact for fact in facts if fact[1]]


def _stay(shortest, longest):
    if shortest and longest and shortest != longest:
        return _("%(shortest)d to %(longest)d months") % {"shortest": shortest, "longest": longest}
    if shortest and longest:
        return ngettext("%(months)d month", "%(months)d months", longest) % {"months": longest}
    if longest:
        return ngettext("At most %(months)d month", "At most %(months)d months", longest) % {
            "months": longest
        }
    if shortest:
        return ngettext("At least %(months)d month", "At least %(months)d months", shortest) % {
            "months": shortest
        }
    return ""


def _family(included):
    sentences = {
        True: _("The family can come too"),
        False: _("For one person, without family"),
        None: _("Not known: ask the programme"),
    }
    return sentences[included]


def _call_days(record, lang):
    if record["is_rolling"]:
        return _("Applications all year round")
    opens, closes = (
        record[name] and wording.day(record[name], lang) for name in ("call_opens", "call_closes")
    )
    if record["call_state"] == "upcoming":
        if closes:
            return _("Applications from %(first)s to %(last)s") % {"first": opens, "last": closes}
        return _("Applications from %(first)s") % {"first": opens}
    if closes and record["call_state"] == "open":
        return _("Applications until %(last)s") % {"last": closes}
    return _("The last call closed on %(last)s") % {"last": closes} if closes else ""


def _training_days(record, lang):
    if not record["starts_on"] or record["training_state"] in ("on_request", "unknown"):
        return ""
    first = wording.day(record["starts_on"], lang)
    if record["ends_on"] in (None, record["starts_on"]):
        return first
    return _("From %(first)s to %(last)s") % {"first": first, "last": wording.day(record["ends_on"], lang)}
