"""The text of an organisation in one language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.editing.forms.plain_text import PlainTextForm
from cms.snippets.texts import OrganisationText


class OrganisationTextForm(PlainTextForm):
    """A text; which organisation it is about is chosen once and never changes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["organisation"]

    def clean(self):
        cleaned = super().clean()
        organisation = self.cleaned_data.get("organisation")
        if organisation is None:
            return cleaned
        siblings = OrganisationText.objects.filter(organisation=organisation)
        if siblings.filter(locale=self.instance.locale_id).exists():
            # The constraint spans the language, which is no field of the form, so Django does not check it here.
            self.add_error(
                "organisation",
                ValidationError(
                    _("This organisation has a text in this language already. Open that one and change it."),
                    code="text_exists",
                ),
            )
        elif sibling := siblings.order_by("pk").first():
            # The texts of an organisation translate one another: else translating one would make this one twice.
            self.instance.translation_key = sibling.translation_key
        return cleaned
