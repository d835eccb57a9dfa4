"""Withdraw, and end the withdrawal: of an organisation, a programme, a training or a testimony."""

from django.utils.translation import gettext_lazy

from cms.editing.actions.base import ReasonForm, StateActionView
from cms.snippets.organisation import Organisation
from cms.snippets.testimony import Testimony

_IN_EVERY_LANGUAGE = gettext_lazy(
    "This holds in every language, whatever is published, and needs nobody's approval."
)
_NOTHING_DELETED = gettext_lazy(
    "Nothing is deleted: facts, texts and versions stay here, and the withdrawal can be ended."
)
_COPIES = gettext_lazy(
    "Partners that copied the published files keep what they have until they fetch them again."
)
_OF_GUIDANCE = (
    gettext_lazy(
        "It disappears at once from the guidance site, the interface for developers and partner pages, and its texts "
        "in all languages with it."
    ),
    _IN_EVERY_LANGUAGE,
    _NOTHING_DELETED,
    _COPIES,
)
# Model -> what withdrawing does, where it differs from programmes and trainings.
_CONSEQUENCES = {
    Organisation: (
        gettext_lazy(
            "It disappears at once from the map, the directory, the interface for developers and partner pages, and "
            "so do its programmes and trainings."
        ),
        _IN_EVERY_LANGUAGE,
        _NOTHING_DELETED,
        _COPIES,
    ),
    Testimony: (
        *_OF_GUIDANCE,
        gettext_lazy(
            "If the person does not agree any more, write that as the reason: colleagues then know that it must not "
            "come back."
        ),
        gettext_lazy(
            "The picture that visitors saw is deleted too. The original stays among the images: delete it there as "
            "well if it must not be kept."
        ),
    ),
}


class WithdrawView(StateActionView):
    """Take it out of everything public. Needs no second person."""

    name, icon_name, permission_required = "withdraw", "no-view", "change"
    form_class = ReasonForm
    is_serious = True
    label = gettext_lazy("Withdraw")
    consequences = _CONSEQUENCES[Organisation]
    done = gettext_lazy("“%(name)s” is withdrawn: nobody outside sees it any more.")

    @classmethod
    def applies_to(cls, facts):
        return facts.visibility != "withdrawn"

    def get_consequences(self):
        return _CONSEQUENCES.get(self.model, _OF_GUIDANCE)

    def act(self, form):
        self.facts.withdraw(self.request.user, form.cleaned_data["reason"])


class RestoreView(StateActionView):
    """End a withdrawal: that makes something public, so it takes the right to publish."""

    name, icon_name, permission_required = "restore", "view", "review"
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
    def applies_to(cls, facts):
        return facts.visibility == "withdrawn"

    def get_context_data(self, **kwargs):
        # Why it was withdrawn is what somebody who ends it has to know.
        return super().get_context_data(**kwargs, reason=self.facts.withdrawn_reason)

    def act(self, form):
        self.facts.restore(self.request.user)
