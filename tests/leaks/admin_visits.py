"""Addresses of the editor: every pattern, its parts filled with the keys of what is not public."""

import re

from wagtail.models import Revision, TaskState, WorkflowState
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from cms.exchange.models import ImportBatch
from tests.leaks.routes import admin_routes
from tests.leaks.world import World

# It ends the session; it breaks on purpose; pictograms, whose outlines are full of numbers.
NOT_VISITED = ("admin/logout/", "admin/failwhale/", "admin/sprite/")
FACTS = ("organisation", "programme", "training", "testimony")
_PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)[+*]?")
_SIGNS = re.compile(r"[\^$\\]")

# Name of a part -> its value, where that is no key.
WORDS = {
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "app_label": "defenders",
    "model_name": "organisation",
    "content_type_app_name": "defenders",
    "content_type_model_name": "standardpage",
    "action_name": "approve",
    "language": "eu",
    "mode": "",
}
MODELS = {
    "revision_id": Revision,
    "task_state_id": TaskState,
    "workflow_state_id": WorkflowState,
    "translation_id": Translation,
    "translation_source_id": TranslationSource,
    "string_segment_id": StringSegment,
}


def addresses(world: World) -> dict[str, str]:
    """Return {pattern: address} of the editor."""
    keys = _keys_by_place(world)
    words = {name: str(word) for name, word in WORDS.items()}
    words |= {name: _newest(model) for name, model in MODELS.items()}

    def fill(route):
        place = max((one for one in keys if route.startswith(one)), key=len, default="")
        written = _PART.sub(lambda part: words.get(part[1] or part[2], keys.get(place, "1")), route)
        return "/" + _SIGNS.sub("", written)

    return {route: fill(route) for route in admin_routes() if route not in NOT_VISITED}


def _keys_by_place(world):
    things = world.things
    page, picture = str(things["draft page"].pk), str(things["private picture"].pk)
    document = str(things["private document"].pk)
    places = {
        "admin/": page,
        "admin/pages/": page,
        "admin/api/main/images/": picture,
        "admin/images/": picture,
        "admin/api/main/documents/": document,
        "admin/documents/": document,
        "admin/defenders/imports/": _newest(ImportBatch),
    }
    for model in FACTS:
        name = "withdrawn" if model == "organisation" else f"{model} withdrawn"
        facts = things[name]
        spanish = facts.texts.get(locale__language_code="es")
        for folder in ("", "choose/"):
            places[f"admin/snippets/{folder}defenders/{model}/"] = str(facts.pk)
            places[f"admin/snippets/{folder}defenders/{model}text/"] = str(spanish.pk)
    return places


def _newest(model):
    return str(model.objects.order_by("-pk").values_list("pk", flat=True).first() or 1)
