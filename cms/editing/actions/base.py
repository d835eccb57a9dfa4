"""What all actions on state have in common: one page that says what will happen, and a button that posts.

Opening the page does nothing. A lock and a running review do not stop an action: who is in danger must be withdrawn
at once, and state is not what an editor at work on the facts is changing.
"""

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from cms.common.typed_text import has_unseen_characters
from cms.directory.publish import files_are_behind, may_show_too_much
from cms.editing.roles.rights import may_be_reviewer, may_change
from cms.snippets.facts import Facts
from cms.snippets.organisation import Organisation

# What an action asks for -> the question about a user and an object.
QUESTIONS = {"change": may_change, "review": may_be_reviewer}


class ConfirmForm(forms.Form):
    """Nothing but the button."""


class ReasonForm(forms.Form):
    """Why something is withdrawn."""

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


class StateActionView(FormView):
    """Base: one page to confirm, one change, one message. `name` is part of the address."""

    model: type[Facts] = Organisation
    template_name = "defenders/admin/confirm_state_action.html"
    form_class: type[forms.Form] = ConfirmForm
    name: str
    icon_name: str
    label: str
    consequences: tuple
    done: str
    # "change", or "review" for what makes something public; see QUESTIONS.
    permission_required: str
    # One click where it stands in a listing or on an edit page; otherwise the button leads to the page to confirm.
    is_one_click = False
    label_in_listings = ""
    is_serious = False
    # Whether `applies_to` can be asked for each row of a listing.
    is_in_listings = True
    # Where the reader learns before pressing what a one-click action means.
    advice = ""

    @classmethod
    def applies_to(cls, facts):
        """Say whether the action makes sense now."""
        raise NotImplementedError

    @classmethod
    def allowed(cls, user, facts):
        """Say whether the user may do it to these facts."""
        return QUESTIONS[cls.permission_required](user, facts)

    def act(self, form):
        """Change the state of `self.facts`."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        if not self.allowed(request.user, self.facts):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def facts(self):
        """The row (never a draft of it)."""
        return get_object_or_404(self.model, pk=unquote(str(self.kwargs["pk"])))

    def get_success_url(self):
        return get_valid_next_url_from_request(self.request) or reverse(
            self.model.snippet_viewset.get_url_name("edit"), args=[self.facts.pk]
        )

    def form_valid(self, form):
        if self.applies_to(self.facts):
            self.act(form)
            messages.success(self.request, self.told())
            warn_if_files_are_behind(self.request)
        return redirect(self.get_success_url())

    def told(self):
        """Return the sentence about what was done."""
        return _(self.done) % {"name": self.facts}

    def get_consequences(self):
        """Return what will happen, in sentences."""
        return self.consequences

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            facts=self.facts,
            action=self,
            consequences=self.get_consequences(),
            applies=self.applies_to(self.facts),
            next_url=self.get_success_url(),
        )


def warn_if_files_are_behind(request):
    """Tell the editor when partners' pages may still show what was changed."""
    if may_show_too_much():
        messages.error(
            request,
            _(
                "The files that partner pages read could not be renewed: they still show what was public before. "
                "Tell whoever looks after the server now."
            ),
        )
    elif files_are_behind():
        messages.warning(
            request,
            _(
                "Publishing is held, because many organisations would disappear: nothing new becomes public until a "
                "reviewer decides. What you take off disappears at once all the same."
            ),
        )
