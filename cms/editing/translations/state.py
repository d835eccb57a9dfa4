"""What the translation editor knows about one translation and one user: what is done, and what may be done next."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from wagtail.models import Page, WorkflowState
from wagtail.permissions import policy_registry

from cms.editing.translations.access import is_locked_for
from cms.localisation.drafts import translated_instance
from cms.localisation.machine import translator_for
from cms.localisation.progress import machine_translations, progress_of
from cms.localisation.status import changed_sentences, public_source, state_of
from cms.roles.rights import may_change, may_publish_alone


@dataclass
class Desk:
    """A translation on a user's desk. Read for each request; nothing is written here."""

    translation: object
    row: object
    user: object

    @cached_property
    def progress(self):
        """How far it is."""
        return progress_of(self.translation.source, self.translation.target_locale)

    @cached_property
    def state(self):
        """Its state as the overview shows it."""
        return state_of(self.row)

    @cached_property
    def review(self):
        """The review it is in, or that sent it back, or None."""
        return self.row.current_workflow_state

    @property
    def in_review(self):
        """Whether it waits for a reviewer."""
        return bool(self.review) and self.review.status == WorkflowState.STATUS_IN_PROGRESS

    @property
    def was_sent_back(self):
        """Whether a reviewer asked for changes."""
        return bool(self.review) and self.review.status == WorkflowState.STATUS_NEEDS_CHANGES

    @cached_property
    def is_locked(self):
        """Whether this user may not change it now."""
        return is_locked_for(self.user, self.row)

    @cached_property
    def may_write(self):
        """Whether the user may change it now."""
        return may_change(self.user, self.row) and not self.is_locked

    @cached_property
    def may_publish(self):
        """Whether the user may make it public without a second person."""
        return self.may_write and may_publish_alone(self.user, self.row)

    @cached_property
    def may_submit(self):
        """Whether the user may ask for a review of it."""
        return self.may_write and self.row.has_workflow

    @cached_property
    def may_unpublish(self):
        """Whether the user may take it off, in this language."""
        if not self.row.live:
            return False
        if isinstance(self.row, Page):
            return self.row.permissions_for_user(self.user).can_unpublish()
        return policy_registry.get(self.row).user_has_permission_for_instance(
            self.user, "unpublish", self.row
        )

    @cached_property
    def review_actions(self):
        """What the user may do in the review now: {name: label}."""
        task = self.row.current_workflow_task
        return {name: label for name, label, _ in task.get_actions(self.row, self.user)} if task else {}

    @cached_property
    def differs_from_newest_version(self):
        """Whether the sentences here are not those of the newest version, which is what a review publishes."""
        if self.row.latest_revision is None:
            return True
        written = translated_instance(self.translation.source, self.translation.target_locale, self.row)
        return written.sentences() != self.row.get_latest_revision_as_object().sentences()

    @cached_property
    def changed(self):
        """The sentences of the source that changed since the public translation was made."""
        return changed_sentences(self.row)

    @cached_property
    def is_outdated(self):
        """Whether the source says something else by now, whether or not it is known what it said."""
        source = public_source(self.row)
        return bool(source and self.row.translated_from not in ("", source.content_digest))

    @cached_property
    def machine(self):
        """The sentences that only a machine translated."""
        return list(machine_translations(self.translation))

    @cached_property
    def translator(self):
        """The machine that may be asked, or None."""
        return translator_for(self.translation.source.locale, self.translation.target_locale)
