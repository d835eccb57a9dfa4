"""The translation editor: wagtail-localize's sentences side by side, below what this project has to say about them."""

import json

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.common.languages import SOURCE_LANGUAGE, direction
from cms.editing.translations.access import ask_may_read
from cms.editing.translations.actions import ACTIONS
from cms.editing.translations.addresses import address
from cms.editing.translations.preview import is_previewable
from cms.editing.translations.state import Desk
from cms.editing.translations.status_panel import TranslationStatusPanel
from cms.editing.translations.stock import PROPS, editor_context
from cms.editing.translations.words import pieces_of
from cms.localisation.gate import is_guarded

TEMPLATE = "defenders/admin/translations/edit.html"
# What wagtail-localize would offer at the foot of its editor: this project's own buttons take its place.
NO_ACTIONS = ("canPublish", "canUnpublish", "canLock", "canUnlock", "canDelete")


def translation_editor(request, instance):
    """Answer a request to edit something that is being translated; None for everything else.

    For the hooks `before_edit_page` and `before_edit_snippet`.
    """
    if not is_guarded(instance) or getattr(instance, "alias_of_id", None):
        return None
    translation = _running_translation(instance)
    if translation is None:
        # A button of an editor that was open while somebody stopped the translation: to the ordinary form it would be
        # a text without any words, to be saved.
        overtaken = request.method == "POST" and request.POST.get("action") in ACTIONS
        return redirect(address("edit", instance)) if overtaken else None
    row = translation.get_target_instance()
    ask_may_read(request.user, row)
    desk = Desk(translation, row, request.user)
    if request.method == "POST":
        return _act(request, desk)
    if translation.source.schema_out_of_date():
        translation.source.update_from_db()
    return render(request, TEMPLATE, editor_page(request, desk, instance))


def _running_translation(instance):
    running = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
    ).select_related("source__locale", "target_locale")
    # One at most, unless somebody translates from several languages: then from the language of all sources.
    return min(running, key=lambda one: one.source.locale.language_code != SOURCE_LANGUAGE, default=None)


def _act(request, desk):
    action = ACTIONS.get(request.POST.get("action", ""))
    if action is None:
        raise PermissionDenied
    action(desk, request)
    return redirect(address("edit", desk.row))


def editor_page(request, desk, instance):
    """Return the context of the editor."""
    context = editor_context(request, desk.translation, instance)
    props = _props(context[PROPS], desk)
    row = desk.row
    if not isinstance(row, Page):
        (stock_panel,) = context["side_panels"]
        context["side_panels"] = [_with_review(stock_panel)]
    return context | {
        PROPS: json.dumps(props),
        "desk": desk,
        "changes": [(change, *pieces_of(change.before, change.after)) for change in desk.changed],
        "review_url": {
            name: address("workflow_action", row, name, row.current_workflow_task_state.pk)
            for name in desk.review_actions
        },
        "may_cancel_review": desk.in_review and desk.review.user_can_cancel(desk.user),
        "preview_url": reverse("wagtail_localize:preview_translation", args=[desk.translation.pk])
        if is_previewable(row)
        else None,
        "unpublish_url": address("unpublish", row) if desk.may_unpublish else None,
        "history_url": address("history", row),
        "stop_url": reverse("wagtail_localize:stop_translation", args=[desk.translation.pk]),
        "edit_url": address("edit", row),
        "source_direction": direction(desk.translation.source.locale.language_code),
        "target_direction": direction(desk.translation.target_locale.language_code),
    }


def _with_review(stock_panel):
    """Return the panel "Status" of a text that wagtail-localize made, with what it says about reviews."""
    given = ("locale", "translations", "usage_url", "last_updated_info")
    return TranslationStatusPanel(
        stock_panel.object,
        stock_panel.request,
        **{name: getattr(stock_panel, name) for name in given},
    )


def _props(props, desk):
    """Change what wagtail-localize's editor is given: no actions of its own, what a machine wrote says so."""
    for name in NO_ACTIONS:
        props["perms"][name] = False
    props["links"]["convertToAliasUrl"] = None
    props["previewModes"] = []
    props["object"]["isLocked"] = not desk.may_write
    props["machineTranslator"] = desk.translator and {
        "name": str(desk.translator.display_name),
        "url": reverse("wagtail_localize:machine_translate", args=[desk.translation.pk]),
    }
    by_machine = {(one.translation_of_id, one.data): one for one in desk.machine}
    for shown in props["initialStringTranslations"]:
        if (shown["string_id"], shown["data"]) in by_machine and not shown["error"]:
            shown["comment"] = _("Translated by a machine, not confirmed by a person yet")
            # Shown like a mistake, so that nobody takes it for finished.
            shown["error"] = shown["comment"]
    return props
