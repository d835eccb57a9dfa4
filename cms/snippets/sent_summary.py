"""Which weekly summary went to whom, so that nobody gets the same one twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SentSummary(models.Model):
    """The summary of one ISO week ("2026-W47") to one colleague."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.CharField(max_length=8)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("weekly summary")
        verbose_name_plural = _("weekly summaries")
        constraints = [models.UniqueConstraint(fields=["user", "week"], name="unique_summary_of_week")]

    def __str__(self):
        return f"{self.week} ({self.user_id})"
