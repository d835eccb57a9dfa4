"""What editors leave behind and nobody needs any more: half-typed forms, and who did what years ago.

What was done stays in the history, without the name. The newest version of everything keeps its author: the second
person of a review must be somebody else.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import ModelLogEntry, PageLogEntry, Revision, TaskState, WorkflowState

# A form is stored while somebody looks at its preview; Wagtail deletes it when somebody looks at another one.
FORMS_KEPT = timedelta(days=1)


def forget_forms(now: datetime) -> int:
    """Delete what was typed for a preview and not saved, and who had which page open; return how many forms."""
    EditingSession.cleanup()
    return FormState.objects.filter(last_updated_at__lt=now - FORMS_KEPT).delete()[0]


@transaction.atomic
def forget_names(before: datetime) -> int:
    """Take the names out of what was done before that moment; return out of how many entries."""
    newer = Revision.objects.filter(
        content_type=OuterRef("content_type"),
        object_id=OuterRef("object_id"),
        created_at__gt=OuterRef("created_at"),
    )
    replaced = (
        Revision.objects.filter(Exists(newer), created_at__lt=before)
        .exclude(task_states__status=TaskState.STATUS_IN_PROGRESS)
        .exclude(approved_go_live_at__isnull=False)
    )
    over = (WorkflowState.STATUS_APPROVED, WorkflowState.STATUS_CANCELLED)
    names = (
        (ModelLogEntry.objects.filter(timestamp__lt=before), "user"),
        (PageLogEntry.objects.filter(timestamp__lt=before), "user"),
        (Revision.objects.filter(pk__in=replaced.values("pk")), "user"),
        (TaskState.objects.filter(finished_at__lt=before), "finished_by"),
        (WorkflowState.objects.filter(status__in=over, created_at__lt=before), "requested_by"),
    )
    return sum(rows.filter(**{f"{name}__isnull": False}).update(**{name: None}) for rows, name in names)
