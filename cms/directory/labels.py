"""The labels of every code in one language, as the published files carry them."""

from django.utils.translation import override

from cms.common import labels
from cms.common.vocabularies import CATEGORY_KINDS
from cms.snippets.category import Category

CODED_LABELS = {
    "area": labels.AREA_LABELS,
    "organisation_type": labels.ORGANISATION_TYPE_LABELS,
    "response_time": labels.RESPONSE_TIME_LABELS,
    "intake_status": labels.INTAKE_STATUS_LABELS,
    "verification": labels.VERIFICATION_LABELS,
    "channel": labels.CHANNEL_KIND_LABELS,
    "channel_label": labels.CHANNEL_LABEL_LABELS,
    "precision": {code: label for code, label in labels.PRECISION_LABELS.items() if code != "hidden"},
    "need": labels.NEED_LABELS,
}

GUIDANCE_LABELS = {
    "applicant": labels.APPLICANT_LABELS,
    "call_state": labels.CALL_STATE_LABELS,
    "training_topic": labels.TRAINING_TOPIC_LABELS,
    "training_mode": labels.TRAINING_MODE_LABELS,
    "training_cost": labels.TRAINING_COST_LABELS,
    "training_state": labels.TRAINING_STATE_LABELS,
}


def load_categories():
    """Return all categories with their labels, in display order. Two queries."""
    return list(Category.objects.prefetch_related("labels"))


def categories_in(lang, categories):
    """Return the categories as JSON: roles, services and audiences, each in display order."""
    return [
        {
            "kind": category.kind,
            "code": category.code,
            "label": category.label_in(lang),
            "description": category.description_in(lang),
        }
        for category in sorted(categories, key=lambda category: CATEGORY_KINDS.index(category.kind))
    ]


def labels_in(lang, categories):
    """Return {group: {code: label}} in display order; roles, services and audiences as the editors named them."""
    by_kind: dict[str, dict[str, str]] = {kind: {} for kind in labels.CATEGORY_KIND_LABELS}
    for category in categories:
        by_kind[category.kind][category.code] = category.label_in(lang)
    return by_kind | _in_language(lang, CODED_LABELS)


def guidance_labels_in(lang, categories):
    """Return {group: {code: label}} of the codes in programmes and trainings, in display order."""
    audiences = {
        category.code: category.label_in(lang) for category in categories if category.kind == "audience"
    }
    areas = _in_language(lang, {"area": labels.AREA_LABELS})
    return {"audience": audiences} | areas | _in_language(lang, GUIDANCE_LABELS)


def _in_language(lang, groups):
    with override(lang):
        return {
            group: {code: str(label) for code, label in group_labels.items()}
            for group, group_labels in groups.items()
        }
