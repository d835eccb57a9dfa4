"""Texts in records: each in the language asked for or its first fallback, and said so."""

from collections.abc import Iterable, Mapping

from cms.common.languages import SOURCE_LANGUAGE
from cms.conf import defenders_settings
from cms.directory.richtext import page_urls, public_html
from cms.localisation.fallback import first_available
from cms.localisation.status import is_outdated
from cms.snippets.texts import TranslatableText

# Name of a text -> how it is given: plain text ("text") or sanitised HTML ("html").
TextForms = Mapping[str, str]


def chosen_text(texts: Mapping[str, TranslatableText], name: str, lang: str) -> tuple[str, str] | None:
    """Return (language, stored text) of the text of this name that is shown in `lang`, or None."""
    by_language = {language: getattr(text, name) for language, text in texts.items()}
    return first_available(lang, by_language, defenders_settings.FALLBACKS)


def text_fields(texts: Mapping[str, TranslatableText], forms: TextForms, lang: str, urls: dict) -> dict:
    """Return {name: {"text" or "html", "lang", "outdated"} or None} of all forms.

    `texts` maps language to the published text, `urls` are the `page_urls` of the rich texts.
    """
    result: dict[str, dict | None] = {}
    for name, form in forms.items():
        found = chosen_text(texts, name, lang)
        if found is None:
            result[name] = None
            continue
        language, value = found
        result[name] = {
            form: public_html(value, urls) if form == "html" else value,
            "lang": language,
            "outdated": is_outdated(texts[language], texts.get(SOURCE_LANGUAGE)),
        }
    return result


def linked_pages(texts: Iterable[TranslatableText], forms: TextForms) -> dict:
    """Return the `page_urls` of the rich ones among many texts. Two queries, none without links."""
    rich = [name for name, form in forms.items() if form == "html"]
    return page_urls(getattr(text, name) for text in texts for name in rich)


def own_texts(texts: Mapping[str, TranslatableText], forms: TextForms) -> dict:
    """Return {language: its own texts}, from which it can be told whether one of them changed."""
    return {lang: [getattr(text, name) for name in forms] for lang, text in sorted(texts.items())}
