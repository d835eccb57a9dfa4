"""Every view of our snippets asks the same question first: may this person open this very object?

Wagtail asks most of them for the kind of object alone, and some for nothing at all.
"""

import re

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Locale, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import EditView, RevisionsUnscheduleView, SnippetViewSet, UnpublishView

from cms.editing.forms.codes import is_key
from cms.editing.roles.choosers import GuardedChooserViewSet
from cms.roles.rights import languages_with

# Whoever holds none of these on an object has nothing to do with it.
ANY_OF = frozenset({"view", "add", "change", "delete", "review"})
# Their views ask the step of the review as well, which may say yes to more people.
DECIDED_BY_THE_VIEW = {None, "lock", "unlock"}
BEHIND_VIEWS = {"publish": "review"}

BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


class GuardedView:
    """Mixin that stands in front of a view."""

    def setup(self, request, *args, **kwargs):
        """Some views look for their object already here."""
        if "pk" in kwargs:
            _key_or_404(kwargs["pk"])
        super().setup(request, *args, **kwargs)

    def dispatch(self, request, *args, **kwargs):
        policy = policy_registry.get_by_type(self.model)
        if "pk" in kwargs:
            self._check_object(policy, request.user, _row_or_404(self.model, kwargs["pk"]))
        elif getattr(self, "permission_required", None) == "add":
            self._check_language(request.user, kwargs.get("language"))
        return super().dispatch(request, *args, **kwargs)

    def _check_object(self, policy, user, row):
        required = getattr(self, "permission_required", None)
        # No view of ours publishes: what asks for that right, such as ending a withdrawal, is a reviewer's.
        wanted = ANY_OF if required in DECIDED_BY_THE_VIEW else {BEHIND_VIEWS.get(required, required)}
        if policy.user_has_any_permission_for_instance(user, wanted, row):
            return
        task = row.current_workflow_task if hasattr(row, "current_workflow_task") else None
        if required == "delete" or not (task and task.user_can_access_editor(row, user)):
            raise PermissionDenied

    def _check_language(self, user, code):
        """Refuse a new text in a language that is not the user's; `code` as the address names it, if it does."""
        locale = getattr(self, "locale", None)
        code = code or (locale.language_code if locale else None)
        languages = languages_with(user, "add", self.model._meta.model_name)
        if code and languages is not None and code not in languages:
            raise PermissionDenied


def _key_or_404(key):
    key = unquote(str(key))
    if not is_key(key):
        raise Http404
    return key


def _row_or_404(model, key):
    return get_object_or_404(model, pk=_key_or_404(key))


class ApprovesWithoutSaving:
    """Mixin for edit views: “Approve” makes no new version when nothing was changed.

    Otherwise whoever approves would have made the last change.
    """

    def save_instance(self):
        if self.action == "workflow-action" and not is_changed(self.form):
            self.new_revision = self.object.get_latest_revision()
            return self.object
        return super().save_instance()


def is_changed(form):
    """Say whether a valid form says anything new; keys that the editor of rich text gives to paragraphs are not."""
    if any(formset.has_changed() for formset in getattr(form, "formsets", {}).values()):
        return True
    return any(
        _as_read(form.initial.get(name)) != _as_read(form.cleaned_data.get(name))
        for name in form.changed_data
    )


def _as_read(value):
    if not isinstance(value, str):
        return value
    text = BLOCK_KEY.sub("", value)
    return "" if text == "<p></p>" else text


class OwnLanguagesOnly:
    """Mixin for listings of texts: those in other languages are not there."""

    def get_base_queryset(self):
        texts = super().get_base_queryset()
        if not issubclass(self.model, TranslatableMixin):
            return texts
        languages = [
            languages_with(self.request.user, action, self.model._meta.model_name)
            for action in ("view", "add", "change", "delete")
        ]
        if None in languages:
            return texts
        return texts.filter(locale__language_code__in=frozenset().union(*languages))


class OwnLanguageFirst:
    """Mixin for the form of a new text: where the address names no language it is one of the user's."""

    def get_locale(self):
        languages = languages_with(self.request.user, "add", self.model._meta.model_name)
        if self.request.GET.get("locale") or not languages:
            return super().get_locale()
        return (
            Locale.objects.filter(language_code__in=languages).order_by("pk").first() or super().get_locale()
        )


class EditorsUnpublishView(UnpublishView):
    """Taking something off takes no second person."""

    permission_required = "unpublish"


class EditorsUnscheduleView(RevisionsUnscheduleView):
    """Nor does taking back a date."""

    permission_required = "unpublish"


class GuardedViewSet(SnippetViewSet):
    """Base of all our viewsets."""

    chooser_viewset_class = GuardedChooserViewSet
    unpublish_view_class = EditorsUnpublishView
    revisions_unschedule_view_class = EditorsUnscheduleView

    def construct_view(self, view_class, **kwargs):
        mixins = (GuardedView, ApprovesWithoutSaving) if issubclass(view_class, EditView) else (GuardedView,)
        guarded = type(view_class.__name__, (*mixins, view_class), {"__doc__": view_class.__doc__})
        return super().construct_view(guarded, **kwargs)
