"""What tests of the widgets share: the site with its addresses, and no database anywhere."""

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def site(settings):
    """The site as it is deployed. No test of the widgets asks for a database: touching it fails the test."""
    settings.ROOT_URLCONF = "tests.widgets.urls"
    settings.MIDDLEWARE = [
        settings.MIDDLEWARE[0],
        "widgets.middleware.PublicAddressesMiddleware",
        *settings.MIDDLEWARE[1:],
    ]


@pytest.fixture
def client():
    """A visitor who keeps exceptions visible."""
    return Client(raise_request_exception=True)
