"""What has to answer whatever is down."""

import contextlib
from collections.abc import Iterator

from tests.deployment.machine import Machine, Server

PUBLISHED = (
    "/published/v1/directory.es.json",
    "/published/v1/overview.json",
    "/published/v1/organisations.eu.csv",
)
EMBEDDED = (
    "/embed/v1/map/?lang=eu",
    "/embed/v1/directory/?lang=ar",
    "/embed/v1/organisations/front-line-defenders/?lang=en",
    "/embed/v1/style.css",
    "/embed/v1/map.light.webp",
    "/widgets/v1/defenders.js",
    "/widgets/v1/manifest.json",
)
LISTS = (
    "/api/v2/organisations/?lang=es&limit=3",
    "/api/v2/categories/?lang=eu",
    "/api/v2/organisations/?search=paz",
)


@contextlib.contextmanager
def stopped(server: Server, machine: Machine) -> Iterator[Machine]:
    """Stop a server meanwhile; AssertionError if the site does not find it again."""
    server.stop()
    try:
        yield machine
    finally:
        server.start()
    assert machine.visitor.ask("/es/").status == 200, "The server is back, and the site does not find it."


def forget_counts(machine: Machine):
    """Let visitors begin with a new count: tests ask until they are refused, too."""
    machine.redis.stop()
    machine.redis.start()
