"""Training in protection, and who offers it."""

from django.utils.translation import gettext_lazy as _

from cms.pages.base import SectionPage


class TrainingPage(SectionPage):
    """Training for organisations on protecting defenders."""

    section_key = "training"
    template = "defenders/pages/guidance_page.html"

    class Meta:
        verbose_name = _("page “Training”")
        verbose_name_plural = _("pages “Training”")
