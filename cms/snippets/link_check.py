"""What was found at the web addresses that organisations, programmes and trainings name. For editors only."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

# What came of asking an address. "unclear": there is an answer, but it says nothing about the page.
OUTCOMES = {
    "ok": _("It answers"),
    "missing": _("The page does not exist any more"),
    "error": _("The site answers with an error"),
    "unreachable": _("The site cannot be reached"),
    "insecure": _("Its certificate is not valid"),
    "redirects": _("It redirects without an end"),
    "unclear": _("It does not let programs look"),
    "refused": _("The address is not one that is asked"),
}
FAILURES = ("missing", "error", "unreachable", "insecure", "redirects")


class LinkCheckQuerySet(models.QuerySet):
    """Checks, and those that count."""

    def broken(self):
        """Links that failed on two different days, and did not answer in between."""
        return self.filter(first_failed_on__lt=F("last_failed_on"))


class LinkCheck(models.Model):
    """One address of one organisation. It holds nothing about visitors, and none of them causes a check."""

    organisation = models.ForeignKey(
        "defenders.Organisation", on_delete=models.CASCADE, related_name="link_checks"
    )
    url = models.URLField(_("address"), max_length=500)
    outcome = models.CharField(_("what was found"), max_length=12, choices=list(OUTCOMES.items()))
    status_code = models.PositiveSmallIntegerField(_("status code"), null=True)
    first_failed_on = models.DateField(_("failing since"), null=True)
    last_failed_on = models.DateField(_("failed last on"), null=True)
    last_checked_on = models.DateField(_("last looked at on"))

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of a link")
        verbose_name_plural = _("checks of links")
        constraints = [models.UniqueConstraint(fields=["organisation", "url"], name="unique_link_check")]

    def __str__(self):
        return self.url

    def record(self, outcome, status_code, today):
        """Note what was found on this day. What is unclear neither starts nor ends a failure."""
        self.outcome, self.status_code, self.last_checked_on = outcome, status_code, today
        if outcome in FAILURES:
            self.first_failed_on = self.first_failed_on or today
            self.last_failed_on = today
        elif outcome == "ok":
            self.first_failed_on = self.last_failed_on = None
