"""What is said once, the same in every language: the base of organisations, programmes, trainings and testimonies.

The texts about it, one per language, are in `texts` and beside each kind of facts.
"""

import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from cms.common.labels import VISIBILITY_LABELS
from cms.roles.publication import PublishedByASecondPerson
from cms.snippets.previews import SeenByVisitors

EARLIEST_YEAR, LATEST_YEAR = 2000, 2100


class Facts(
    PublishedByASecondPerson,
    SeenByVisitors,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """Base: drafts, versions, review and lock for the content; state that no draft and no older version changes.

    `STATE_FIELDS` are written only by actions of their own, by naming them in `update_fields`.
    """

    STATE_FIELDS: tuple[str, ...] = ("uuid", "public_digest", "updated_on", "visibility", "withdrawn_reason")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_digest = models.CharField(max_length=64, blank=True, editable=False)
    updated_on = models.DateField(_("last public change"), null=True, editable=False)
    visibility = models.CharField(
        _("visibility"),
        max_length=10,
        choices=list(VISIBILITY_LABELS.items()),
        default="public",
        editable=False,
    )
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save the row without its state, unless `update_fields` names it."""
        with transaction.atomic():
            if kwargs.get("update_fields") is None:
                self._keep_state_of_row()
            super().save(*args, **kwargs)

    def with_content_json(self, content):
        """Return the facts as a revision has them, with the row's own state."""
        obj = super().with_content_json(content)
        obj._keep_state_of_row()
        return obj

    def _keep_state_of_row(self):
        # This object may have been read before somebody changed the state: the row knows better.
        rows = type(self)._default_manager.filter(pk=self.pk)
        for name, value in (rows.values(*self.STATE_FIELDS).first() or {}).items():
            setattr(self, name, value)

    @transaction.atomic
    def withdraw(self, user=None, reason=""):
        """Take it out of everything public, in every language, at once."""
        self._set_state("defenders.withdraw", user, visibility="withdrawn", withdrawn_reason=reason[:500])

    @transaction.atomic
    def restore(self, user=None):
        """End a withdrawal: what was public before is public again."""
        self._set_state("defenders.restore", user, visibility="public", withdrawn_reason="")

    def _set_state(self, action, user, **values):
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=list(values))
        log(instance=self, action=action, user=user)


class GuidanceFacts(Facts):
    """Base of the facts that the guidance shows: where we know them from, and whether they were checked."""

    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("Readers see a notice that this has not been checked. Remove the mark once it has."),
    )
    source_url = models.URLField(
        _("where we know this from"), max_length=500, blank=True, help_text=_("Never shown to visitors.")
    )
    internal_note = models.TextField(
        _("note for colleagues"), blank=True, help_text=_("Never shown to visitors.")
    )

    class Meta:
        abstract = True


def check_days(first, last, message):
    """Raise ValidationError with the message when the last day comes before the first; either may be None."""
    if first and last and last < first:
        raise ValidationError(message, code="days_swapped")


def validate_day(day):
    """Refuse a day whose year is a typing mistake."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValidationError(
            _("The year %(year)d cannot be right: write one from %(first)d to %(last)d."),
            code="year",
            params={"year": day.year, "first": EARLIEST_YEAR, "last": LATEST_YEAR},
        )
