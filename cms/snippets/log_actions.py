"""What the history of organisations, other facts and pages says about their state."""

from django.utils.translation import gettext_lazy as _


def register_state_actions(actions):
    """Add the actions on state to Wagtail's log (for the hook `register_log_actions`)."""
    actions.register_action("defenders.withdraw", _("Withdraw"), _("Withdrawn from everything public"))
    actions.register_action("defenders.restore", _("End withdrawal"), _("Withdrawal ended"))
    actions.register_action("defenders.verify", _("Verify"), _("Verified with the organisation"))
    actions.register_action(
        "defenders.coarsen", _("Make a place less precise"), _("A place was made less precise everywhere")
    )
    actions.register_action(
        "defenders.accept_removal",
        _("Accept a removal"),
        _("Gone from the database: accepted that it is not public any more"),
    )
    actions.register_action(
        "defenders.confirm_translation",
        _("Confirm a translation"),
        _("Compared with the changed source: the translation is still right"),
    )
