"""Public records of what the guidance shows beside its pages: the base of programmes, trainings and testimonies.

Each kind reads itself in a fixed number of queries, however many there are, and is an explicit list of public fields.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cms.directory.days import iso_day
from cms.directory.texts import ShownTexts, TextForms, linked_pages, own_texts
from cms.snippets.facts import Facts
from cms.snippets.texts import TranslatableText


@dataclass
class Loaded:
    """Facts and all that their record needs, already read from the database."""

    row: Any
    texts: dict[str, TranslatableText] = field(default_factory=dict)
    audiences: list[str] = field(default_factory=list)
    page_urls: dict[int, str] = field(default_factory=dict)
    _shown: ShownTexts | None = field(default=None, init=False)

    def shown_texts(self, forms: TextForms) -> ShownTexts:
        """Return the texts as records have them, made once."""
        if self._shown is None:
            self._shown = ShownTexts(self.texts, forms, self.page_urls)
        return self._shown


class Kind:
    """One kind of facts. `today` is the UTC day, on which visibility and states depend."""

    name: str  # of the endpoint, and of the list in the published files
    model: type[Facts]
    subject: str  # the foreign key of its texts
    text_forms: TextForms
    facts_of_the_day: tuple[str, ...] = ()  # what changes by itself as days go by

    def public_rows(self, today: date):
        """Return the queryset of the public rows, with what `facts` needs of them."""
        raise NotImplementedError

    def public_texts(self, today: date):
        """Return the queryset of their public texts."""
        raise NotImplementedError

    def facts(self, loaded: Loaded, today: date) -> dict:
        """Return the public facts, the same in every language."""
        raise NotImplementedError

    def sort_key(self, loaded: Loaded, today: date):
        """Return the place in lists."""
        raise NotImplementedError

    def on_day(self, records: Sequence[dict], today: date) -> list[dict]:
        """Return published records as they are on another day than that of their file, in its order."""
        return list(records)

    def load(self, today: date) -> list[Loaded]:
        """Return all public ones in order. At most five queries."""
        found = {row.pk: Loaded(row) for row in self.public_rows(today)}
        for text in self.public_texts(today).filter(**{f"{self.subject}__in": list(found)}):
            found[getattr(text, f"{self.subject}_id")].texts[text.language] = text
        self.load_more(found)
        urls = linked_pages(
            (text for loaded in found.values() for text in loaded.texts.values()), self.text_forms
        )
        for loaded in found.values():
            loaded.page_urls = urls
        return sorted(found.values(), key=lambda loaded: self.sort_key(loaded, today))

    def load_more(self, found: dict[int, Loaded]) -> None:
        """Read what is neither in the row nor a text; `found` maps primary keys to what is loaded."""

    def record(self, loaded: Loaded, lang: str, today: date) -> dict:
        """Return the record in one language, without the API's `meta`."""
        return {
            **self.facts(loaded, today),
            **loaded.shown_texts(self.text_forms).fields(lang),
            "updated_on": iso_day(loaded.row.updated_on),
        }

    def neutral_facts(self, loaded: Loaded) -> dict:
        """Return what tells whether the public record changed: facts, and each language's own text, no dates."""
        facts = self.facts(loaded, date.min)
        for name in self.facts_of_the_day:
            del facts[name]
        return facts | {"texts": own_texts(loaded.texts, self.text_forms)}


def organisation_reference(organisation) -> dict:
    """Return what a record says about the organisation behind it."""
    return {"id": str(organisation.uuid), "slug": organisation.slug, "name": organisation.name}
