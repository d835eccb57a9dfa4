"""What visitors get when something failed."""

import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.test import Client
from django.urls import path
from django.utils import translation

from cms.pages.errors import server_error

handler500 = server_error


def fail(request, kind):
    """Fail as code does when the database is down, or for another reason."""
    raise {
        error.__name__: error for error in (OperationalError, InterfaceError, ProgrammingError, ValueError)
    }[kind]("secret")


urlpatterns = [path("<str:kind>/", fail)]


@pytest.fixture
def visit(settings):
    """Return a function that asks for the failure of a kind, on a site with no other addresses."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []
    client = Client(raise_request_exception=False)
    return lambda kind, method="get": getattr(client, method)(f"/{kind}/")


@pytest.mark.parametrize("kind", ["OperationalError", "InterfaceError"])
def test_a_database_that_does_not_answer_is_a_503_that_says_when_to_come_back(visit, kind):
    response = visit(kind)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert b"/embed/v1/directory/" in response.content
    assert b"secret" not in response.content


@pytest.mark.parametrize("kind", ["ProgrammingError", "ValueError"])
def test_a_mistake_of_ours_is_a_500(visit, kind):
    response = visit(kind)
    assert response.status_code == 500
    assert "Retry-After" not in response
    assert b"secret" not in response.content


@pytest.mark.parametrize("lang", ["es", "eu", "ar"])
def test_the_page_is_in_the_language_that_was_chosen(visit, lang):
    with translation.override(lang):
        assert f'lang="{lang}"' in visit("OperationalError").text


def test_the_site_uses_it():
    from django.urls import get_resolver

    assert get_resolver("config.urls").resolve_error_handler(500) is server_error
