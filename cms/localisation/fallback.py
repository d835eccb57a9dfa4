"""Which language stands in when a text is missing. Pure: no models, no settings."""


def first_available(lang, texts, fallbacks):
    """Return (language, text) of the first text that is not empty: `lang` itself, then its fallbacks; or None.

    `texts` maps language to text; `fallbacks` maps language to the languages to try, in order.
    """
    for candidate in (lang, *fallbacks.get(lang, ())):
        if texts.get(candidate):
            return candidate, texts[candidate]
    return None
