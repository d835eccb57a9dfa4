"""Whether a call is open and a training still to come: a table of days."""

from datetime import date

import pytest

from cms.common.vocabularies import CALL_STATES, TRAINING_STATES
from cms.directory.calls import call_order, call_state, training_order, training_state

BEFORE, FIRST, BETWEEN, LAST, AFTER = (date(2026, 11, day) for day in (9, 10, 15, 20, 21))
NEVER = None

# First day, last day, all year round, the day, state.
CALLS = [
    (FIRST, LAST, False, BEFORE, "upcoming"),
    (FIRST, LAST, False, FIRST, "open"),
    (FIRST, LAST, False, BETWEEN, "open"),
    (FIRST, LAST, False, LAST, "open"),
    (FIRST, LAST, False, AFTER, "closed"),
    (FIRST, FIRST, False, FIRST, "open"),
    (FIRST, NEVER, False, BEFORE, "upcoming"),
    (FIRST, NEVER, False, AFTER, "open"),
    (NEVER, LAST, False, BEFORE, "open"),
    (NEVER, LAST, False, LAST, "open"),
    (NEVER, LAST, False, AFTER, "closed"),
    (NEVER, NEVER, False, BETWEEN, "unknown"),
    (NEVER, NEVER, True, BETWEEN, "open"),
    (FIRST, LAST, True, AFTER, "open"),
]
# First day, last day, on request, the day, state.
TRAININGS = [
    (FIRST, LAST, False, BEFORE, "upcoming"),
    (FIRST, LAST, False, FIRST, "running"),
    (FIRST, LAST, False, LAST, "running"),
    (FIRST, LAST, False, AFTER, "past"),
    (FIRST, NEVER, False, BEFORE, "upcoming"),
    (FIRST, NEVER, False, FIRST, "running"),
    (FIRST, NEVER, False, BETWEEN, "past"),
    (FIRST, LAST, True, BEFORE, "upcoming"),
    (FIRST, LAST, True, AFTER, "on_request"),
    (NEVER, NEVER, True, BETWEEN, "on_request"),
    (NEVER, NEVER, False, BETWEEN, "unknown"),
]


@pytest.mark.parametrize(("opens", "closes", "is_rolling", "today", "state"), CALLS)
def test_a_call_is_what_its_days_say(opens, closes, is_rolling, today, state):
    assert call_state(opens, closes, is_rolling, today) == state


@pytest.mark.parametrize(("starts", "ends", "on_request", "today", "state"), TRAININGS)
def test_a_training_is_what_its_days_say(starts, ends, on_request, today, state):
    assert training_state(starts, ends, on_request, today) == state


def test_the_tables_have_every_state():
    assert {row[-1] for row in CALLS} == set(CALL_STATES)
    assert {row[-1] for row in TRAININGS} == set(TRAINING_STATES)


def test_open_calls_come_first_and_of_these_what_closes_soonest():
    in_order = [
        (FIRST, BETWEEN, False),
        (NEVER, LAST, False),
        (NEVER, NEVER, True),
        (LAST, NEVER, False),
        (AFTER, NEVER, False),
        (NEVER, NEVER, False),
        (BEFORE, FIRST, False),
    ]
    backwards = list(reversed(in_order))
    assert sorted(backwards, key=lambda call: call_order(*call, BETWEEN)) == in_order


def test_trainings_still_to_come_come_first_by_their_first_day():
    in_order = [
        (FIRST, LAST, False),
        (BETWEEN, LAST, True),
        (LAST, AFTER, False),
        (AFTER, NEVER, False),
        (NEVER, NEVER, True),
        (NEVER, NEVER, False),
        (BEFORE, FIRST, False),
    ]
    backwards = list(reversed(in_order))
    assert sorted(backwards, key=lambda one: training_order(*one, BETWEEN)) == in_order
