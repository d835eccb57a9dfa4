"""Whether a programme takes applications, and whether a training is still to come: by its days and the day. Pure.

The browser computes the same from the same dates, because a published file may be a day old.
"""

from datetime import date


def call_state(opens: date | None, closes: date | None, is_rolling: bool, today: date) -> str:
    """Return "open" (on the first and the last day too), "upcoming", "closed" or, without any day, "unknown".

    Where one of the two days is missing the other decides alone.
    """
    if is_rolling:
        return "open"
    if opens and today < opens:
        return "upcoming"
    if closes and today > closes:
        return "closed"
    return "open" if opens or closes else "unknown"


def call_order(opens: date | None, closes: date | None, is_rolling: bool, today: date) -> tuple[int, date]:
    """Return a key for an order in which open calls come first, and of these the one that closes soonest.

    After them what opens soonest, what nobody knows, and what is closed. A call without an end comes last among
    the open ones.
    """
    state = call_state(opens, closes, is_rolling, today)
    if state == "open":
        return 0, (None if is_rolling else closes) or date.max
    if state == "upcoming":
        return 1, opens or date.max
    return (2, date.max) if state == "unknown" else (3, date.max)


def training_state(starts: date | None, ends: date | None, on_request: bool, today: date) -> str:
    """Return "running", "upcoming", "past", or without days "on_request" or "unknown".

    A training whose days are over is "on_request" again when groups can ask for it; one without a last day is over
    when its first day is.
    """
    if starts and today < starts:
        return "upcoming"
    if starts and today <= (ends or starts):
        return "running"
    if on_request:
        return "on_request"
    return "past" if starts else "unknown"


def training_order(starts: date | None, ends: date | None, on_request: bool, today: date) -> tuple[int, date]:
    """Return a key for an order of running and upcoming trainings by their first day, then the others."""
    state = training_state(starts, ends, on_request, today)
    dated = state in ("running", "upcoming")
    return ("running", "upcoming", "on_request", "unknown", "past").index(state), (
        starts if dated and starts else date.max
    )
