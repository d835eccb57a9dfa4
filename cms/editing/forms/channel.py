"""Ways to reach an organisation."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.editing.forms.child_forms import ChildFormSet, PartForm
from cms.editing.forms.codes import LanguagesField, in_stored_order, named_like
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation
from cms.snippets.place import Place


class ChannelForm(PartForm):
    """One channel. The model checks the value for its kind; whether a street may be given depends on the places."""

    # Set by OrganisationForm from the places in the same submission.
    exact_place = False

    languages = LanguagesField(**named_like(ContactChannel, "languages"))

    def clean_languages(self):
        return in_stored_order(self.cleaned_data["languages"], self.instance.languages)

    def _post_clean(self):
        # The model asks its organisation for an exact place. The real one still has the places of the last version.
        self.instance.organisation = Organisation(
            places=[Place(precision="exact")] if self.exact_place else []
        )
        super()._post_clean()


class ChannelFormSet(ChildFormSet):
    """The channels of an organisation, none of them twice."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            if self._should_delete_form(form) or not form.is_valid():
                continue
            channel = form.instance.kind, form.instance.value
            if not channel[1]:
                continue
            if channel in seen:
                form.add_error(
                    "value",
                    ValidationError(_("This is in the list already. Delete one of the two."), code="twice"),
                )
            seen.add(channel)
