"""Who accompanies: the map and the directory of organisations."""

from django.utils.translation import gettext_lazy as _

from cms.pages.base import SectionPage


class WhoAccompaniesPage(SectionPage):
    """Who accompanies defenders, and in which countries."""

    section_key = "who-accompanies"
    template = "defenders/pages/guidance_page.html"

    class Meta:
        verbose_name = _("page “Who accompanies”")
        verbose_name_plural = _("pages “Who accompanies”")
