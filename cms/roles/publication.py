"""The last door before anything becomes public: whoever asks to publish, it takes a second person.

Views and menus ask for rights before; what reaches this place by another way is refused here.
"""

from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import TaskState, WorkflowState

from cms.roles.rights import may_publish_alone


class PublishedByASecondPerson:
    """Mixin for models with drafts and a review.

    Publishing without a user is left to the commands of the server: the timer, the sample, `manage.py shell`.
    """

    def publish(self, revision, user=None, skip_permission_checks=False, **kwargs):
        """Publish a revision; PublishPermissionError unless the user may do so alone or has just approved it."""
        if user is not None and not may_publish_alone(user, self):
            if not approved_by_second_person(self, revision, user):
                raise PublishPermissionError(
                    _("Somebody else has to approve this before it is public. Submit it for review.")
                )
            # Approving is the right of the groups in the review, who need not hold the right to publish.
            skip_permission_checks = True
        return super().publish(revision, user=user, skip_permission_checks=skip_permission_checks, **kwargs)


def approved_by_second_person(obj, revision, user) -> bool:
    """Say whether the review of the object ended with this user's approval of what somebody else wrote."""
    state = obj.workflow_states.select_related("current_task_state").order_by("-created_at", "-pk").first()
    step = state.current_task_state if state else None
    if step is None or state.status != WorkflowState.STATUS_APPROVED:
        return False
    return (
        step.status == TaskState.STATUS_APPROVED
        and step.finished_by_id == user.pk
        and user.pk not in {revision.user_id, state.requested_by_id}
        and revision.is_latest_revision()
        and revision.created_at <= step.finished_at
    )
