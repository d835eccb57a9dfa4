"""Names of pages, pictures and documents, and the history: Wagtail tells them to whoever may enter the admin.

Drafts and what was withdrawn are among them. Choosers of snippets are guarded in `choosers`.
"""

from django.core.exceptions import PermissionDenied
from wagtail.admin.views.pages.workflow import WorkflowPageViewMixin
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.documents import get_document_model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images import get_image_model
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry
from wagtail_localize.views.snippets_api import SnippetViewSet

from cms.editing.roles.choosers import ask_works_on_content, may_work_on_content
from cms.roles.rights import languages_of

ANY_RIGHT = ("add", "change", "delete", "choose")


class ChosenFilesOnly:
    """Mixin for the admin's interface of pictures or documents: those of collections that the user may choose from."""

    def get_queryset(self):
        policy = policy_registry.get_by_type(self.model)
        allowed = policy.instances_user_has_any_permission_for(self.request.user, ANY_RIGHT)
        return super().get_queryset().filter(pk__in=allowed.order_by().values("pk"))


class ImagesOfUser(ChosenFilesOnly, ImagesAdminAPIViewSet):
    model = get_image_model()


class DocumentsOfUser(ChosenFilesOnly, DocumentsAdminAPIViewSet):
    model = get_document_model()


def guard_files(router):
    """Take the place of Wagtail's own (for the hook `construct_admin_api`, after Wagtail's)."""
    router.register_endpoint("images", ImagesOfUser)
    router.register_endpoint("documents", DocumentsOfUser)


def guard_pages(pages, request):
    """Let whoever works on content choose pages (for the hook `construct_page_chooser_queryset`)."""
    ask_works_on_content(request.user)
    return pages


def guard_move(request, page, destination):
    """Ask before the question is shown, which names the page (for the hook `before_move_page`)."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied


class SnippetNames(SnippetViewSet):
    """wagtail-localize's interface of names, for whoever works on content."""

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        ask_works_on_content(request.user)


class HistoryReaders:
    """In place of a permission policy: who reads what everybody did, names of what was withdrawn and deleted included.

    Whoever works on content in every language; translators see the history of each text they work on.
    """

    @staticmethod
    def user_has_any_permission(user, actions):
        return may_read_history(user)


def may_read_history(user) -> bool:
    """Say whether the user works on content in every language."""
    return may_work_on_content(user) and not languages_of(user)


def guard_views():
    """Ask in Wagtail's history report and before it says that a page awaits no review: no hook reaches these two."""
    LogEntriesView.permission_policy = HistoryReaders()
    LogEntriesView.any_permission_required = ("view",)
    WorkflowPageViewMixin.add_not_in_moderation_error = _say_that_no_review_is_running


_say = WorkflowPageViewMixin.add_not_in_moderation_error


def _say_that_no_review_is_running(view):
    # The sentence names the page.
    if not view.object.permissions_for_user(view.request.user).can_edit():
        raise PermissionDenied
    _say(view)


def without_history(request, items):
    """Take the report out of the menu (for the hook `construct_reports_menu`)."""
    if not may_read_history(request.user):
        items[:] = [item for item in items if item.name != "site-history"]
