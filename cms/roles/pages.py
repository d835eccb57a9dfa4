"""What may be done with a guidance page: Wagtail's rights, with a second person and without a way round."""

from wagtail.models import PagePermissionTester

from cms.conf import defenders_settings


class GuidancePagePermissionTester(PagePermissionTester):
    """Rights of a user on a guidance page. Superusers, too, need a second person to publish.

    Who may add pages is an editor; who may only change them is a translator.
    """

    def _holds(self, right):
        return self.user.is_active and (self.user.is_superuser or right in self.permissions)

    def can_publish(self):
        """Nobody publishes directly where a second person has to approve: the review does."""
        return defenders_settings.REVIEWERS_PUBLISH_ALONE and super().can_publish()

    def can_publish_subpage(self):
        """The same for a page that is made, copied or repeated below this one."""
        return defenders_settings.REVIEWERS_PUBLISH_ALONE and super().can_publish_subpage()

    def can_unpublish(self):
        """Editors may always: neither a lock nor a review that is going on stops them."""
        return bool(self.page.live) and not self.page_is_root and self._holds("add")

    def can_unschedule(self):
        """Nothing becomes public by it."""
        return not self.page_is_root and self._holds("add")

    def can_delete(self, ignore_bulk=False):
        """Not for translators, who may change what others have made."""
        return self._holds("add") and super().can_delete(ignore_bulk=ignore_bulk)

    def can_copy(self):
        """A copy is a new page."""
        return self._holds("add") and super().can_copy()

    def can_copy_to(self, destination, recursive=False):
        """What is public is copied only to where this tester watches over the copy."""
        return super().can_copy_to(destination, recursive) and (
            defenders_settings.REVIEWERS_PUBLISH_ALONE
            or not self._has_live_pages()
            or isinstance(destination.permissions_for_user(self.user), GuidancePagePermissionTester)
        )

    def can_move_to(self, destination):
        """What is public moves only where it is as public as before."""
        return super().can_move_to(destination) and (
            defenders_settings.REVIEWERS_PUBLISH_ALONE
            or not self._has_live_pages()
            or self._is_as_public_below(destination)
        )

    def _has_live_pages(self):
        return self.page.get_descendants(inclusive=True).live().exists()

    def _is_as_public_below(self, destination):
        site = self.page.get_site()
        return site is not None and site == destination.get_site() and not self.page.get_view_restrictions()
