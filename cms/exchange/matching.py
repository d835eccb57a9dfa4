"""Which organisation a row is about: by id, then slug, then name and website together. Never by a guess."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cms.common.text import words
from cms.exchange.problems import Refused
from cms.snippets.organisation import FormerSlug, Organisation


def normal_name(name):
    """Return a name without accents, case and punctuation; one that is nothing else as it is."""
    return " ".join(words(name)) or name.strip()


def host_of(website):
    """Return the host of a web address without "www."; "" for none."""
    try:
        host = urlsplit(website.strip()).hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.")


@dataclass
class Directory:
    """All organisations by what rows may call them. Two queries."""

    by_id: dict[str, int] = field(default_factory=dict)
    by_slug: dict[str, int] = field(default_factory=dict)
    by_name: dict[str, list[tuple[str, str, int]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls):
        """Read it."""
        found = cls()
        # A slug that was given up leads on to its organisation; one in use comes later and wins.
        for slug, pk in FormerSlug.objects.values_list("slug", "organisation_id"):
            found.by_slug[slug] = pk
        rows = Organisation.objects.order_by("pk").values_list("pk", "uuid", "slug", "name", "website")
        for row in rows.iterator(chunk_size=2000):
            found._add(*row)
        return found

    def add(self, organisation):
        """Add an organisation that was just made."""
        row = organisation
        self._add(row.pk, row.uuid, row.slug, row.name, row.website)

    def _add(self, pk, identifier, slug, name, website):
        self.by_id[str(identifier)] = pk
        self.by_slug[slug] = pk
        self.by_name[normal_name(name)].append((host_of(website), slug, pk))

    def match(self, identifier="", slug="", name="", website=""):
        """Return the key of the organisation, or None for a new one; Refused when several fit, or an id none."""
        if identifier:
            if identifier not in self.by_id:
                raise Refused("unknown_id")
            return self.by_id[identifier]
        if slug and slug in self.by_slug:
            return self.by_slug[slug]
        host = host_of(website)
        fitting = [(of, pk) for other, of, pk in self.by_name.get(normal_name(name), ()) if other == host]
        if len(fitting) > 1:
            raise Refused("ambiguous", slugs=", ".join(of for of, _pk in fitting[:5]))
        return fitting[0][1] if fitting else None

    def namesakes(self, name):
        """Return the slugs of the organisations of this name."""
        return [slug for _host, slug, _pk in self.by_name.get(normal_name(name), ())]
