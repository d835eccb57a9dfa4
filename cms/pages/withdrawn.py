"""A withdrawn guidance page stays where it is, and what repeats it stays withdrawn once it is a page of its own.

Hooks explain it in the admin; this holds for every other way as well, such as the interface of the admin.
"""

from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page

from cms.directory.visibility import is_withdrawn, withdrawn_pages
from cms.roles.pages import GuidancePagePermissionTester
from cms.snippets.page_withdrawal import PageWithdrawal, withdraw_page


class WithdrawnStaysTester(GuidancePagePermissionTester):
    """Rights of a user on a guidance page: elsewhere, or copied, a withdrawn one would be public again."""

    def can_move_to(self, destination):
        """Not while it, or a page above it, is withdrawn."""
        return super().can_move_to(destination) and not is_withdrawn(self.page)

    def can_copy_to(self, destination, recursive=False):
        """The same; with the pages below it when none of them is withdrawn."""
        return (
            super().can_copy_to(destination, recursive) and not withdrawn_among(self.page, recursive).exists()
        )


def withdrawn_among(page, recursive):
    """Return the page if it is withdrawn or below one that is; `recursive` adds those of the pages below it."""
    pages = page.get_descendants(inclusive=True) if recursive else Page.objects.filter(pk=page.pk)
    return withdrawn_pages().filter(pk__in=pages.order_by().values("pk")).order_by("path")


def follow_withdrawal(repeated):
    """Withdraw a page that repeats another one, if that is withdrawn or below one that is."""
    at_or_above = repeated.alias_of.get_ancestors(inclusive=True).values("translation_key")
    withdrawal = PageWithdrawal.objects.filter(translation_key__in=at_or_above).first()
    if withdrawal:
        withdraw_page(repeated, reason=withdrawal.reason)


def before_saving(sender, instance, update_fields=None, **kwargs):
    """Look at a page that is about to repeat no other one any more."""
    if not isinstance(instance, Page) or instance.alias_of_id or not update_fields:
        return
    if {"alias_of", "alias_of_id"} & set(update_fields):
        for stored in Page.objects.filter(pk=instance.pk, alias_of__isnull=False).select_related("alias_of"):
            follow_withdrawal(stored)


def before_deleting(sender, instance, **kwargs):
    """Look at the pages that repeat one that is about to be deleted: nothing ties them to it afterwards."""
    for repeated in Page.objects.filter(alias_of=instance.pk).select_related("alias_of"):
        follow_withdrawal(repeated)


def connect():
    """Listen to pages; called once when the app is ready."""
    pre_save.connect(before_saving, dispatch_uid="defenders_withdrawn_before_saving")
    pre_delete.connect(before_deleting, sender=Page, dispatch_uid="defenders_withdrawn_before_deleting")
