"""While the demo serves, what is scheduled appears by itself, as with the timer of a real site."""

import json
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from cms.management.commands import demo
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(monkeypatch):
    """Return a list that grows whenever the connections would be closed; the test goes on using its own."""
    times = []
    monkeypatch.setattr(type(connections), "close_all", lambda self: times.append(1))
    return times


def test_a_round_publishes_what_is_scheduled(published_root, closed, today):
    organisation = OrganisationFactory(draft=True, name="Due")
    draft = organisation.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = draft.save_revision()
    revision.approved_go_live_at = draft.go_live_at
    revision.save()
    demo.publish_what_is_due()
    directory = json.loads((published_root / "current" / "directory.es.json").read_bytes())
    assert [record["name"] for record in directory["organisations"]] == ["Due"]
    assert closed


@pytest.mark.parametrize("step", ["call_command", "publish"])
def test_a_round_that_fails_is_logged_and_closes_its_connections(monkeypatch, caplog, closed, step):
    def fail(*args, **options):
        raise OSError("disk full")

    monkeypatch.setattr(demo, step, fail)
    demo.publish_what_is_due()
    assert "could not be published" in caplog.text
    assert closed


def test_the_rounds_are_a_minute_apart(monkeypatch):
    done = []

    def sleep(seconds):
        if len(done) == 4:
            raise KeyboardInterrupt
        done.append(seconds)

    monkeypatch.setattr(demo.time, "sleep", sleep)
    monkeypatch.setattr(demo, "publish_what_is_due", lambda: done.append("round"))
    with pytest.raises(KeyboardInterrupt):
        demo.keep_up_to_date()
    assert done == [60, "round", 60, "round"]


@pytest.mark.parametrize(("options", "started"), [((), 1), (("--no-serve",), 0)])
def test_the_timer_runs_while_the_demo_serves_and_never_holds_it(
    monkeypatch, settings, tmp_path, options, started
):
    settings.DEBUG = True
    threads = []
    monkeypatch.setattr(threading.Thread, "start", lambda self: threads.append(self))
    monkeypatch.setattr(demo, "call_command", lambda *args, **options: None)
    monkeypatch.setattr(demo, "publish", lambda: None)
    monkeypatch.setattr(demo.Command, "_refuse_other_sites", lambda self: None)
    OrganisationFactory()
    call_command("demo", "--data", str(tmp_path), *options)
    assert [thread.daemon for thread in threads] == [True] * started
