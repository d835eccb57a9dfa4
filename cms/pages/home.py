"""The first page of the guidance site in one language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.pages.base import SectionPage


class HomePageForm(WagtailAdminPageForm):
    """Refuses a second home page in a language.

    The rule is here and not in the model, because copying a tree of pages saves the copy before anybody can
    change its language.
    """

    def clean(self):
        cleaned = super().clean()
        page = self.instance
        if page.locale_id and HomePage.objects.filter(locale_id=page.locale_id).exclude(pk=page.pk).exists():
            raise ValidationError(
                _("There is already a home page in this language. Edit that one."), code="second_home"
            )
        return cleaned


class HomePage(SectionPage):
    """One per language, wherever the site wants it; the menu is made of its published children."""

    section_key = "home"
    base_form_class = HomePageForm

    # The pages of this app never allow it below themselves; pages of other apps decide for themselves. All
    # languages may share one parent, so the form counts per language.
    parent_page_types = None
    max_count_per_parent = None
    subpage_types = [
        "defenders.WhoAccompaniesPage",
        "defenders.TemporaryProtectionPage",
        "defenders.PermanentProtectionPage",
        "defenders.TrainingPage",
        "defenders.StandardPage",
    ]

    template = "defenders/pages/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
