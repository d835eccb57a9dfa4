"""Notices that something public may have changed, and publishes once the change is committed.

Every save and deletion of these models counts, whoever makes it; a publication that changes no byte switches
nothing, so one too many does no harm and one too few would.
"""

import contextlib
from contextvars import ContextVar

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.signals import published, unpublished

from cms.conf import defenders_settings
from cms.directory.publish import publish_or_log
from cms.snippets.category import Category, CategoryLabel
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation
from cms.snippets.page_withdrawal import PageWithdrawal
from cms.snippets.place import Place
from cms.snippets.programme import Programme, ProgrammeText
from cms.snippets.testimony import Testimony, TestimonyText
from cms.snippets.texts import OrganisationText
from cms.snippets.training import Training, TrainingText

PUBLIC_MODELS = (
    Organisation,
    OrganisationText,
    Place,
    ContactChannel,
    Category,
    CategoryLabel,
    Programme,
    ProgrammeText,
    Training,
    TrainingText,
    Testimony,
    TestimonyText,
    PageWithdrawal,
)

# What saving a draft writes to the row of a snippet or a page: nothing of it is public.
DRAFT_FIELDS = {"latest_revision", "has_unpublished_changes", "latest_revision_created_at", "draft_title"}


# Whether changes are being gathered by `publish_nothing`.
_gathering = ContextVar("defenders_gathering_changes", default=False)


@contextlib.contextmanager
def publish_nothing():
    """Publish nothing of what changes inside the block: whoever opens it sees to it afterwards."""
    token = _gathering.set(True)
    try:
        yield
    finally:
        _gathering.reset(token)


@contextlib.contextmanager
def publish_once():
    """Publish once at the end of the block, however many transactions change something public inside it."""
    try:
        with publish_nothing():
            yield
    finally:
        if defenders_settings.PUBLISH_ON_CHANGE:
            publish_or_log()


def publish_after_commit(sender, update_fields=None, **kwargs):
    """Publish when the transaction is committed, once however many changes it made."""
    if not defenders_settings.PUBLISH_ON_CHANGE or _gathering.get():
        return
    if update_fields and set(update_fields) <= DRAFT_FIELDS:
        return
    connection = transaction.get_connection()
    if any(callback is publish_or_log for _, callback, *_ in connection.run_on_commit):
        return
    transaction.on_commit(publish_or_log)


def connect():
    """Listen to the models; called once when the app is ready."""
    publish_when_changed(PUBLIC_MODELS, (post_save, post_delete, published, unpublished))
    # The database takes a deleted picture out of records without a word about them.
    publish_when_changed((get_image_model(), get_document_model()), (post_delete,))


def publish_when_changed(senders, signals):
    """Publish whenever one of the signals comes from one of the models."""
    for model in senders:
        for signal in signals:
            signal.connect(
                publish_after_commit, sender=model, dispatch_uid=f"defenders_publish_{model.__name__}"
            )
