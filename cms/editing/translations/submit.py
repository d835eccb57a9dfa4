"""wagtail-localize's "Translate": only into the languages in which the user works."""

from django.contrib.admin.utils import unquote
from django.http import Http404
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView

from cms.editing.forms.codes import is_key
from cms.localisation.gate import is_guarded
from cms.roles.rights import languages_of


class OnlyMyLanguages:
    """Mixin: offers, and takes, the user's own languages."""

    def get_form(self):
        form = super().get_form()
        languages = languages_of(self.request.user)
        if is_guarded(self.object) and languages is not None:
            locales = form.fields["locales"]
            locales.queryset = locales.queryset.filter(language_code__in=languages)
        return form


class SubmitPage(OnlyMyLanguages, SubmitPageTranslationView):
    """Sends a page to translators."""


class SubmitSnippet(OnlyMyLanguages, SubmitSnippetTranslationView):
    """Sends a text to translators."""

    def get_object(self):
        """Return it; 404 for what cannot be the key of a text."""
        if self.kwargs["app_label"] == "defenders" and not is_key(unquote(self.kwargs["pk"])):
            raise Http404
        return super().get_object()
