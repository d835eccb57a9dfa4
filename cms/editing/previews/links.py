"""Preview links: addresses that show one draft in one language to somebody without an account, until they expire."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from cms.common.languages import ENDONYMS, LANGUAGES
from cms.conf import defenders_settings
from cms.directory.preview_tokens import ORGANISATION, PAGE, PreviewTarget, make_token

# Where each kind is shown. A site may do without either.
VIEWS = {ORGANISATION: "defenders_widgets:preview", PAGE: "defenders_pages:preview"}


@dataclass(frozen=True)
class PreviewLink:
    """One link: `url` is absolute, `name` that of the language."""

    language: str
    name: str
    url: str


def links_to_organisation(organisation, languages=LANGUAGES) -> list[PreviewLink]:
    """Return a link per language; [] on a site that does not show organisations."""
    return [link for lang in languages for link in _links(ORGANISATION, str(organisation.uuid), lang)]


def links_to_page(page) -> list[PreviewLink]:
    """Return the link in the language of the page; [] on a site that does not show guidance pages."""
    return _links(PAGE, str(page.pk), page.locale.language_code)


def can_link_to(kind: str) -> bool:
    """Say whether this site shows drafts of this kind."""
    return _path(kind) is not None


def expiry() -> datetime:
    """Return when a link made now stops to open."""
    return timezone.now() + timedelta(hours=defenders_settings.PREVIEW_HOURS)


def _links(kind, key, lang):
    path = _path(kind)
    if path is None:
        return []
    query = urlencode({"token": make_token(PreviewTarget(kind, key, lang))})
    return [PreviewLink(lang, ENDONYMS[lang], f"{defenders_settings.BASE_URL}{path}?{query}")]


def _path(kind):
    try:
        return reverse(VIEWS[kind])
    except NoReverseMatch:
        return None
