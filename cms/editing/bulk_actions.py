"""The same actions for several organisations at once, from the listing: withdraw and verified today.

Each organisation is asked for its own permission; those the user may not change are named and left alone.
"""

from django.shortcuts import get_list_or_404
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from cms.editing.actions import (
    ConfirmForm,
    ReasonForm,
    StateActionView,
    VerifyView,
    WithdrawView,
    warn_if_files_are_behind,
)
from cms.editing.forms.codes import is_key
from cms.snippets.organisation import Organisation


class StateBulkAction(SnippetBulkAction):
    """Base: what a `StateActionView` does, for several organisations."""

    models = [Organisation]
    template_name = "defenders/admin/confirm_bulk_state_action.html"
    view: type[StateActionView]

    @classmethod
    def get_queryset(cls, model, object_ids):
        # An address may have been changed by hand: what is no key finds nothing.
        return get_list_or_404(model, pk__in=[key for key in object_ids if is_key(str(key))])

    def check_perm(self, organisation):
        return self.view.allowed(self.request.user, organisation)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, action=self.view)

    def get_execution_context(self):
        return super().get_execution_context() | {
            "user": self.request.user,
            "form": self.cleaned_form,
        }

    def form_valid(self, form):
        response = super().form_valid(form)
        warn_if_files_are_behind(self.request)
        return response


class WithdrawBulkAction(StateBulkAction):
    """Take the chosen organisations out of everything public."""

    display_name = gettext_lazy("Withdraw")
    aria_label = gettext_lazy("Withdraw the chosen organisations")
    action_type = "withdraw"
    action_priority = 20
    classes = {"serious"}
    form_class = ReasonForm
    view = WithdrawView

    @classmethod
    def execute_action(cls, objects, user=None, form=None, **kwargs):
        chosen = [organisation for organisation in objects if cls.view.applies_to(organisation)]
        for organisation in chosen:
            organisation.withdraw(user, form.cleaned_data["reason"])
        return len(chosen), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(count)d organisation is withdrawn.",
            "%(count)d organisations are withdrawn.",
            num_parent_objects,
        ) % {"count": num_parent_objects}


class VerifyBulkAction(StateBulkAction):
    """Record that the chosen organisations were verified today."""

    display_name = gettext_lazy("Verified today")
    aria_label = gettext_lazy("The chosen organisations were verified today")
    action_type = "verify"
    action_priority = 10
    form_class = ConfirmForm
    view = VerifyView

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        for organisation in objects:
            organisation.mark_verified(user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(count)d organisation is verified as of today.",
            "%(count)d organisations are verified as of today.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
