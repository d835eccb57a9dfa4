"""Every address of the site, made from the URL conf: whatever is added to it is asked, too."""

import re
from dataclasses import dataclass
from itertools import product

from django.urls import URLResolver, get_resolver
from django.utils.regex_helper import normalize

SAMPLES = ("1", "x", "es", "light", "0f5d57", "json", "6c0f1b52-0000-4000-8000-000000000001", "a/b/")


@dataclass(frozen=True)
class Address:
    """A view and one path that leads to it."""

    path: str
    name: str


def all_addresses():
    """Return an `Address` for every pattern of the URL conf."""
    return list(dict.fromkeys(_walk(get_resolver(), ["/"], ())))


def _walk(resolver, prefixes, namespaces):
    for entry in resolver.url_patterns:
        paths = [before + path for before in prefixes for path in _paths(entry.pattern)][:1]
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, paths, inner)
        else:
            assert paths, f"No sample leads to {entry}"
            yield Address(paths[0], ":".join((*namespaces, entry.name or "")))


def _paths(pattern):
    """Return paths that a pattern takes, the first one found."""
    if not hasattr(pattern, "regex"):
        return [pattern.language_prefix]
    # Of alternatives the first; Django's own reading of expressions knows none.
    expression = re.sub(r"\(\?:([^|()]*)\|[^()]*\)", r"\1", pattern.regex.pattern)
    for template, names in normalize(expression):
        for values in product(SAMPLES, repeat=len(names)):
            path = template % dict(zip(names, values, strict=True))
            if pattern.match(path):
                return [path]
    return []
