"""Wagtail's choosers list names to whoever may enter the admin: drafts, and what was withdrawn, among them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from cms.editing.forms.codes import is_key


class WorksOnContent:
    """Mixin before a view of a chooser: for whoever has a right on facts, texts or pages."""

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        ask_works_on_content(user)
        chosen = [*request.GET.getlist("id"), kwargs.get("pk", "0")]
        if not all(is_key(key) for key in chosen):
            # An address may have been changed by hand.
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class NothingIsMadeHere:
    """Mixin before the view that makes something while choosing: our choosers have no form for that."""

    def can_create(self):
        return self.get_creation_form_class() is not None and super().can_create()


def ask_works_on_content(user):
    """Raise PermissionDenied for whoever has no right on facts, texts or pages."""
    if not may_work_on_content(user):
        raise PermissionDenied


def may_work_on_content(user):
    """Say whether the user has any right on facts, texts or pages."""
    return user.has_module_perms("defenders") or may_work_on_pages(user)


def may_work_on_pages(user):
    """Say whether the user may add, change or publish any page."""
    return PagePermissionPolicy().user_has_any_permission(user, {"add", "change", "publish"})


class GuardedChooserViewSet(SnippetChooserViewSet):
    """The choosers of all our snippets."""

    def construct_view(self, view_class, **kwargs):
        mixins = (
            (WorksOnContent, NothingIsMadeHere) if hasattr(view_class, "can_create") else (WorksOnContent,)
        )
        guarded = type(view_class.__name__, (*mixins, view_class), {"__doc__": view_class.__doc__})
        return super().construct_view(guarded, **kwargs)
