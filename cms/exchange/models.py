"""What is remembered of an import: the file by its digest, its rows until they are decided on, and what they made."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.common.organisation_columns import TEXT_COLUMNS
from cms.exchange.problems import sentence_of
from cms.snippets.organisation import Organisation

# Code of a status -> what the editor reads. The three that end in "ing" go on step by step.
STATUSES = {
    "comparing": _("Being compared"),
    "ready": _("Waiting for your decision"),
    "importing": _("Being imported"),
    "imported": _("Imported as drafts"),
    "undoing": _("Being undone"),
    "undone": _("Undone"),
    "discarded": _("Discarded"),
}

ROW_STATES = {
    "waiting": _("Not compared yet"),
    "new": _("New"),
    "changed": _("Changed"),
    "unchanged": _("Nothing to change"),
    "error": _("With errors"),
    "overtaken": _("Overtaken"),
    "imported": _("Imported"),
    "undone": _("Undone"),
    "kept": _("Not undone: somebody went on from it"),
}

# What rows are called that were proposed and then not imported: the import was discarded, or cut off and undone.
LEFT_OUT = _("Not imported")

# Status -> the states of the rows that its steps still have to do.
LEFT_TO_DO = {"comparing": ("waiting",), "importing": ("new", "changed"), "undoing": ("imported",)}

# States in which a row still holds what the file said.
UNDECIDED = ("waiting", "new", "changed", "unchanged", "error")


class ImportBatch(models.Model):
    """One uploaded file, from comparing to importing or discarding, and perhaps undoing."""

    file_name = models.CharField(_("file"), max_length=200)
    # SHA-256 of the file, in hexadecimal digits.
    digest = models.CharField(max_length=64, db_index=True, editable=False)
    # Header of each column that was read -> its name in the export.
    columns = models.JSONField(default=dict, editable=False)
    # [{"code", "params"}] of `problems.SENTENCES`: what to know about the file.
    notices = models.JSONField(default=list, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=list(STATUSES.items()), default="comparing", db_index=True
    )
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    imported_at = models.DateTimeField(_("imported"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return self.file_name

    @property
    def is_under_way(self):
        """Whether steps are left to do."""
        return self.status in LEFT_TO_DO

    def label_of(self, state):
        """Return what the state of a row is called now."""
        decided = self.status in ("undoing", "undone", "discarded")
        return LEFT_OUT if decided and state in LEFT_TO_DO["importing"] else ROW_STATES[state]

    def counts(self):
        """Return {state: number of rows}. One query."""
        rows = self.rows.order_by().values_list("state").annotate(models.Count("pk"))
        return dict(rows)

    def languages(self):
        """Return the languages of the texts that it holds."""
        return {TEXT_COLUMNS[name][1] for name in self.columns.values() if name in TEXT_COLUMNS}

    def sentences(self):
        """Return what to know about the file, in the language of whoever reads it."""
        return [sentence_of(notice) for notice in self.notices]


class ImportRow(models.Model):
    """One row of a file. `cells` are emptied once it is decided on: what must not be public is not kept here either."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    # As spreadsheets count: the first row names the columns.
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200, blank=True)
    cells = models.JSONField(default=dict)
    # What was wrong with the cells when the file was read; found again at every comparison.
    read_problems = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    # Names of the columns in which the row differs.
    changed_columns = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=list(ROW_STATES.items()), default="waiting")
    # By what rows of one file that are about the same thing are recognised, and the web address the row asks for.
    subject = models.CharField(max_length=320, blank=True)
    wanted_slug = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.SET_NULL, related_name="import_rows"
    )
    # What importing it made, see `proposing`; {} before that.
    made = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="unique_row_of_import")]
        indexes = [models.Index(fields=["batch", "state"])]

    def __str__(self):
        return f"{self.batch}, {self.number}"

    def forget(self, state):
        """Set the state of a row that is decided on, and forget what the file said."""
        self.state = state
        self.cells, self.read_problems = {}, []
