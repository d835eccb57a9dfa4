"""Facts and texts are previewed as visitors will see them: the facts and the texts together, in one language.

Here are only the modes to choose from; what a mode shows is made by the templates, with the code of the public pages.
"""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import PreviewableMixin

from cms.common.languages import ENDONYMS, LANGUAGES

# Previews show drafts: nobody keeps them, finds them, or learns from a link in them where it was.
HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class SeenByVisitors(PreviewableMixin):
    """Base: one mode for each look and language. `preview_template` gets `object`, `look` and `site_lang`."""

    preview_template = "defenders/previews/guidance.html"
    preview_looks: tuple[str, ...] = ("card",)

    @property
    def preview_languages(self):
        """The languages it can be seen in."""
        return LANGUAGES

    @property
    def preview_modes(self):
        """Pairs of a name, such as "page-eu", and what the editor reads."""
        words = {"page": _("%(language)s: its page"), "card": _("%(language)s: in the list")}
        return [
            (f"{look}-{lang}", words[look] % {"language": ENDONYMS[lang]})
            for look in self.preview_looks
            for lang in self.preview_languages
        ]

    def get_preview_template(self, request, mode_name):
        return self.preview_template

    def get_preview_context(self, request, mode_name):
        look, _dash, lang = mode_name.partition("-")
        return super().get_preview_context(request, mode_name) | {"look": look, "site_lang": lang}

    def serve_preview(self, request, mode_name):
        """Return the preview; that of the first mode for a mode that does not exist."""
        modes = dict(self.preview_modes)
        if not modes:
            raise PermissionDenied
        mode_name = mode_name if mode_name in modes else self.default_preview_mode
        response = super().serve_preview(request, mode_name)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response


class SeenInDirectory(SeenByVisitors):
    """Organisations and their texts: as the page of the organisation and as an entry in the list.

    The widgets draw them; a site without the widgets has no previews of them.
    """

    preview_template = "defenders/previews/organisation.html"

    @property
    def preview_looks(self):
        """Both looks, or none."""
        return ("page", "card") if apps.is_installed("widgets") else ()
