"""Every pattern of the site's addresses, and the kind its answers are of."""

from types import SimpleNamespace

from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

from cms.headers.kinds import kind_of


def patterns(resolver=None, place="/", names=()):
    """Yield (where it lies, its name with its namespaces, its view) of every pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = f"{place}{pattern.pattern}".replace("^", "")
        if isinstance(pattern, URLPattern):
            yield here, ":".join((*names, pattern.name or "")), pattern.callback
        else:
            yield from patterns(pattern, here, (*names, *filter(None, [pattern.namespace])))


def kind_at(place, name, view, response=None):
    """Return the kind of an answer that this view gives."""
    match = SimpleNamespace(func=view, view_name=name)
    asked = SimpleNamespace(resolver_match=match, path=place, path_info=place)
    return kind_of(asked, response or HttpResponse())
