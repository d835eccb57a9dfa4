"""A log that knows nothing of visitors: no address, path, search or form value, and times cut to the hour.

    LOGGING = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"quiet": {"()": "cms.common.quiet_logging.QuietFormatter"}},
        "handlers": {"quiet": {"class": "cms.common.quiet_logging.QuietHandler", "formatter": "quiet"}},
        "root": {"handlers": ["quiet"], "level": "WARNING"},
    }

A library may put into its message, and Python into the message of an exception, what a visitor sent: "invalid literal
for int(): 'shelter in …'", a line of SQL with its values, the path of a page that does not exist. So a process that
answers requests writes only what cannot come from outside: sentences of this project, and of everything else where in
the code it happened. A process that answers none, a management command, keeps the messages.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from http import HTTPStatus

# Sentences of these loggers were written with the promise above in mind.
OUR_LOGGERS = ("cms", "widgets", "config", "accounts")

# Enough to find the place; a recursion that never ended has a thousand.
MOST_FRAMES = 60

_process = {"answers requests": False}


def requests_are_answered() -> None:
    """Say that this process answers requests: from now on its log holds nothing that could come from one."""
    _process["answers requests"] = True


def quiet_process() -> None:
    """Say the same, and have what Python would print by itself, values and all, written to the log."""
    requests_are_answered()
    logging.captureWarnings(True)
    # A line that cannot be written would be printed with all its values.
    logging.raiseExceptions = False
    threading.excepthook = _log_uncaught
    sys.unraisablehook = _log_uncaught


def _log_uncaught(what):
    """Log an exception that nobody caught: in a thread, or where Python cannot raise one."""
    logging.getLogger("cms.uncaught").error("Nobody caught an exception.", exc_info=what.exc_value)


class QuietFormatter(logging.Formatter):
    """Writes what happened and where in the code, and nothing of whom or what it happened to.

    `ours` are the names of loggers whose sentences are kept, `messages` says whether those of exceptions are; both
    hold while requests are answered.
    """

    def __init__(self, ours: Collection[str] = OUR_LOGGERS, messages: bool = False):
        super().__init__()
        self.ours = frozenset(ours)
        self.messages = messages

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record."""
        hour = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:00Z")
        lines = [f"{hour} {record.levelname} {record.name}: {self._sentence(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.extend(told(record.exc_info[1], self.messages or not _process["answers requests"]))
        return "\n".join(lines)

    def _sentence(self, record):
        if not _process["answers requests"]:
            return _message(record, record.args)
        if record.name.partition(".")[0] in self.ours:
            return _message(record, _without_messages(record.args))
        place = f"{record.pathname}:{record.lineno} {record.funcName}"
        status = getattr(record, "status_code", None)
        return f"{int(status)} {place}" if isinstance(status, int | HTTPStatus) else place


class QuietHandler(logging.StreamHandler):
    """Writes to the standard error; a line that cannot be written is lost, not printed with what it was made of."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Lose the line."""


def told(error: BaseException, with_message: bool) -> Iterator[str]:
    """Yield lines about an exception and those it came from: kinds and places, messages only if wanted."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = f"{type(current).__module__}.{type(current).__qualname__}"
        yield f"  {'because of ' if current is not error else ''}{kind}{f': {current}' if with_message else ''}"
        for frame in traceback.extract_tb(current.__traceback__)[-MOST_FRAMES:]:
            yield f"    {frame.filename}:{frame.lineno} in {frame.name}"
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _message(record, args):
    try:
        return record.msg % args if args else str(record.msg)
    except (TypeError, ValueError, KeyError):
        return f"{record.pathname}:{record.lineno} {record.funcName}"


def _without_messages(args):
    """Return the values of a sentence with the kind of an exception in place of its message."""
    if isinstance(args, dict):
        return {name: _kind(value) for name, value in args.items()}
    return tuple(map(_kind, args or ()))


def _kind(value):
    return type(value).__name__ if isinstance(value, BaseException) else value
