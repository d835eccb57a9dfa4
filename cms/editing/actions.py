"""The actions on an organisation's state: withdraw, end the withdrawal, verified today.

Each has one page that says what will happen. Opening it does nothing; its button posts. A lock does not stop them:
who is in danger must be withdrawn at once, and state is not what an editor at work on the facts is changing.
"""

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button

from cms.directory.publish import files_are_behind
from cms.editing.forms.plain_text import has_unseen_characters
from cms.snippets.organisation import Organisation


class ConfirmForm(forms.Form):
    """Nothing but the button."""


class ReasonForm(forms.Form):
    """Why an organisation is withdrawn."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it withdrawn?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "For your colleagues. Visitors never read it, but write nothing that endangers anybody."
        ),
        error_messages={
            "required": gettext_lazy("Write a few words, so that colleagues know what happened.")
        },
    )

    def clean_reason(self):
        reason = self.cleaned_data["reason"]
        if has_unseen_characters(reason):
            raise ValidationError(
                _("There are characters in this text that nobody can see. Type it by hand.")
            )
        return reason


class StateActionView(PermissionCheckedMixin, FormView):
    """Base: one page to confirm, one change, one message. `name` is part of the address."""

    model = Organisation
    template_name = "defenders/admin/confirm_state_action.html"
    form_class = ConfirmForm
    name: str
    icon_name: str
    label: str
    consequences: tuple
    done: str

    @classmethod
    def applies_to(cls, organisation):
        """Say whether the action makes sense now."""
        raise NotImplementedError

    def act(self, form):
        """Change the state of `self.organisation`."""
        raise NotImplementedError

    @cached_property
    def organisation(self):
        """The row (never a draft of it)."""
        return get_object_or_404(Organisation, pk=unquote(str(self.kwargs["pk"])))

    def get_success_url(self):
        return get_valid_next_url_from_request(self.request) or reverse(
            Organisation.snippet_viewset.get_url_name("edit"), args=[self.organisation.pk]
        )

    def form_valid(self, form):
        if self.applies_to(self.organisation):
            self.act(form)
            messages.success(self.request, _(self.done) % {"name": self.organisation})
            warn_if_files_are_behind(self.request)
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            organisation=self.organisation,
            action=self,
            applies=self.applies_to(self.organisation),
            next_url=self.get_success_url(),
        )


class WithdrawView(StateActionView):
    """Take it out of everything public. Needs no second person."""

    name, icon_name, permission_required = "withdraw", "no-view", "change"
    form_class = ReasonForm
    label = gettext_lazy("Withdraw")
    consequences = (
        gettext_lazy(
            "It disappears at once from the map, the directory, the interface for developers and partner pages."
        ),
        gettext_lazy("This holds in every language, whatever is published, and needs nobody's approval."),
        gettext_lazy(
            "Nothing is deleted: facts, texts and versions stay here, and the withdrawal can be ended."
        ),
        gettext_lazy(
            "Partners that copied the published files keep what they have until they fetch them again."
        ),
    )
    done = gettext_lazy("“%(name)s” is withdrawn: nobody outside sees it any more.")

    @classmethod
    def applies_to(cls, organisation):
        return organisation.visibility != "withdrawn"

    def act(self, form):
        self.organisation.withdraw(self.request.user, form.cleaned_data["reason"])


class RestoreView(StateActionView):
    """End a withdrawal: that makes something public, so it takes the right to publish."""

    name, icon_name, permission_required = "restore", "view", "publish"
    label = gettext_lazy("End the withdrawal")
    consequences = (
        gettext_lazy("What was published before is public again at once, in every language in which it was."),
        gettext_lazy("What is a draft stays a draft."),
        gettext_lazy(
            "The reason for the withdrawal is deleted; the history still shows who withdrew it and when."
        ),
    )
    done = gettext_lazy("The withdrawal of “%(name)s” is ended.")

    @classmethod
    def applies_to(cls, organisation):
        return organisation.visibility == "withdrawn"

    def act(self, form):
        self.organisation.restore(self.request.user)


class VerifyView(StateActionView):
    """Record that the facts were checked with the organisation today."""

    name, icon_name, permission_required = "verify", "circle-check", "change"
    label = gettext_lazy("Verified today")
    consequences = (
        gettext_lazy("Visitors read that its facts were verified today."),
        gettext_lazy("Confirm only if you, or a colleague, checked them with the organisation itself."),
        gettext_lazy("Your name is kept for your colleagues and never shown to visitors."),
    )
    done = gettext_lazy("“%(name)s” is verified as of today.")

    @classmethod
    def applies_to(cls, organisation):
        return True

    def act(self, form):
        self.organisation.mark_verified(self.request.user)


def warn_if_files_are_behind(request):
    """Tell the editor when partners' pages may still show what was changed."""
    if files_are_behind():
        messages.error(
            request,
            _(
                "The files that partner pages read could not be renewed: they still show what was public before. "
                "Tell whoever looks after the server now."
            ),
        )


STATE_ACTIONS = (VerifyView, WithdrawView, RestoreView)


def state_buttons(organisation, may, next_url=None):
    """Return a Button for each action that makes sense now and that `may(permission)` allows."""
    query = f"?next={next_url}" if next_url else ""
    return [
        Button(
            action.label,
            url=reverse(Organisation.snippet_viewset.get_url_name(action.name), args=[organisation.pk])
            + query,
            icon_name=action.icon_name,
            priority=40 + position,
        )
        for position, action in enumerate(STATE_ACTIONS)
        if action.applies_to(organisation) and may(action.permission_required)
    ]
