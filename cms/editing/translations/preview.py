"""How a translation will look, from the sentences as they are written now, a machine's included."""

from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET
from wagtail.models import PreviewableMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.views import edit_translation as localize

from cms.editing.translations.access import ask_may_read, guarded_translation
from cms.localisation.drafts import translated_instance


@method_decorator(xframe_options_sameorigin_override)
@require_GET
def preview(request, translation_id, mode=None):
    """Show the translated text or page as visitors would see it; 404 for what has no preview."""
    found = guarded_translation(translation_id)
    if found is None:
        return localize.preview_translation(request, translation_id, mode)
    translation, row = found
    ask_may_read(request.user, row)
    if not is_previewable(row):
        raise Http404
    translated = translated_instance(translation.source, translation.target_locale, row, with_machine=True)
    mode = translated.default_preview_mode if mode is None else mode
    if mode not in dict(translated.preview_modes):
        raise Http404
    return translated.make_preview_request(request, mode)


def is_previewable(row):
    """Say whether there is anything to show of it."""
    return isinstance(row, PreviewableMixin) and row.is_previewable()
