"""wagtail-localize's "Sync translated ...": translators see the newest sentences; nothing translated changes."""

from django import forms
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.editing.translations.access import is_locked_for
from cms.editing.translations.machine import translate_and_tell
from cms.localisation.drafts import restrict_like_source
from cms.localisation.gate import is_guarded
from cms.localisation.machine import translator_for
from cms.roles.rights import may_change


class SynchroniseForm(forms.Form):
    """What may be done besides: nothing, where no machine translates."""

    use_machine_translation = forms.BooleanField(
        label=gettext_lazy("Use machine translation"),
        help_text=gettext_lazy("For sentences without a translation. A person has to confirm each one."),
        required=False,
    )

    def __init__(self, *args, with_machine, **kwargs):
        super().__init__(*args, **kwargs)
        if not with_machine:
            del self.fields["use_machine_translation"]


class SynchroniseView(UpdateTranslationsView):
    """For our texts and pages; those of other apps get wagtail-localize's own."""

    def dispatch(self, request, *args, **kwargs):
        if not is_guarded(self.get_object().specific_content_type.model_class()):
            return UpdateTranslationsView.as_view()(request, *args, **kwargs)
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self):
        return ["defenders/admin/translations/synchronise.html"]

    def get_form(self):
        data = self.request.POST if self.request.method == "POST" else None
        with_machine = any(
            translator_for(self.object.locale, translation.target_locale) for translation in self.mine()
        )
        return SynchroniseForm(data, with_machine=with_machine)

    def mine(self):
        """Return the translations in the languages of the user."""
        translations = self.object.translations.filter(enabled=True).select_related("target_locale")
        return [
            translation
            for translation in translations
            if may_change(self.request.user, row := translation.get_target_instance())
            and not is_locked_for(self.request.user, row)
        ]

    # The request to a machine must not hold the database: `UpdateTranslationsView.form_valid` is one transaction.
    def form_valid(self, form):
        with transaction.atomic():
            self.object.update_from_db()
            for translation in self.object.translations.filter(enabled=True).select_related("target_locale"):
                restrict_like_source(self.object, translation.target_locale)
        if form.cleaned_data.get("use_machine_translation"):
            for translation in self.mine():
                if translator_for(self.object.locale, translation.target_locale):
                    translate_and_tell(self.request, translation)
        self.components.save(self.object, sources_and_translations={self.object: self.mine()})
        messages.success(
            self.request,
            _("Translators see the newest sentences of “%(name)s” now. No translation was changed.")
            % {"name": self.object.object_repr},
        )
        return redirect(self.get_success_url() or self.get_default_success_url())
