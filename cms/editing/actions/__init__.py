"""Actions on state: withdraw, end the withdrawal, verified today, make a place less precise."""

from django.urls import path

from cms.editing.actions.base import ConfirmForm, ReasonForm, StateActionView, warn_if_files_are_behind
from cms.editing.actions.buttons import buttons_of
from cms.editing.actions.coarsening import CoarsenView
from cms.editing.actions.verification import VerifyView
from cms.editing.actions.withdrawal import RestoreView, WithdrawView
from cms.snippets.organisation import Organisation

# Of organisations, and of all other facts.
STATE_ACTIONS = (VerifyView, WithdrawView, RestoreView, CoarsenView)
FACTS_ACTIONS = (WithdrawView, RestoreView)


def actions_on(model):
    """Return the actions on a kind of facts."""
    return STATE_ACTIONS if model is Organisation else FACTS_ACTIONS


def action_patterns(viewset):
    """Return the addresses of the actions, for a viewset of facts."""
    return [
        path(
            f"{action.name}/<{viewset.pk_path_converter}:pk>/",
            viewset.construct_view(action),
            name=action.name,
        )
        for action in actions_on(viewset.model)
    ]


def state_buttons(facts, may, next_url=None):
    """Return a button for each action on the facts that makes sense now and that `may(permission)` allows."""
    return buttons_of(actions_on(type(facts)), facts, may, next_url)


__all__ = [
    "FACTS_ACTIONS",
    "STATE_ACTIONS",
    "CoarsenView",
    "ConfirmForm",
    "ReasonForm",
    "RestoreView",
    "StateActionView",
    "VerifyView",
    "WithdrawView",
    "action_patterns",
    "actions_on",
    "state_buttons",
    "warn_if_files_are_behind",
]
