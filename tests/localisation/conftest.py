"""People at work on translations, with the roles as the command sets them up."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import translation

from cms.editing.roles.set_up import set_up_roles
from cms.roles.models import Role
from tests.localisation.translating import approved, send, spanish_home, spanish_page, spanish_text

ROLES = {
    "translator": "translator-eu",
    "french translator": "translator-fr",
    "editor": "editor",
    "reviewer": "reviewer",
}


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the language in which they are written."""
    with translation.override("en"):
        yield


@pytest.fixture
def home(languages):
    """The Spanish home page, translated into Basque and public in both."""
    page = spanish_home()
    approved(page)
    return page


@pytest.fixture
def people(home, settings):
    """Return a function that gives a client of somebody in a role; nobody publishes alone."""
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = False
    settings.LANGUAGE_CODE = "en"
    set_up_roles()
    clients = {}

    def client_of(role):
        if role not in clients:
            user = get_user_model().objects.create_user(role, f"{len(clients)}@example.org", "x")
            user.groups.add(Role.objects.get(key=ROLES[role]).group)
            clients[role] = Client(headers={"accept-language": "en"})
            clients[role].force_login(user)
            clients[role].user = user
        return clients[role]

    return client_of


@pytest.fixture
def text(home):
    """A public Spanish text that was sent to the Basque translator."""
    return send(spanish_text())


@pytest.fixture
def page(home):
    """A public Spanish page that was sent to the Basque translator."""
    return send(spanish_page(home))


@pytest.fixture(params=["text", "page"])
def sent(request):
    """A text, then a page, that was sent to the Basque translator."""
    return request.getfixturevalue(request.param)
