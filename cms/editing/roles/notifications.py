"""The e-mail to reviewers. Wagtail's own tells superusers of a review, and whoever submitted what became of it."""

from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.signals import task_submitted

from cms.roles.second_person_task import SecondPersonTaskState


class ReviewNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Tells those in the groups of the step who may approve: not whoever wrote or submitted it."""

    def get_recipient_users(self, task_state, **kwargs):
        task, obj = task_state.task.specific, task_state.workflow_state.content_object
        users = super().get_recipient_users(task_state, **kwargs)
        members = users.filter(groups__in=task.groups.all()).distinct()
        return [user for user in members if task.may_approve(obj, user)]


tell_reviewers = ReviewNotifier()


def connect():
    """Listen to submissions; called once when the app is ready."""
    task_submitted.connect(
        tell_reviewers, sender=SecondPersonTaskState, dispatch_uid="defenders_tell_reviewers"
    )
