"""The public record of a training."""

from cms.common.text import sort_key
from cms.directory.calls import training_order, training_state
from cms.directory.days import day_of, iso_day
from cms.directory.guidance import Kind, organisation_reference
from cms.directory.visibility import public_training_texts, public_trainings
from cms.snippets.training import Training


class Trainings(Kind):
    """Trainings: running and upcoming ones by their first day, those on request, the others; then by name.

    `areas_served` are those of the organisation: for whom it works, wherever it teaches.
    """

    name = "trainings"
    model = Training
    subject = "training"
    text_forms = {"summary": "text", "description": "html"}
    facts_of_the_day = ("training_state",)

    def public_rows(self, today):
        return public_trainings().select_related("organisation")

    def public_texts(self, today):
        return public_training_texts()

    def facts(self, loaded, today):
        row = loaded.row
        return {
            "id": str(row.uuid),
            "name": row.name,
            "organisation": organisation_reference(row.organisation),
            "sample": row.is_sample,
            "areas_served": row.organisation.areas_served,
            "topics": row.topics,
            "mode": row.mode or None,
            "languages": row.languages,
            "cost": row.cost,
            "starts_on": iso_day(row.starts_on),
            "ends_on": iso_day(row.ends_on),
            "on_request": row.on_request,
            "training_state": training_state(row.starts_on, row.ends_on, row.on_request, today),
            "url": row.url,
        }

    def on_day(self, records, today):
        """The state of a training, and with it the order, depend on the day."""
        on_day = [one | {"training_state": training_state(*_when(one), today)} for one in records]
        return sorted(
            on_day, key=lambda one: (training_order(*_when(one), today), sort_key(one["name"]), one["id"])
        )

    def sort_key(self, loaded, today):
        row = loaded.row
        order = training_order(row.starts_on, row.ends_on, row.on_request, today)
        return order, sort_key(row.name), str(row.uuid)


def _when(record):
    return day_of(record["starts_on"]), day_of(record["ends_on"]), record["on_request"]


TRAININGS = Trainings()
