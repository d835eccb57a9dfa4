"""From a compared row to drafts: a new organisation that nobody sees, or the next version of one that is there.

The row of an organisation that exists is not written: its public facts and places stay until somebody publishes.
"""

from decimal import Decimal

from cms.common.organisation_columns import TEXT_COLUMNS
from cms.exchange.present import CATEGORY_COLUMNS, TEXT_FORMS
from cms.localisation.proposals import give_back_version, propose_text, take_back_text, untouched
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation
from cms.snippets.place import Place
from cms.snippets.stored_copies import EMPTY_VALUES
from cms.snippets.texts import OrganisationText

LOG_ACTION = "defenders.import"

PLAIN = (
    "slug",
    "name",
    "alternate_name",
    "acronym",
    "website",
    "organisation_type",
    "is_government",
    "areas_served",
    "languages",
    "response_time",
    "intake_status",
)
RICH = {name for name, form in TEXT_FORMS.items() if form == "html"}


def propose(comparison, site, user):
    """Write a comparison into drafts; return (key of the organisation, what was made in plain values).

    Raises ValidationError where the model refuses what the comparison let through.
    """
    facts = {name: value for name, value in comparison.changes.items() if name not in TEXT_COLUMNS}
    made = {"facts": None, "texts": []}
    if comparison.present.pk is None:
        row = _new_organisation(comparison, site)
        version = row.save_revision(user=user, clean=False, log_action=LOG_ACTION)
        made["facts"] = {"created": True, "version": version.pk, "previous": None, "had_changes": False}
    else:
        row = Organisation.objects.get(pk=comparison.present.pk)
        if facts:
            made["facts"] = _new_version(row, comparison, site, user)
    for language, values in _texts_by_language(comparison.changes):
        text = propose_text(OrganisationText, row, language, values, user, rich=RICH, log_action=LOG_ACTION)
        made["texts"].append(text.as_json())
    return row.pk, made


def _new_organisation(comparison, site):
    row = Organisation(live=False)
    _write(row, comparison, site)
    row.full_clean()
    row.save()
    return row


def _new_version(row, comparison, site, user):
    previous, had_changes = row.latest_revision_id, row.has_unpublished_changes
    draft = row.get_latest_revision_as_object()
    _write(draft, comparison, site)
    version = draft.save_revision(user=user, log_action=LOG_ACTION)
    return {"created": False, "version": version.pk, "previous": previous, "had_changes": had_changes}


def _write(organisation, comparison, site):
    changes = comparison.changes
    for name in PLAIN:
        if name in changes:
            setattr(organisation, name, "" if changes[name] is None else changes[name])
    for name in CATEGORY_COLUMNS:
        if name in changes:
            known = site.vocabulary.categories[name]
            getattr(organisation, name).set([known[code] for code in changes[name]])
    if "places" in changes:
        _write_places(organisation, comparison.places)
    if "contacts" in changes:
        _write_contacts(organisation, changes["contacts"])


def _write_places(organisation, wanted):
    present = {str(place.uid): place for place in organisation.places.all()}
    places = []
    for position, fields in enumerate(wanted):
        place = present.get(fields["uid"]) or Place(uid=fields["uid"])
        place.sort_order = position
        place.precision = fields["precision"]
        for name in EMPTY_VALUES:
            setattr(place, name, _decimal(fields[name]) if name in ("lat", "lng") else fields[name])
        places.append(place)
    organisation.places.set(places)
    for place in places:
        place.full_clean(exclude=["organisation"])


def _decimal(text):
    return None if text is None else Decimal(text)


def _write_contacts(organisation, wanted):
    present = {(channel.kind, channel.value): channel for channel in organisation.channels.all()}
    channels = []
    for position, contact in enumerate(wanted):
        channel = present.get((contact["kind"], contact["value"])) or ContactChannel()
        channel.sort_order = position
        for name, value in contact.items():
            setattr(channel, name, "" if value is None else value)
        channels.append(channel)
    organisation.channels.set(channels)
    for channel in channels:
        channel.full_clean(exclude=["organisation"])


def _texts_by_language(changes):
    """Yield (language, {text: value}), Spanish first: translations are made from it."""
    found = {}
    for column, (name, language) in TEXT_COLUMNS.items():
        if column in changes:
            found.setdefault(language, {})[name] = changes[column]
    return found.items()


def take_back(row):
    """Take back what importing a row made; return False where somebody went on from any of it."""
    made = row.made
    # Translations before the Spanish text they are made from, and all or nothing: the caller takes the transaction
    # back when one of them has to stay.
    if not all(take_back_text(OrganisationText, text) for text in reversed(made["texts"])):
        return False
    facts = made["facts"]
    organisation = row.organisation
    if facts is None or organisation is None:
        return True
    if not untouched(organisation, facts["version"], facts["created"]):
        return False
    if facts["created"] and not _stands_alone(organisation):
        return False
    give_back_version(
        organisation, facts["version"], facts["previous"], facts["had_changes"], facts["created"]
    )
    return True


def _stands_alone(organisation):
    """Say whether nothing else was written about a new organisation: no programme, no training, no other text."""
    return not any(getattr(organisation, name).exists() for name in ("texts", "programmes", "trainings"))
