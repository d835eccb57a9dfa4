"""Pictures and documents that somebody may see because something that is published shows them."""

from collections.abc import Callable, Iterable

from wagtail.models import DraftStateMixin, Page, ReferenceIndex

from cms.directory.visibility import published_pages


def is_shown(document, may_open: Callable[[Page], bool]) -> bool:
    """Say whether a visitor may fetch a document: something published uses it that the visitor may open.

    Its name is random, but names are passed on: with the page, the document goes.
    """
    return any(_any_published(*users, may_open) for users in _users_of(document))


def _users_of(file):
    """Return (model, keys) of the rows that use a picture or document; drafts of published content do not count."""
    users: dict[type, set[str]] = {}
    for reference in ReferenceIndex.get_references_to(file).select_related("content_type"):
        # A type whose model went away has rows for a while.
        if model := reference.content_type.model_class():
            users.setdefault(model, set()).add(reference.object_id)
    return users.items()


def _any_published(model: type, keys: Iterable[str], may_open) -> bool:
    if issubclass(model, Page):
        return any(may_open(page) for page in published_pages().filter(pk__in=keys))
    rows = model._base_manager.filter(pk__in=keys)
    return (rows.filter(live=True) if issubclass(model, DraftStateMixin) else rows).exists()
