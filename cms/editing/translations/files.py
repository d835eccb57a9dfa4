"""PO files in the translation editor."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail_localize.views import edit_translation as localize

from cms.editing.translations.access import ask_may_read, ask_may_write, guarded_translation
from cms.editing.translations.addresses import back_to
from cms.localisation.po import UnusableFile, export_po, import_po

# So many of the sentences that were left out are shown.
SHOWN = 5


@require_GET
def download(request, translation_id):
    """The translation as a PO file."""
    found = guarded_translation(translation_id)
    if found is None:
        return localize.download_pofile(request, translation_id)
    translation, row = found
    ask_may_read(request.user, row)
    name = slugify(translation.source.object_repr) or "translation"
    response = HttpResponse(export_po(translation), content_type="text/x-gettext-translation; charset=utf-8")
    response["Content-Disposition"] = (
        f'attachment; filename="{name}-{translation.target_locale.language_code}.po"'
    )
    return response


@require_POST
def upload(request, translation_id):
    """Import a PO file into what translators see, and say what came of it."""
    found = guarded_translation(translation_id)
    if found is None:
        return localize.upload_pofile(request, translation_id)
    translation, row = found
    ask_may_write(request.user, row)
    chosen = request.FILES.get("file")
    if chosen is None:
        messages.error(request, _("Choose a PO file first."))
    else:
        _import(request, chosen, translation)
    return redirect(back_to(request, row))


def _import(request, chosen, translation):
    try:
        imported = import_po(chosen.read(), translation, request.user)
    except UnusableFile as problem:
        messages.error(request, str(problem))
        return
    messages.success(
        request,
        ngettext(
            "%(count)s sentence was imported. Nothing is public yet.",
            "%(count)s sentences were imported. Nothing is public yet.",
            imported.taken,
        )
        % {"count": imported.taken},
    )
    for sentence, problem in imported.wrong[:SHOWN]:
        messages.warning(
            request,
            _("Left out: “%(sentence)s”. %(problem)s") % {"sentence": sentence[:80], "problem": problem},
        )
    left_out = imported.unsure + imported.unknown + max(0, len(imported.wrong) - SHOWN)
    if left_out:
        messages.warning(
            request,
            ngettext(
                "%(count)s sentence was left out: it is marked as unsure in the file, or belongs to nothing here.",
                "%(count)s sentences were left out: they are marked as unsure in the file, or belong to nothing here.",
                left_out,
            )
            % {"count": left_out},
        )
