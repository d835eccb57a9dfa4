"""Pages without a part of their own in the site: About, Protection needs, and whatever editors add."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.pages.base import DefendersPage

# Names of the sections, which another page must not take.
RESERVED_KEYS = {"home", "who-accompanies", "temporary-protection", "permanent-protection", "training"}

KEY_VALIDATOR = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Use small letters without accents, digits and single hyphens only, such as protection-needs."),
)


class StandardPage(DefendersPage):
    """A page of text. Its key is chosen by the editor and is the same in every language."""

    key = models.CharField(
        _("permanent name"),
        max_length=60,
        blank=True,
        validators=[KEY_VALIDATOR],
        help_text=_(
            "Partner websites ask for the page by this name, in any language; do not change it later. "
            "Leave it empty if nobody needs to embed this page."
        ),
    )

    parent_page_types = [
        "defenders.HomePage",
        "defenders.WhoAccompaniesPage",
        "defenders.TemporaryProtectionPage",
        "defenders.PermanentProtectionPage",
        "defenders.TrainingPage",
        "defenders.StandardPage",
    ]
    subpage_types = ["defenders.StandardPage"]
    template = "defenders/pages/guidance_page.html"

    # A copy is another page. Translations get the key back when they are synchronised with their source.
    exclude_fields_in_copy = [*DefendersPage.exclude_fields_in_copy, "key"]

    promote_panels = [*DefendersPage.promote_panels, FieldPanel("key")]

    translatable_fields = [*DefendersPage.translatable_fields, SynchronizedField("key", overridable=False)]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def clean(self):
        super().clean()
        if not self.key:
            return
        if self.key in RESERVED_KEYS:
            raise ValidationError({"key": _("This name belongs to a section of the site. Choose another.")})
        same = StandardPage.objects.filter(key=self.key, locale_id=self.locale_id).exclude(pk=self.pk)
        if same.exists():
            raise ValidationError({"key": _("Another page in this language has this name already.")})
