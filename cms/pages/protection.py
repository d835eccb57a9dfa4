"""Protection for those who must leave: for a time, or for good."""

from django.utils.translation import gettext_lazy as _

from cms.pages.base import SectionPage


class TemporaryProtectionPage(SectionPage):
    """If the defender must leave the country: shelter and relocation programmes."""

    section_key = "temporary-protection"
    template = "defenders/pages/guidance_page.html"

    class Meta:
        verbose_name = _("page “Temporary protection”")
        verbose_name_plural = _("pages “Temporary protection”")


class PermanentProtectionPage(SectionPage):
    """Asylum, when return is impossible."""

    section_key = "permanent-protection"
    template = "defenders/pages/guidance_page.html"

    class Meta:
        verbose_name = _("page “Permanent protection”")
        verbose_name_plural = _("pages “Permanent protection”")
