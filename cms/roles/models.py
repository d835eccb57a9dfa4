"""What an administrator can change about roles afterwards: which group has which role, and in which languages."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.common.languages import ENDONYMS


class Role(models.Model):
    """Which group was made for which role, so that a group may be renamed and is not made twice."""

    key = models.CharField(max_length=40, unique=True)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="defenders_role")

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")

    def __str__(self):
        return self.key


class GroupLanguage(models.Model):
    """A language to which a group is limited. A group without any works in all languages.

    A code and not a locale: a locale that is deleted must not leave its translators without a limit.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="defenders_languages")
    language = models.CharField(_("language"), max_length=20, choices=list(ENDONYMS.items()))

    class Meta:
        verbose_name = _("language of a group")
        verbose_name_plural = _("languages of a group")
        constraints = [models.UniqueConstraint(fields=["group", "language"], name="unique_language_of_group")]

    def __str__(self):
        return f"{self.group}: {self.get_language_display()}"
