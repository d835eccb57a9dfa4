"""What a defender needs, as the services that answer it: a name of its own in the addresses of embed pages."""

from collections.abc import Collection, Iterable

from cms.common.vocabularies import NEEDS
from cms.directory.filters import CategoryFilter


class NeedFilter(CategoryFilter):
    """`need`: read only to be replaced by its services, which are what is filtered by."""

    name, field = "need", "services"


NEED = {NeedFilter.name: NeedFilter()}
NEED_CODES = {NeedFilter.name: tuple(NEEDS)}


def services_for(needs: Iterable[str]) -> list[str]:
    """Return the services that answer the needs."""
    return [service for need in needs for service in NEEDS[need]]


def needs_in(services: Collection[str]) -> list[str]:
    """Return the needs whose services are all among these."""
    return [need for need, codes in NEEDS.items() if set(codes) <= set(services)]
