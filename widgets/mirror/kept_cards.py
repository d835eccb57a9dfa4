"""Cards of organisations, drawn once for all the lists of a copy on which they look the same.

Every list of a country shows who serves the world again: drawing is most of the work of a copy.
"""

from django.template import Context

from widgets import pages
from widgets.directory_file import Directory

TEMPLATE = "widgets/embed/_card.html"

# About 1.5 kB each; beyond that the oldest lists come first and are done with.
MOST = 20_000


class KeptCards:
    """What `include` takes for a template: `card` is a record there, `detail` says how much of it is shown."""

    def __init__(self, directory: Directory):
        self._directory = directory
        self._drawn: dict[tuple, str] = {}

    def render(self, context: Context) -> str:
        """Return the HTML of a card."""
        # The address holds the record and where the page lies.
        key = (context["url"], context["level"], context["detail"])
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= MOST:
                self._drawn.clear()
            card = pages.card_of(context["card"], self._directory, context["detail"])
            with context.push(card=card):
                drawn = context.template.engine.get_template(TEMPLATE).render(context)
            self._drawn[key] = drawn
        return drawn
