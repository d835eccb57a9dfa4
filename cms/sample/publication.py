"""The first version of what has just been written, made public: what saving a revision and publishing it leave behind.

Publishing reads the version back, compares it with older ones and looks for reviews and schedules. A new row of the
sample has none of these. Facts with exact places or contact channels are published in the usual way nevertheless: it
is what keeps streets out of every copy.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

STATE_FIELDS = (
    "live",
    "live_revision",
    "latest_revision",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
)


def publish_new(row):
    """Make a row that was just saved public with its first version; return the version."""
    version = Revision.objects.create(
        content_object=row,
        base_content_type=row.get_base_content_type(),
        content=row.serializable_data(),
        object_str=str(row),
    )
    row.live = True
    row.has_unpublished_changes = False
    row.latest_revision = row.live_revision = version
    row.first_published_at = row.last_published_at = timezone.now()
    row.save(update_fields=STATE_FIELDS)
    return version


def log_publication(versions, actions=("wagtail.publish",)):
    """Log the actions for each (row, version), as if they had been done one after the other."""
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=ContentType.objects.get_for_model(row, for_concrete_model=False),
            object_id=str(row.pk),
            label=str(row),
            action=action,
            timestamp=timezone.now(),
            data={},
            revision=version,
            content_changed=True,
        )
        for row, version in versions
        for action in actions
    )
