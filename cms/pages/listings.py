"""Programmes, trainings and testimonies as a page shows them: labels for codes, days in words, the language of texts.

Each function reads the public records of `cms.directory` and returns dicts for a template. Sentences are in the
active language, which is that of the page.
"""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cms.common.languages import SOURCE_LANGUAGE, direction
from cms.common.text import sort_key
from cms.directory import publish
from cms.directory.guidance_filters import PROGRAMME_FILTERS, TRAINING_FILTERS, passes
from cms.directory.labels import guidance_labels_in, load_categories
from cms.directory.programmes import PROGRAMMES
from cms.directory.testimonies import TESTIMONIES
from cms.directory.trainings import TRAININGS
from cms.pages import wording

# Offered to editors who want the trainings in one language.
TRAINING_LANGUAGES = ("ar", "ca", "en", "es", "eu", "fr", "gl", "pt", "ru", "zh")


def language_choices():
    """Return (tag, name) of the languages of trainings, in the editor's language."""
    lang = get_language() or SOURCE_LANGUAGE
    named = ((tag, wording.language(tag, lang)) for tag in TRAINING_LANGUAGES)
    return sorted(named, key=lambda pair: sort_key(pair[1]))


def programmes(filters, lang):
    """Return the public programmes that pass the filters, open calls first."""
    return _items(PROGRAMMES, PROGRAMME_FILTERS, filters, lang, _programme)


def trainings(filters, lang):
    """Return the public trainings that pass the filters, those that begin soon first."""
    return _items(TRAININGS, TRAINING_FILTERS, filters, lang, _training)


def testimonies(lang):
    """Return the public testimonies that have words, in the order of the editors."""
    today = publish.today_utc()
    records = (TESTIMONIES.record(loaded, lang, today) for loaded in TESTIMONIES.load(today))
    return [_testimony(record, lang) for record in records if record["quote"]]


def item_of(kind, loaded, lang):
    """Return one programme, training or testimony, whoever may see it; None for a testimony without words."""
    record = kind.record(loaded, lang, publish.today_utc())
    if kind is TESTIMONIES:
        return _testimony(record, lang) if record["quote"] else None
    shown = {PROGRAMMES: _programme, TRAININGS: _training}[kind]
    return shown(record, guidance_labels_in(lang, load_categories()), lang)


def _items(kind, known_filters, filters, lang, shown):
    today = publish.today_utc()
    asked = {
        name: tuple(value) if isinstance(value, list) else (value,)
        for name, value in filters.items()
        if value
    }
    records = (kind.record(loaded, lang, today) for loaded in kind.load(today))
    found = [record for record in records if passes(record, asked, known_filters)]
    labels = guidance_labels_in(lang, load_categories()) if found else {}
    return [shown(record, labels, lang) for record in found]


def _programme(record, labels, lang):
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
        "nomination": _text(record["nominator_note"], lang),
        "details": [
            (heading, text)
            for heading, text in (
                (_("What it is"), _text(record["description"], lang)),
                (_("What it offers"), _text(record["what_it_offers"], lang)),
            )
            if text
        ],
        "address": record["application_url"],
    }


def _training(record, labels, lang):
    state = record["training_state"]
    description = _text(record["description"], lang)
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


def _testimony(record, lang):
    return {
        "quote": _text(record["quote"], lang),
        "context": _text(record["context"], lang),
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
        "summary": _text(record["summary"], lang),
    }


def _text(value, lang):
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
