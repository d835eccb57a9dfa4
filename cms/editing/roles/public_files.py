"""Pictures and documents that are public now: a new file in their place would be public at once, without a review.

Forms for Wagtail's settings WAGTAILIMAGES_IMAGE_FORM_BASE and WAGTAILDOCS_DOCUMENT_FORM_BASE: every way to change one
(editor, several at once, chooser, API) makes its form from these. Forms without a user belong to code, as elsewhere.
"""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.models import DraftStateMixin, ReferenceIndex

from cms.editing.roles.rights import may_publish_alone
from cms.editing.uploads import CleanDocument, CleanPicture

APP = "defenders"


def is_public(file) -> bool:
    """Say whether live content of this app uses a saved picture or document; drafts do not count."""
    keys_by_model: dict[str, set[str]] = {}
    found = ReferenceIndex.get_references_to(file).filter(content_type__app_label=APP)
    for name, pk in found.values_list("content_type__model", "object_id").distinct():
        keys_by_model.setdefault(name, set()).add(pk)
    return any(_any_live(name, keys) for name, keys in keys_by_model.items())


def _any_live(name, keys):
    # A type whose model went away has rows for a while.
    model = apps.all_models[APP].get(name)
    return (
        model is not None
        and issubclass(model, DraftStateMixin)
        and model._base_manager.filter(pk__in=keys, live=True).exists()
    )


class PublicFile:
    """A form that leaves `public_fields` of public files alone, unless the user may publish alone."""

    public_fields: tuple[str, ...] = ("file",)
    refusal = ""

    def __init__(self, *args, user=None, **kwargs):
        self._user = user
        super().__init__(*args, user=user, **kwargs)

    def clean(self):
        cleaned = super().clean()
        changed = [name for name in self.public_fields if name in self.changed_data]
        if changed and self._is_for_a_review():
            for name in changed:
                self.add_error(name, self.refusal)
        return cleaned

    def _is_for_a_review(self):
        if self.instance.pk is None or self._user is None or may_publish_alone(self._user):
            return False
        return is_public(self.instance)


class PublicImageForm(CleanPicture, PublicFile, BaseImageForm):
    # The description, or else the title, is what visitors hear in place of a logo.
    public_fields = ("file", "title", "description")
    refusal = _(
        "This picture is public now. Upload the new one as another picture and choose it in its place: the change "
        "then goes through the review."
    )


class PublicDocumentForm(CleanDocument, PublicFile, BaseDocumentForm):
    refusal = _(
        "This document is public now. Upload the new one as another document and choose it in its place: the change "
        "then goes through the review."
    )
