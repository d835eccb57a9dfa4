"""The buttons of the actions: a link to the page to confirm, or a form of one button that posts."""

from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.widgets.button import BaseButton, Button

from cms.editing.actions.base import StateActionView


class PostButton(BaseButton):
    """A button that posts at once. It stands in a form of its own, so it cannot be in a drop-down menu."""

    template_name = "defenders/admin/actions/post_button.html"
    allow_in_dropdown = False

    def __init__(self, label, url, next_url="", advice="", **kwargs):
        super().__init__(label, url=url, **kwargs)
        self.next_url, self.advice = next_url, advice

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        return context | {"csrf_token": get_token(context["request"])}


def action_button(action: type[StateActionView], facts, next_url="", position=0):
    """Return the button of one action on facts."""
    url = reverse(facts.snippet_viewset.get_url_name(action.name), args=[facts.pk])
    options = {"icon_name": action.icon_name, "priority": 40 + position}
    if action.is_one_click:
        label = action.label_in_listings if next_url else action.label
        return PostButton(label, url, next_url=next_url, advice=action.advice, **options)
    return Button(action.label, url=f"{url}?next={next_url}" if next_url else url, **options)


def buttons_of(actions, facts, may, next_url=None):
    """Return a button for each action that makes sense now and that `may(permission)` allows.

    With `next_url` they are for a row of a listing, otherwise for the edit page.
    """
    return [
        action_button(action, facts, next_url or "", position)
        for position, action in enumerate(actions)
        if (action.is_in_listings or not next_url)
        and may(action.permission_required)
        and action.applies_to(facts)
    ]
