"""What has to happen before saved changes are public, and who may do it: in sentences for the edit pages."""

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from cms.roles.rights import may_change, may_publish_alone, may_review


def next_steps(row, user):
    """Return what has to happen before the latest version of a row is public, in sentences; [] when it is."""
    state = row.current_workflow_state
    if state is not None:
        return _in_review(row, state.current_task_state, user)
    if not (row.has_unpublished_changes or not row.live):
        return []
    if may_publish_alone(user, row):
        return [_("To show it: “Publish”, in the menu beside “Save draft”.")]
    if may_change(user, row):
        return [
            _(
                "To show it: submit it for review, in the menu beside “Save draft”. Somebody else then approves it."
            )
        ]
    return [_("Somebody who may change it has to submit it for review first.")]


def _in_review(row, step, user):
    if step.status == TaskState.STATUS_REJECTED:
        sentence = _("Changes were asked for on %(day)s: make them and submit it again.")
        return [sentence % {"day": _day(step.finished_at)}, *_comment(step)]
    names = {"day": _day(step.started_at), "groups": _groups(step.task.specific)}
    if not names["groups"]:
        return [_("It waits for review since %(day)s.") % names]
    sentences = [
        _(
            "It waits for review since %(day)s. Who may approve it: %(groups)s, but nobody what they wrote themselves."
        )
        % names
        if not may_publish_alone(user, row)
        else _("It waits for review since %(day)s. Who may approve it: %(groups)s.") % names
    ]
    if may_review(user, row) and step.task.specific.user_can_access_editor(row, user):
        sentences.append(_("You may: “Approve”, in the menu at the foot of the page."))
    return sentences


def _groups(task):
    groups = getattr(task, "groups", None)
    return get_text_list([str(group) for group in groups.all()], _("or")) if groups is not None else ""


def _comment(step):
    return [_("The comment: “%(comment)s”") % {"comment": step.comment}] if step.comment else []


def _day(moment):
    return date_format(localtime(moment), "DATE_FORMAT")
