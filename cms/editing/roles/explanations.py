"""Sentences for whoever may not approve or publish, where Wagtail only leaves out a button."""

from django.contrib.messages import get_messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from cms.conf import defenders_settings
from cms.pages.base import DefendersPage
from cms.roles.second_person_task import SecondPersonTask


def say_who_approves(request, obj):
    """Tell a reviewer why “Approve” is missing (hooks `before_edit_page`, `before_edit_snippet`)."""
    if request.method == "GET" and waits_for_somebody_else(obj, request.user):
        messages.info(
            request,
            _("You made the last change or submitted this yourself, so somebody else has to approve it."),
        )


def say_that_nothing_was_approved(request, obj):
    """Tell whoever changed something and approved it in one step (hooks `after_edit_page`, `after_edit_snippet`)."""
    asked = "action-workflow-action" in request.POST or "workflow-action" in request.POST.values()
    approving = asked and request.POST.get("workflow-action-name") == "approve"
    if not approving or not waits_for_somebody_else(obj, request.user):
        return None
    # The sentence that Wagtail has prepared says that it was approved.
    list(get_messages(request))
    messages.warning(
        request,
        _("Your change is saved but not approved: what you changed yourself, somebody else has to approve."),
    )
    return redirect(edit_address(obj))


def waits_for_somebody_else(obj, user):
    """Say whether the object is in a review of the user's group in which the user may not approve it."""
    task = getattr(obj, "current_workflow_task", None)
    return (
        isinstance(task, SecondPersonTask)
        and task.user_can_access_editor(obj, user)
        and not task.may_approve(obj, user)
    )


def edit_address(obj):
    """Return where a page or snippet is edited."""
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:edit", args=[obj.pk])
    return reverse(obj.snippet_viewset.get_url_name("edit"), args=[obj.pk])


def first_home_as_draft(request, parent_page, page_class):
    """Save a guidance page below somebody else's page as a draft (hook `before_create_page`).

    The page above asks Wagtail's own rights, by which a superuser would publish alone.
    """
    if (
        defenders_settings.REVIEWERS_PUBLISH_ALONE
        or not issubclass(page_class, DefendersPage)
        or "action-publish" not in request.POST
    ):
        return
    posted = request.POST.copy()
    del posted["action-publish"]
    request.POST = posted
    messages.warning(
        request,
        _("Saved as a draft: somebody else has to approve it before it is public. Submit it for review."),
    )
