"""Asking a machine from the translation editor."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.views import edit_translation as localize

from cms.editing.translations.access import ask_may_write, guarded_translation
from cms.editing.translations.addresses import back_to
from cms.localisation.machine import MachineTranslationFailed, translate_missing, translator_for


@require_POST
def machine_translate(request, translation_id):
    """Have what is missing translated, marked as a machine's; whatever goes wrong with the service is a message."""
    found = guarded_translation(translation_id)
    if found is None:
        return localize.machine_translate(request, translation_id)
    translation, row = found
    ask_may_write(request.user, row)
    if translator_for(translation.source.locale, translation.target_locale) is None:
        raise Http404
    translate_and_tell(request, translation)
    return redirect(back_to(request, row))


def translate_and_tell(request, translation):
    """Translate what is missing and say what came of it."""
    language = translation.target_locale.get_display_name()
    try:
        count = translate_missing(translation, request.user)
    except MachineTranslationFailed:
        messages.error(
            request,
            _(
                "The machine translation into %(language)s did not work: the service refused or did not answer. "
                "Nothing was changed. Try again later, or translate by hand."
            )
            % {"language": language},
        )
        return
    if not count:
        messages.warning(
            request, _("There was nothing left to translate into %(language)s.") % {"language": language}
        )
        return
    messages.success(
        request,
        ngettext(
            "%(count)s sentence was translated into %(language)s by a machine. Check it: it is not public before a "
            "person confirmed it.",
            "%(count)s sentences were translated into %(language)s by a machine. Check them: they are not public "
            "before a person confirmed them.",
            count,
        )
        % {"count": count, "language": language},
    )
