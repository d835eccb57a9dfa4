"""A line of the log says what happened and where in the code; of a visitor it says nothing."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.utils.log import AdminEmailHandler

from cms.common import quiet_logging
from cms.common.quiet_logging import QuietFormatter, QuietHandler
from cms.quiet_reports import NothingOfTheRequest, QuietReporter
from config.settings import logs

ROOT = Path(__file__).parents[2]
MOMENT = 1_795_407_456.5  # 2026-11-23T04:17:36Z
SECRET = "kanaria words of a search"


@pytest.fixture
def answering(monkeypatch):
    """This process answers requests."""
    monkeypatch.setitem(quiet_logging._process, "answers requests", True)


@pytest.fixture
def of_a_command(monkeypatch):
    """This process answers none."""
    monkeypatch.setitem(quiet_logging._process, "answers requests", False)


def failure():
    """Return an exception that quotes a visitor, because of another one."""
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error


def line(name, message, *args, error=None, **more):
    """Return what is written of a record made at `MOMENT`."""
    record = logging.LogRecord(
        name, logging.ERROR, "lib/place.py", 7, message, args, error and (0, error, 0), "made"
    )
    record.created = MOMENT
    record.__dict__.update(more)
    return QuietFormatter().format(record)


def test_the_sentence_of_a_library_is_left_out(answering):
    assert line("library.part", f"Not Found: {SECRET}") == (
        "2026-11-23T04:00Z ERROR library.part: lib/place.py:7 made"
    )
    assert line("django.request", "%s", SECRET, status_code=503) == (
        "2026-11-23T04:00Z ERROR django.request: 503 lib/place.py:7 made"
    )


def test_a_status_that_is_none_is_not_written(answering):
    assert SECRET not in line("django.request", "x", status_code=SECRET)


@pytest.mark.parametrize(
    ("message", "args", "written"),
    [
        ("Row %s of import %s failed", (3, 14), "Row 3 of import 14 failed"),
        ("It failed: %s", (ValueError(SECRET),), "It failed: ValueError"),
        ("It failed: %(why)s", ({"why": ValueError(SECRET)},), "It failed: ValueError"),
        ("Whole", (), "Whole"),
        ("100 % whole", (), "100 % whole"),
        ("%d rows", (SECRET,), "lib/place.py:7 made"),
    ],
)
def test_a_sentence_of_our_own_stays_without_messages_of_exceptions(answering, message, args, written):
    assert line("cms.publish", message, *args) == f"2026-11-23T04:00Z ERROR cms.publish: {written}"


def test_an_exception_is_its_kind_and_its_places(answering):
    written = line("cms.api", "The API failed.", error=failure())
    assert "builtins.KeyError\n" in written
    assert "because of builtins.ValueError\n" in written
    assert f"{__file__}:" in written and " in failure" in written
    assert "kanaria" not in written


def test_a_command_says_what_an_exception_has_to_say(of_a_command):
    assert f"because of builtins.ValueError: invalid literal for int() with base 10: '{SECRET}'" in line(
        "cms.publish", "It failed.", error=failure()
    )
    assert (
        line("library", "The disk %s is full", "sda")
        == "2026-11-23T04:00Z ERROR library: The disk sda is full"
    )


def test_the_first_request_makes_the_log_quiet(of_a_command, client):
    client.get("/livez")
    assert SECRET not in line("library", SECRET)


def test_exceptions_that_name_each_other_end(answering):
    one, other = ValueError(SECRET), KeyError(SECRET)
    one.__context__, other.__context__ = other, one
    assert line("cms", "x", error=one).count("\n") == 2


def test_a_line_that_cannot_be_written_is_lost(capsys, answering):
    closed = QuietHandler(open(os.devnull))  # noqa: SIM115  to be read only
    closed.emit(logging.LogRecord("cms", logging.ERROR, "", 1, SECRET, (), None))
    assert capsys.readouterr().err == ""


def test_a_report_has_nothing_of_the_request():
    error = failure()
    request = RequestFactory().post(
        "/", {"field": SECRET}, headers={"user-agent": SECRET, "cookie": f"a={SECRET}"}
    )
    reporter = QuietReporter(request, type(error), error, error.__traceback__)
    for report in (reporter.get_traceback_text(), reporter.get_traceback_html()):
        assert "builtins.KeyError" in report and "test_quiet_logging.py" in report
        assert "kanaria" not in report
    assert reporter.get_traceback_data() == {}


def test_reporters_of_others_are_told_nothing():
    request = RequestFactory().post(
        "/", {"field": SECRET}, headers={"user-agent": SECRET, "cookie": f"a={SECRET}"}
    )
    told = NothingOfTheRequest()
    assert told.is_active(request)
    assert not told.get_post_parameters(request)
    assert not told.get_safe_request_meta(request)
    assert not told.get_safe_cookies(request)
    assert not told.get_safe_settings()
    assert not told.get_traceback_frame_variables(request, None)


def test_no_error_leaves_by_e_mail():
    handlers = [handler["class"] for handler in logs.LOGGING["handlers"].values()]
    assert f"{AdminEmailHandler.__module__}.{AdminEmailHandler.__qualname__}" not in handlers
    # Named here, so that Django's own configuration, which sends e-mails, does not hold.
    assert "handlers" in logs.LOGGING["loggers"]["django"]


TERMINAL = """
import logging, logging.config
from config.settings import dev
from cms.common.quiet_logging import requests_are_answered
logging.config.dictConfig(dev.LOGGING)
requests_are_answered()
logging.getLogger("django.request").warning("Not Found: /kanaria")
logging.getLogger("django.server").info("GET /kanaria 404")
try:
    int("what went wrong")
except ValueError:
    logging.getLogger("django.request").exception("Internal Server Error: /kanaria")
"""


def test_a_terminal_shows_what_failed_and_no_address(tmp_path):
    environ = {**os.environ, "DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", TERMINAL], env=environ, capture_output=True, text=True, check=True
    )
    assert "'what went wrong'" in ran.stderr
    assert "kanaria" not in ran.stdout + ran.stderr
