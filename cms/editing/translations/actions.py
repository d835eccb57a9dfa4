"""What the buttons of the translation editor do: each takes a Desk and a request, acts, and says what happened."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from cms.editing.forms.codes import is_key
from cms.localisation.drafts import save_translation
from cms.localisation.machine import confirm_machine_translations
from cms.localisation.memory import carry_over
from cms.localisation.status import NothingToConfirm, confirm_still_right


def save_draft(desk, request):
    """Keep what is written as a version, for colleagues and previews."""
    _ask(desk.may_write)
    if _save(desk, request, final=False):
        messages.success(request, _("Saved as a draft. Visitors see what they saw before."))


def submit(desk, request):
    """Ask for a review of what is written."""
    _ask(desk.may_submit)
    if desk.in_review and not desk.differs_from_newest_version:
        messages.warning(request, _("It is waiting for its review already, with exactly these sentences."))
        return
    if not _save(desk, request, final=True, then=_start_review):
        return
    messages.success(request, _("Submitted for review. It becomes public when somebody else approves it."))


def publish(desk, request):
    """Make what is written public, for those who may do so alone."""
    _ask(desk.may_publish)
    if not _save(desk, request, final=True, then=_publish):
        return
    messages.success(
        request,
        _("“%(name)s” is public in %(language)s.")
        % {"name": desk.row, "language": desk.translation.target_locale.get_display_name()},
    )


def cancel_review(desk, request):
    """Take it back out of its review."""
    _ask(desk.review is not None and desk.review.user_can_cancel(desk.user))
    desk.review.cancel(user=desk.user)
    messages.success(request, _("The review was ended. Nothing was published."))


def confirm(desk, request):
    """Say that the translation is still right although its source changed; nothing is published."""
    _ask(desk.may_write)
    try:
        with transaction.atomic():
            confirm_still_right(desk.row, desk.user)
            carry_over(desk.translation.source, desk.row.get_latest_revision_as_object(), desk.user)
    except NothingToConfirm:
        messages.error(request, _("There is nothing to confirm: its source is not public."))
        return
    messages.success(
        request, _("Noted: the translation needs no change. Its history says who confirmed it and when.")
    )


def confirm_machine(desk, request):
    """Say that the ticked sentences of a machine are right."""
    _ask(desk.may_write)
    keys = [key for key in request.POST.getlist("sentence") if is_key(key)]
    count = confirm_machine_translations(desk.translation, keys, desk.user)
    if not count:
        messages.error(request, _("Tick the sentences that are right first."))
        return
    messages.success(
        request,
        ngettext("%(count)s sentence is confirmed.", "%(count)s sentences are confirmed.", count)
        % {"count": count},
    )


# By the value of the button; `publish` is wagtail-localize's own.
ACTIONS = {
    "save-draft": save_draft,
    "submit": submit,
    "publish": publish,
    "cancel-review": cancel_review,
    "confirm": confirm,
    "confirm-machine": confirm_machine,
}


def _ask(allowed):
    if not allowed:
        raise PermissionDenied


def _save(desk, request, *, final, then=None):
    """Save a version, do something with it, and return whether it worked; say so if it did not."""
    translation = desk.translation
    try:
        with transaction.atomic():
            row, version, _is_new = save_translation(
                translation.source, translation.target_locale, user=desk.user, final=final
            )
            if then:
                then(row, version, desk.user)
    except ValidationError as problem:
        for sentence in problem.messages:
            messages.error(request, sentence)
        return False
    return True


def _start_review(row, version, user):
    state = row.current_workflow_state
    if state and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user)
        return
    if state:
        # The reviewers are asked anew about what is written now.
        state.cancel(user=user)
    row.get_workflow().start(row, user)


def _publish(row, version, user):
    version.publish(user=user)
