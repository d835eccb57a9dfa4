"""What tests of the widgets share. None of them asks for a database: touching it fails the test."""

import pytest
from django.test import Client


@pytest.fixture
def client():
    """A visitor who keeps exceptions visible."""
    return Client(raise_request_exception=True)
