"""Which translation an address means, and whether this user may work on it now."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.localisation.gate import is_guarded
from cms.roles.rights import may_change


def guarded_translation(translation_id):
    """Return (translation, row of what is translated), or None where it is another app's; 404 if it is gone."""
    translations = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(translations, pk=translation_id)
    try:
        row = translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None
    return (translation, row) if is_guarded(row) else None


def is_locked_for(user, row):
    """Say whether somebody else's work, a review or a planned publication keeps this user from changing it."""
    lock = row.get_lock()
    return bool(lock and lock.for_user(user))


def ask_may_read(user, row):
    """Raise PermissionDenied unless the user works on this language."""
    if not may_change(user, row):
        raise PermissionDenied


def ask_may_write(user, row):
    """Raise PermissionDenied unless the user works on this language and may change it now."""
    ask_may_read(user, row)
    if is_locked_for(user, row):
        raise PermissionDenied(_("This translation is locked at the moment, or waits for its review."))
