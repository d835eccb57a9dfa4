"""Texts in records: each in the language asked for or its first fallback, and said so."""

from collections.abc import Iterable, Mapping
from typing import Any

from cms.common.languages import SOURCE_LANGUAGE
from cms.conf import defenders_settings
from cms.directory.richtext import page_urls, public_html
from cms.localisation.fallback import first_available
from cms.localisation.status import is_outdated

# A `TranslatableText`, or what was read of one: its texts by name, `translated_from` and `content_digest`.
PublicText = Any

# Name of a text -> how it is given: plain text ("text") or sanitised HTML ("html").
TextForms = Mapping[str, str]


def chosen_text(texts: Mapping[str, PublicText], name: str, lang: str) -> tuple[str, str] | None:
    """Return (language, stored text) of the text of this name that is shown in `lang`, or None."""
    by_language = {language: getattr(text, name) for language, text in texts.items()}
    return first_available(lang, by_language, defenders_settings.FALLBACKS)


class ShownTexts:
    """The texts of one thing as records have them, each made once however many languages show it."""

    def __init__(self, texts: Mapping[str, PublicText], forms: TextForms, urls: dict):
        """`texts` maps language to the published text, `urls` are the `page_urls` of the rich texts."""
        source = texts.get(SOURCE_LANGUAGE)
        outdated = {language: is_outdated(text, source) for language, text in texts.items()}
        self._fields: dict[str, dict[str, dict]] = {
            name: {
                language: {
                    form: public_html(value, urls) if form == "html" else value,
                    "lang": language,
                    "outdated": outdated[language],
                }
                for language, text in texts.items()
                if (value := getattr(text, name))
            }
            for name, form in forms.items()
        }

    def fields(self, lang: str) -> dict:
        """Return {name: {"text" or "html", "lang", "outdated"} or None} of all forms.

        Languages share the values: they are for reading.
        """
        fallbacks = defenders_settings.FALLBACKS
        found = {
            name: first_available(lang, by_language, fallbacks) for name, by_language in self._fields.items()
        }
        return {name: one and one[1] for name, one in found.items()}


def linked_pages(texts: Iterable[PublicText], forms: TextForms) -> dict:
    """Return the `page_urls` of the rich ones among many texts. Two queries, none without links."""
    rich = [name for name, form in forms.items() if form == "html"]
    return page_urls(getattr(text, name) for text in texts for name in rich)


def own_texts(texts: Mapping[str, PublicText], forms: TextForms) -> dict:
    """Return {language: its own texts}, from which it can be told whether one of them changed."""
    return {lang: [getattr(text, name) for name in forms] for lang, text in sorted(texts.items())}
