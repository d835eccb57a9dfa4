"""The way out for who must not be seen reading this: of the guidance site, the embed pages and the widgets."""


def address(lang):
    """Return a page that nobody needs to explain, in a language."""
    return f"https://{lang.partition('-')[0]}.wikipedia.org/"
