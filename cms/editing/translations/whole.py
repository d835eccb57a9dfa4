"""What concerns a whole translation: beginning and stopping it side by side; never repeating the source."""

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views import convert
from wagtail_localize.views import edit_translation as localize

from cms.common.languages import SOURCE_LANGUAGE
from cms.editing.translations.access import ask_may_read, ask_may_write, guarded_translation
from cms.editing.translations.addresses import address, back_to
from cms.localisation.changed import former_source
from cms.localisation.gate import is_guarded
from cms.localisation.memory import learn


@require_POST
def stop(request, translation_id):
    """Go on without the source beside it. Nothing that was translated is lost."""
    found = guarded_translation(translation_id)
    if found is None:
        return localize.stop_translation(request, translation_id)
    translation, row = found
    ask_may_write(request.user, row)
    translation.enabled = False
    translation.save(update_fields=["enabled"])
    messages.success(request, _("From now on you write this text without its source beside it."))
    return redirect(back_to(request, row))


def start(request, model_name, pk):
    """Open a text or page that was written by hand beside its source; what it says is kept, sentence by sentence."""
    row = _row_of(model_name, pk)
    ask_may_write(request.user, row)
    source_row = source_of(row)
    if source_row is None:
        raise Http404
    if request.method == "POST":
        begin(row, source_row, request.user)
        messages.success(
            request, _("You see the source beside your translation now. Sentences that changed wait for you.")
        )
        return redirect(address("edit", row))
    return render(
        request,
        "defenders/admin/translations/start.html",
        {"row": row, "source": source_row, "back_url": address("edit", row)},
    )


@transaction.atomic
def begin(row, source_row, user):
    """Make a text or page the translation of its source, and take over what it says."""
    source, _is_new = TranslationSource.get_or_create_from_instance(source_row)
    Translation.objects.update_or_create(source=source, target_locale=row.locale, defaults={"enabled": True})
    newest = row.get_latest_revision_as_object()
    digest = newest.translated_from
    made_from = former_source(source_row, digest) if digest else source.as_instance()
    if made_from:
        learn(source, newest, made_from, user)


def source_of(row):
    """Return what a text or page in another language is translated from, or None."""
    if row.is_source or getattr(row, "alias_of_id", None):
        return None
    rows = type(row)._default_manager.filter(
        translation_key=row.translation_key, locale__language_code=SOURCE_LANGUAGE
    )
    return rows.first()


def convert_to_alias(request, page_id):
    """Refuse to put the source in place of a translated guidance page: that would publish it untranslated."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not is_guarded(page):
        return convert.convert_to_alias(request, page_id)
    ask_may_read(request.user, page)
    messages.error(
        request,
        _(
            "A translated page cannot be replaced by its source. If it should not be public, unpublish it: readers "
            "then get it in the language that comes next."
        ),
    )
    return redirect(address("edit", page))


def _row_of(model_name, pk):
    try:
        model = apps.get_model("defenders", model_name)
    except LookupError:
        raise Http404 from None
    if not is_guarded(model):
        raise Http404
    key = unquote(pk)
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    return get_object_or_404(model, pk=key)
