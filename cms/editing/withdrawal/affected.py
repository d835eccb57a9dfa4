"""What a withdrawal takes along, for the page to confirm."""

from dataclasses import dataclass

from wagtail.models import Page

from cms.common.languages import ENDONYMS


@dataclass(frozen=True)
class LanguageVersion:
    """A page in one language; `below` counts the published pages below it."""

    language: str
    name: str
    title: str
    is_live: bool
    below: int


def language_versions(page) -> list[LanguageVersion]:
    """Return the versions of a page in all languages."""
    return [
        LanguageVersion(
            version.locale.language_code,
            ENDONYMS.get(version.locale.language_code, version.locale.get_display_name()),
            version.title,
            version.live,
            Page.objects.descendant_of(version).live().count(),
        )
        for version in page.get_translations(inclusive=True).select_related("locale").order_by("locale_id")
    ]
