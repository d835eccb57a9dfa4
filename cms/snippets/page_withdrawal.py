"""A guidance page that is withdrawn: in every language, with the pages below it, whatever is published.

It is state of its own, beside the page: no draft, no older version and no scheduled publication can undo it, and
ending it brings back exactly what is published.
"""

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log


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


@transaction.atomic
def withdraw_page(page, user=None, reason=""):
    """Take a page out of everything public, in all its languages, with what is below it."""
    _row, is_new = PageWithdrawal.objects.get_or_create(
        translation_key=page.translation_key, defaults={"reason": reason[:500], "withdrawn_by": user}
    )
    if is_new:
        _log_in_every_language(page, "defenders.withdraw", user)


@transaction.atomic
def restore_page(page, user=None):
    """End the withdrawal of a page: what is published is public again."""
    for row in PageWithdrawal.objects.filter(translation_key=page.translation_key):
        row.delete()
        _log_in_every_language(page, "defenders.restore", user)


def _log_in_every_language(page, action, user):
    for version in page.get_translations(inclusive=True).specific():
        log(instance=version, action=action, user=user)
