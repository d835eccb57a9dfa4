"""The step of the review in which somebody else looks before anything becomes public."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState

from cms.conf import defenders_settings
from cms.roles.rights import is_second_person


class SecondPersonTaskState(TaskState):
    """The step for one object. A class of its own, because Wagtail looks for the words of its e-mails by its name."""

    class Meta:
        verbose_name = gettext_lazy("state of an approval by a second person")
        verbose_name_plural = gettext_lazy("states of approvals by a second person")


class SecondPersonTask(AbstractGroupApprovalTask):
    """Approval by a member of the chosen groups who neither made the last change nor submitted it."""

    task_state_class = SecondPersonTaskState

    class Meta:
        verbose_name = gettext_lazy("approval by a second person")
        verbose_name_plural = gettext_lazy("approvals by a second person")

    @classmethod
    def get_description(cls):
        return _("Somebody of the chosen groups approves what somebody else wrote and submitted.")

    def may_approve(self, obj, user):
        """Say whether the user may approve, apart from being in the groups."""
        return defenders_settings.REVIEWERS_PUBLISH_ALONE or is_second_person(user, obj)

    def get_actions(self, obj, user):
        """Offer approval only to a second person; changes may be asked for by everybody in the groups."""
        actions = super().get_actions(obj, user)
        if self.may_approve(obj, user):
            return actions
        return [action for action in actions if action[0] != "approve"]

    def on_action(self, task_state, user, action_name, **kwargs):
        """Ask again at the last moment: whoever saves a change and approves in one step made the last change.

        Then the change is kept and nothing is approved; `editing.roles.explanations` tells the person.
        """
        if action_name == "approve" and not self.may_approve(task_state.workflow_state.content_object, user):
            return None
        return super().on_action(task_state, user, action_name, **kwargs)
