"""Languages of the interface and of the texts, and BCP 47 tags for the languages an organisation works in.

Source of the tag syntax: RFC 5646, section 2.1, without extensions and private use.
"""

import re

SOURCE_LANGUAGE = "es"
LANGUAGES = ("es", "eu", "en", "fr", "ar")

ENDONYMS = {
    "es": "Español",
    "eu": "Euskara",
    "en": "English",
    "fr": "Français",
    "ar": "العربية",
}

# Where a text is looked for when it does not exist in the language asked for, in this order.
FALLBACKS = {
    "es": ("en", "fr", "eu"),
    "eu": ("es", "en", "fr"),
    "en": ("es", "fr", "eu"),
    "fr": ("en", "es", "eu"),
    "ar": ("en", "fr", "es", "eu"),
}

# Languages whose readers are likelier to read Spanish than English; those of `src/shared/languages.js` in the widgets.
_NEAR_SPANISH = frozenset({"ca", "gl", "pt", "an", "ast", "oc", "it", "qu", "gn", "ay", "nah"})

_RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})

TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})"
    r"(?:-(?P<script>[A-Za-z]{4}))?"
    r"(?:-(?P<region>[A-Za-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*)"
)


def nearest_language(tag):
    """Return (language of ours, whether it is the one that the tag asks for); the source language for no tag at all."""
    wanted = tag.strip().lower().replace("_", "-").partition("-")[0]
    if not wanted:
        return SOURCE_LANGUAGE, True
    if wanted in LANGUAGES:
        return wanted, True
    return ("es" if wanted in _NEAR_SPANISH else "en"), False


def direction(code):
    """Return "rtl" or "ltr" for a language tag; a script in the tag decides before the language does."""
    subtags = code.lower().split("-")
    if len(subtags) > 1 and len(subtags[1]) == 4 and subtags[1].isalpha():
        return "rtl" if subtags[1] in _RTL_SCRIPTS else "ltr"
    return "rtl" if subtags[0] in _RTL_LANGUAGES else "ltr"


def is_language_tag(value):
    """Say whether the value is a well-formed tag: language[-Script][-REGION][-variant], in any case."""
    return normalise_language_tag(value) is not None


def normalise_language_tag(value):
    """Return the tag in its usual case ("zh-Hant-TW"), or None if it is not well-formed."""
    match = TAG.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    variants = [variant for variant in match["variants"].lower().split("-") if variant]
    if len(variants) != len(set(variants)):
        return None
    subtags = [match["language"].lower()]
    if match["script"]:
        subtags.append(match["script"].title())
    if match["region"]:
        subtags.append(match["region"].upper())
    return "-".join(subtags + variants)


def matches_language(wanted, tag):
    """Say whether a tag answers the wanted one: "es" also finds "es-MX", "es-MX" does not find "es".

    Source: RFC 4647, section 3.3.1, basic filtering.
    """
    wanted, tag = wanted.lower(), tag.lower()
    return tag == wanted or tag.startswith(wanted + "-")
