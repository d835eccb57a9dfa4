"""The way out for who must not be seen reading this. The widgets lead to the same place."""


def address(lang):
    """Return a page that nobody needs to explain, in a language."""
    return f"https://{lang.partition('-')[0]}.wikipedia.org/"
