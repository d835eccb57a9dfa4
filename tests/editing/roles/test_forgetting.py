"""What editors left behind goes: forms at once, names after two years, and never what still counts."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import ModelLogEntry, PageLogEntry, Revision, TaskState, WorkflowState

from cms.editing.forgetting import forget_forms, forget_names


def age(rows, field, days):
    """Let rows be so many days older."""
    rows.update(**{field: timezone.now() - timedelta(days=days)})


def made(newsroom, name):
    """Return the versions of an object, the oldest first."""
    return list(newsroom.object(name).revisions.order_by("created_at", "pk"))


@pytest.fixture
def long_ago(newsroom):
    """An editor changed an organisation and a page twice and a reviewer approved, three years ago."""
    for name in ("organisation", "page es"):
        newsroom.change(name, "editor")
        newsroom.change(name, "editor")
        newsroom.submit(name, "editor").approve(user=newsroom.person("reviewer"))
        newsroom.object(name).latest_revision.publish(user=newsroom.person("reviewer"), log_action=True)
    for rows, field in (
        (Revision.objects, "created_at"),
        (ModelLogEntry.objects, "timestamp"),
        (PageLogEntry.objects, "timestamp"),
        (TaskState.objects.exclude(finished_at=None), "finished_at"),
        (WorkflowState.objects, "created_at"),
    ):
        age(rows, field, 3 * 366)
    # Versions keep their order.
    for revision in Revision.objects.order_by("pk"):
        Revision.objects.filter(pk=revision.pk).update(
            created_at=revision.created_at + timedelta(seconds=revision.pk)
        )
    return newsroom


def two_years_ago():
    return timezone.now() - timedelta(days=730)


def test_names_go_and_what_was_done_stays(long_ago):
    entries = ModelLogEntry.objects.count(), PageLogEntry.objects.count(), Revision.objects.count()
    assert ModelLogEntry.objects.exclude(user=None).exists()
    assert PageLogEntry.objects.exclude(user=None).exists()
    assert forget_names(two_years_ago()) > 8
    assert entries == (ModelLogEntry.objects.count(), PageLogEntry.objects.count(), Revision.objects.count())
    assert not ModelLogEntry.objects.exclude(user=None).exists()
    assert not PageLogEntry.objects.exclude(user=None).exists()
    assert not TaskState.objects.exclude(finished_by=None).exists()
    assert not WorkflowState.objects.exclude(requested_by=None).exists()
    assert forget_names(two_years_ago()) == 0


@pytest.mark.parametrize("name", ["organisation", "page es"])
def test_the_newest_version_keeps_its_author(long_ago, name):
    forget_names(two_years_ago())
    *older, newest = made(long_ago, name)
    assert newest.user == long_ago.person("editor")
    assert older and {revision.user for revision in older} == {None}


def test_a_review_that_runs_keeps_who_must_not_approve(newsroom):
    newsroom.change("organisation", "editor")
    step = newsroom.submit("organisation", "editor")
    newsroom.change("organisation", "reviewer")
    age(Revision.objects.filter(pk=step.revision_id), "created_at", 1500)
    age(WorkflowState.objects, "created_at", 1500)
    forget_names(two_years_ago())
    step.refresh_from_db()
    assert step.revision.user == newsroom.person("editor")
    assert step.workflow_state.requested_by == newsroom.person("editor")


def test_what_is_not_that_old_stays_as_it_is(newsroom):
    newsroom.change("organisation", "editor")
    newsroom.submit("organisation", "editor")
    before = ModelLogEntry.objects.exclude(user=None).count()
    assert forget_names(two_years_ago()) == 0
    assert ModelLogEntry.objects.exclude(user=None).count() == before > 0


def test_forms_that_were_never_saved_go_after_a_day(newsroom):
    organisation, editor = newsroom.object("organisation"), newsroom.person("editor")
    kind = ContentType.objects.get_for_model(organisation)
    for days, number in ((0, "1"), (2, "2")):
        moment = timezone.now() - timedelta(days=days)
        FormState.objects.create(
            user=editor, content_type=kind, object_id=number, data="name=canary", last_updated_at=moment
        )
        EditingSession.objects.create(user=editor, content_type=kind, object_id=number, last_seen_at=moment)
    assert forget_forms(timezone.now()) == 1
    assert list(FormState.objects.values_list("object_id", flat=True)) == ["1"]
    assert list(EditingSession.objects.values_list("object_id", flat=True)) == ["1"]


def test_the_command_says_what_it_did(long_ago):
    written = StringIO()
    call_command("forget", stdout=written)
    assert written.getvalue().startswith("0 forms deleted, names taken out of ")
    call_command("forget", verbosity=0, stdout=(silent := StringIO()))
    assert silent.getvalue() == ""


@pytest.mark.parametrize("months", [0, -1, 5000])
def test_a_number_of_months_that_makes_no_sense_is_refused(db, months):
    with pytest.raises(CommandError, match="from 1 to 1200"):
        call_command("forget", months=months)
