"""Programmes, trainings and testimonies: real ones with nothing but what the data files say, and fictional ones."""

from datetime import UTC, date, datetime, timedelta

from cms.sample.categories import categories_by_code
from cms.sample.files import read_json
from cms.sample.identifiers import identifier
from cms.sample.media import picture
from cms.sample.texts import add_texts
from cms.snippets.organisation import Organisation
from cms.snippets.programme import Programme, ProgrammeText
from cms.snippets.testimony import Testimony, TestimonyText
from cms.snippets.training import Training, TrainingText

PROGRAMME_FIELDS = (
    "name",
    "host_countries",
    "stay_months_min",
    "stay_months_max",
    "places_per_year",
    "who_can_apply",
    "is_rolling",
    "family_included",
    "children_supported",
    "languages",
    "application_url",
)
TRAINING_FIELDS = ("name", "topics", "languages", "url")


def load_programmes() -> int:
    """Add the programmes that are missing; return how many."""
    audiences = categories_by_code("audience")
    return sum(_load_programme(entry, audiences) for entry in read_json("programmes.json"))


def load_trainings() -> int:
    """Add the trainings that are missing; return how many."""
    return sum(_load_training(entry) for entry in read_json("trainings.json"))


def load_testimonies() -> int:
    """Add the testimonies that are missing, with their pictures; return how many."""
    return sum(
        _load_testimony(entry, order) for order, entry in enumerate(read_json("testimonies.json"), start=1)
    )


def _load_programme(entry, audiences):
    uuid = identifier("programme", entry["slug"])
    if Programme.objects.filter(uuid=uuid).exists():
        return False
    programme = Programme(
        uuid=uuid,
        organisation=_organisation(entry),
        is_sample=True,
        live=False,
        call_opens=_day(entry, "call_opens"),
        call_closes=_day(entry, "call_closes"),
        **{name: entry[name] for name in PROGRAMME_FIELDS},
    )
    programme.audiences.set([audiences[code] for code in entry["audiences"]])
    _publish(programme)
    add_texts(ProgrammeText, programme, entry["texts"])
    return True


def _load_training(entry):
    uuid = identifier("training", entry["slug"])
    if Training.objects.filter(uuid=uuid).exists():
        return False
    training = Training(
        uuid=uuid,
        organisation=_organisation(entry),
        is_sample=True,
        live=False,
        mode=entry["mode"] or "",
        cost=entry["cost"] or "unknown",
        on_request=bool(entry["on_request"]),
        starts_on=_day(entry, "starts_on", "starts_in_days"),
        ends_on=_day(entry, "ends_on", "ends_in_days"),
        **{name: entry[name] for name in TRAINING_FIELDS},
    )
    _publish(training)
    add_texts(TrainingText, training, entry["texts"])
    return True


def _load_testimony(entry, order):
    uuid = identifier("testimony", entry["slug"])
    if Testimony.objects.filter(uuid=uuid).exists():
        return False
    testimony = Testimony(
        uuid=uuid,
        attribution=entry["attribution"]["es"],
        is_composed=True,
        is_sample=True,
        live=False,
        order=order,
        picture=picture(entry["picture"], title=entry["texts"]["es"]["picture_alt"]),
    )
    _publish(testimony)
    add_texts(TestimonyText, testimony, entry["texts"])
    return True


def _organisation(entry):
    return Organisation.objects.get(uuid=identifier(entry["organisation"]))


def _day(entry, name, relative=None):
    """Return a day of the file: a date, or so many days from today for what is fictional."""
    days = entry.get(relative or f"{name}_in_days")
    if days is not None:
        return datetime.now(UTC).date() + timedelta(days=days)
    return date.fromisoformat(entry[name]) if entry[name] else None


def _publish(facts):
    facts.full_clean()
    facts.save()
    facts.save_revision(clean=False).publish()
