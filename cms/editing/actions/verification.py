"""Verified today: one click where the advice stands beside the button, a page to confirm for who follows a link."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.editing.actions.base import StateActionView


class VerifyView(StateActionView):
    """Record that the facts were checked with the organisation today."""

    name, icon_name, permission_required = "verify", "circle-check", "change"
    is_one_click = True
    label = gettext_lazy("Verified today")
    # In a row, beside dates and states, the shorter one would read like a state.
    label_in_listings = gettext_lazy("Mark as verified today")
    advice = gettext_lazy(
        "Press “Verified today” only if you, or a colleague, checked these facts with the organisation itself: there "
        "is no way back, and visitors read the date."
    )
    consequences = (
        gettext_lazy("Visitors read that its facts were verified today."),
        gettext_lazy("Confirm only if you, or a colleague, checked them with the organisation itself."),
        gettext_lazy("Your name is kept for your colleagues and never shown to visitors."),
    )

    @classmethod
    def applies_to(cls, facts):
        return True

    def act(self, form):
        self.facts.mark_verified(self.request.user)

    def told(self):
        return _("“%(name)s” is verified as of today, by you. It is to be verified again by %(day)s.") % {
            "name": self.facts,
            "day": date_format(self.facts.review_due),
        }
