"""Where the links of a page about the directory lead: on this site by query, in a static copy by path."""

from typing import Protocol

from widgets import addresses
from widgets.options import EmbedOptions


class Links(Protocol):
    """Makes the addresses that stand on one page."""

    def listing(self, options: EmbedOptions) -> str:
        """Return the address of the list for these options."""

    def organisation(self, slug: str, options: EmbedOptions) -> str:
        """Return the address of an organisation's page in the language and look of the options."""

    def widget(self, kind: str, options: EmbedOptions) -> str:
        """Return the address of the page that shows the same as a map or a directory with these options."""


class SiteLinks:
    """Links of pages that this site answers itself."""

    def listing(self, options: EmbedOptions) -> str:
        """Return the address of the same page for other options."""
        return f"?{options.query()}"

    def organisation(self, slug: str, options: EmbedOptions) -> str:
        """Return the address of an organisation's page."""
        return f"{addresses.path('organisation', slug)}?{options.query()}"

    def widget(self, kind: str, options: EmbedOptions) -> str:
        """Return the address of the page of a map or a directory."""
        return f"{addresses.path(kind)}?{options.query()}"


SITE = SiteLinks()
