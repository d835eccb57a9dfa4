"""A small directory with one organisation for each situation, the same bytes on every run."""

import uuid

import pytest

MIDDLEWARE = "cms.api.middleware.PublicAddressMiddleware"


@pytest.fixture(autouse=True)
def public_addresses(settings):
    """The middleware stands where the documentation puts it."""
    if MIDDLEWARE not in settings.MIDDLEWARE:
        settings.MIDDLEWARE = [settings.MIDDLEWARE[0], MIDDLEWARE, *settings.MIDDLEWARE[1:]]


def fixed_uuid(number):
    """Return a readable UUID for golden files."""
    return uuid.UUID(f"00000000-0000-4000-8000-{number:012}")
