"""People at work on translations, with the roles as the command sets them up."""

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.common.languages import LANGUAGES
from cms.editing.roles.set_up import set_up_roles
from cms.models import HomePage
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


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """Home pages in Spanish and Basque, and somebody in each role: made once per module, undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        for code in LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        approved(spanish_home())
        set_up_roles()
        for position, (role, key) in enumerate(ROLES.items()):
            user = get_user_model().objects.create_user(role, f"{position}@example.org", "x")
            user.groups.add(Role.objects.get(key=key).group)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def home(newsroom, db):
    """The Spanish home page, translated into Basque and public in both."""
    return HomePage.objects.get(locale__language_code="es")


@pytest.fixture
def people(home, settings):
    """Return a function that gives a client of somebody in a role; nobody publishes alone."""
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = False
    settings.LANGUAGE_CODE = "en"
    clients = {}

    def client_of(role):
        if role not in clients:
            clients[role] = Client(headers={"accept-language": "en"})
            clients[role].user = get_user_model().objects.get(username=role)
            clients[role].force_login(clients[role].user)
        return clients[role]

    return client_of


@pytest.fixture(scope="module")
def sent_text(newsroom):
    """The key of a text's Translation: sent once per module, undone after it."""
    return send(spanish_text()).pk


@pytest.fixture(scope="module")
def sent_page(newsroom):
    """The key of a page's Translation: sent once per module, undone after it."""
    return send(spanish_page(HomePage.objects.get(locale__language_code="es"), "que-es-esto")).pk


@pytest.fixture
def text(sent_text, home):
    """A public Spanish text that was sent to the Basque translator."""
    return Translation.objects.get(pk=sent_text)


@pytest.fixture
def page(sent_page, home):
    """A public Spanish page that was sent to the Basque translator."""
    return Translation.objects.get(pk=sent_page)


@pytest.fixture(params=["text", "page"])
def sent(request, sent_text, sent_page):
    """A text, then a page, that was sent to the Basque translator."""
    return request.getfixturevalue(request.param)
