import re

import pytest

from cms.common import labels, vocabularies

CODE_LISTS = {
    name: value for name, value in vars(vocabularies).items() if name.isupper() and isinstance(value, tuple)
}

LABELLED = [
    (vocabularies.CATEGORY_KINDS, labels.CATEGORY_KIND_LABELS),
    (vocabularies.NEEDS, labels.NEED_LABELS),
    (vocabularies.ORGANISATION_TYPES, labels.ORGANISATION_TYPE_LABELS),
    (vocabularies.RESPONSE_TIMES, labels.RESPONSE_TIME_LABELS),
    (vocabularies.INTAKE_STATUSES, labels.INTAKE_STATUS_LABELS),
    (vocabularies.VERIFICATION_STATES, labels.VERIFICATION_LABELS),
    (vocabularies.VISIBILITIES, labels.VISIBILITY_LABELS),
    (vocabularies.CHANNEL_KINDS, labels.CHANNEL_KIND_LABELS),
    (vocabularies.CHANNEL_LABELS, labels.CHANNEL_LABEL_LABELS),
    (vocabularies.APPLICANTS, labels.APPLICANT_LABELS),
    (vocabularies.CALL_STATES, labels.CALL_STATE_LABELS),
    (vocabularies.TRAINING_TOPICS, labels.TRAINING_TOPIC_LABELS),
    (vocabularies.TRAINING_MODES, labels.TRAINING_MODE_LABELS),
    (vocabularies.TRAINING_COSTS, labels.TRAINING_COST_LABELS),
    (vocabularies.TRAINING_STATES, labels.TRAINING_STATE_LABELS),
    (vocabularies.AREAS, labels.AREA_LABELS),
    (vocabularies.PRECISIONS, labels.PRECISION_LABELS),
]


@pytest.mark.parametrize("codes", CODE_LISTS.values(), ids=CODE_LISTS.keys())
def test_codes_are_unique_lower_case_words(codes):
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", code) for code in codes)


@pytest.mark.parametrize(("codes", "labelled"), LABELLED)
def test_every_code_has_a_label_in_the_same_order(codes, labelled):
    assert list(labelled) == list(codes)
    assert len(set(map(str, labelled.values()))) == len(labelled)


def test_every_need_is_a_set_of_known_services():
    for services in vocabularies.NEEDS.values():
        assert services
        assert set(services) <= set(vocabularies.SERVICES)


def test_precision_goes_from_exact_to_hidden():
    assert [vocabularies.precision_rank(code) for code in vocabularies.PRECISIONS] == [0, 1, 2, 3]
    assert vocabularies.coarser_or_equal("hidden", "exact")
    assert vocabularies.coarser_or_equal("city", "city")
    assert not vocabularies.coarser_or_equal("exact", "country")


@pytest.mark.parametrize("code", ["", "Exact", "street", None])
def test_an_unknown_precision_is_an_error_and_never_public_by_accident(code):
    with pytest.raises(ValueError):
        vocabularies.coarser_or_equal(code, "exact")
