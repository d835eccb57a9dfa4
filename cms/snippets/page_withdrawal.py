"""A guidance page that is withdrawn: in every language, with the pages below it, whatever is published.

It is state of its own, beside the page: no draft, no older version and no scheduled publication can undo it, and
ending it brings back exactly what is published.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PageWithdrawal(models.Model):
    """One row per withdrawn page; its translations share the `translation_key`. Ending it deletes the row."""

    translation_key = models.UUIDField(unique=True)
    reason = models.CharField(_("why it was withdrawn"), max_length=500)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("withdrawal of a page")
        verbose_name_plural = _("withdrawals of pages")

    def __str__(self):
        return str(self.translation_key)
