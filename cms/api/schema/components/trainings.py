"""Trainings in protection."""

from cms.api.schema.components.codes import identifier
from cms.api.schema.components.lists import listing, of_type
from cms.api.schema.lengths import stored
from cms.api.schema.values import Schema, array, code, day, flag, or_null, record, ref
from cms.common.vocabularies import TRAINING_COSTS, TRAINING_MODES, TRAINING_STATES, TRAINING_TOPICS
from cms.models import Training


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "Training": record(
            {"id": identifier("The training, for good."), "meta": of_type(Training), **facts()},
            "A training in protection.",
        ),
        "TrainingList": listing("Training"),
    }


def facts() -> dict[str, Schema]:
    """Return the members of a record, in their order."""
    return {
        "name": stored(Training, "name", "As the organisation calls it.", minLength=1),
        "organisation": ref("OrganisationReference", "Who offers it."),
        "sample": flag("Whether this is sample content that nobody verified."),
        "areas_served": array(ref("Area"), "The areas that its organisation serves."),
        "topics": array(code(TRAINING_TOPICS), "What it is about."),
        "mode": or_null(code(TRAINING_MODES, "How it is given, or null.")),
        "languages": array(ref("LanguageTag"), "The languages it is given in."),
        "cost": code(TRAINING_COSTS, "What it costs: `scholarship` is paid, but there are scholarships."),
        "starts_on": or_null(day("First day, or null.")),
        "ends_on": or_null(day("Last day; null where it takes one day.")),
        "on_request": flag("Whether it is given when a group asks for it."),
        "training_state": code(
            TRAINING_STATES,
            "Made from the days and the UTC day; without days, or after them, `on_request` or `unknown`. An answer "
            "you keep gets old: compute it anew from the days.",
        ),
        "url": stored(Training, "url", "Address of the training, or an empty text."),
        "summary": or_null(ref("Text"), "One or two sentences."),
        "description": or_null(ref("Html"), "More about it."),
        "updated_on": or_null(day("The day on which the public record last changed.")),
    }
