"""The box “Languages” in the form of a group."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from cms.common.languages import ENDONYMS
from cms.roles.models import GroupLanguage


class GroupLanguageForm(forms.Form):
    """The languages to which a group is limited; none stands for all. Shaped as Wagtail's group form wants it."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        choices=list(ENDONYMS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Texts in other languages cannot be opened by this group. Tick none for a group that works in all "
            "languages. For pages, the rights above say in which trees the group works."
        ),
    )

    def __init__(self, data=None, files=None, instance=None, prefix="defenders_languages"):
        self.instance = instance
        chosen = GroupLanguage.objects.filter(group=instance.pk if instance else None)
        super().__init__(
            data, files, prefix=prefix, initial={"languages": list(chosen.values_list("language", flat=True))}
        )

    def save(self):
        """Limit the group to the ticked languages."""
        chosen = self.cleaned_data["languages"]
        GroupLanguage.objects.filter(group=self.instance).exclude(language__in=chosen).delete()
        for language in chosen:
            GroupLanguage.objects.get_or_create(group=self.instance, language=language)

    def as_admin_panel(self):
        """Return the box as HTML."""
        return render_to_string("defenders/admin/group_languages.html", {"form": self})
