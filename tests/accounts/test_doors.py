"""There is one way in: every other door is closed, and every address of the site was tried."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import resolve
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from accounts.gate import WAY
from accounts.standing import read_standing
from accounts.urls import NAMES
from tests.accounts.addresses import all_addresses
from tests.accounts.people import PASSWORD, SET_UP, browser, code_of, is_in, make_person, type_password
from tests.editing.roles.newsroom import make_newsroom

pytestmark = pytest.mark.django_db

# Address, what stands behind it -> where GET and POST lead.
CLOSED = {
    "/admin/login/": "/accounts/login/",
    "/admin/password_reset/": "/accounts/password/reset/",
    "/admin/password_reset/done/": "/accounts/password/reset/",
    "/admin/password_reset/confirm/MQ/set-password/": "/accounts/password/reset/",
    "/admin/password_reset/complete/": "/accounts/password/reset/",
    "/es/_util/login/": "/accounts/login/",
    "/en/_util/login/": "/accounts/login/",
}
NOT_THERE = (
    "/accounts/signup/",
    "/accounts/email/",
    "/accounts/confirm-email/",
    "/accounts/login/code/",
    "/accounts/login/code/confirm/",
    "/accounts/password/set/",
    "/accounts/inactive/",
    "/accounts/3rdparty/",
    "/accounts/social/connections/",
    "/accounts/sessions/",
    "/accounts/2fa/trust/",
    "/accounts/2fa/webauthn/signup/",
    "/accounts/2fa/recovery-codes/download/",
    "/django-admin/",
    "/django-admin/login/",
    "/api-auth/login/",
    "/login/",
    "/wp-login.php",
)
CREDENTIALS = {
    "username": "ana",
    "login": "ana",
    "email": "ana@example.org",
    "password": PASSWORD,
    "next": "/admin/",
}


@pytest.mark.parametrize("address", CLOSED)
def test_a_closed_door_leads_to_the_one_that_is_open_and_lets_nobody_in(address):
    make_person()
    client = browser()
    for ask in (client.get, client.post):
        answer = ask(address, CREDENTIALS)
        assert answer.status_code == 302
        assert answer["Location"].partition("?")[0] == CLOSED[address]
        assert SESSION_KEY not in client.session
    assert (
        client.get(f"{address}?next=/admin/pages/")["Location"]
        == f"{CLOSED[address]}?next=%2Fadmin%2Fpages%2F"
    )


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
@pytest.mark.parametrize("address", ["/admin/login/", "/es/_util/login/"])
def test_a_closed_door_leads_to_no_other_site(address, target):
    assert browser().get(address, {"next": target})["Location"] == "/accounts/login/"


@pytest.mark.parametrize("address", NOT_THERE)
def test_what_allauth_and_others_have_besides_is_not_there(address):
    make_person()
    client = browser()
    for ask in (client.get, client.post):
        answer = ask(address, CREDENTIALS, follow=True)
        assert answer.status_code == 404
        assert SESSION_KEY not in client.session


def test_a_shared_password_opens_nothing():
    page = Page.objects.filter(depth=2).first() or Page.get_first_root_node()
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="shared"
    )
    collection = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="shared"
    )
    for address in (
        f"/es/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        f"/documents/authenticate_with_password/{collection.pk}/",
    ):
        client = browser()
        answer = client.post(address, {"password": "shared", "return_url": "/es/"}, follow=True)
        assert answer.status_code == 404
        assert "sessionid" not in client.cookies


def test_no_address_but_the_login_makes_a_session_of_whoever_knows_the_password():
    make_person()
    found = set()
    for address in all_addresses():
        client = Client()
        client.post(address.path, CREDENTIALS)
        if "sessionid" in client.cookies and SESSION_KEY in client.session:
            found.add(address.name)
    assert found == {"account_login"}


@pytest.fixture(scope="module")
def newsroom(rows_of_module):
    """One person in each role, whose password the tests know."""
    room = make_newsroom()
    for person in room.people.values():
        person.set_password(PASSWORD)
        person.save()
    return room


def outcome(client, method, path):
    """Return what an answer gives away: its status, and where it leads."""
    answer = getattr(client, method)(path)
    return answer.status_code, answer.get("Location", "").partition("?")[0]


def guarded_addresses():
    """Return what sessions have to do with: public addresses are answered before (`PublicAddressMiddleware`)."""
    return [
        address
        for address in all_addresses()
        if not getattr(resolve(address.path).func, "is_public_address", False)
    ]


@pytest.fixture(scope="module")
def visitors(newsroom):
    """What a visitor without an account is answered, by method and path."""
    client = browser()
    return {
        (method, address.path): outcome(client, method, address.path)
        for address in guarded_addresses()
        for method in ("get", "post")
    }


@pytest.mark.parametrize("role", ["editor", "reviewer", "translator", "administrator", "superuser"])
def test_without_a_second_factor_nothing_opens_but_the_way_to_it(newsroom, visitors, role, monkeypatch):
    monkeypatch.setattr(
        SimpleTemplateResponse, "rendered_content", ""
    )  # what pages look like is asked elsewhere
    client = browser()
    type_password(client, newsroom.people[role].username)
    assert client.get("/admin/")["Location"] == SET_UP
    # Nothing changes meanwhile.
    standing = read_standing(newsroom.person(role))
    monkeypatch.setattr("accounts.gate.read_standing", lambda user: standing)
    # Who may everything tries everything, with forms as well; the others, the addresses of the editor.
    methods, below = (("get", "post"), "/") if role == "superuser" else (("get",), "/admin/")
    wrong = {}
    for address in guarded_addresses():
        if address.name in WAY or not address.path.startswith(below):
            continue
        for method in methods:
            found, visitor = outcome(client, method, address.path), visitors[method, address.path]
            if found not in (visitor, (302, SET_UP), (302, "/accounts/2fa/keys/add/")):
                wrong[method, address.path] = found, visitor
    assert wrong == {}


def test_what_opens_without_a_second_factor_is_part_of_accounts_but_for_logging_out():
    assert {"wagtailadmin_logout"} == WAY - NAMES


def test_with_it_everybody_comes_in(newsroom):
    for role in ("editor", "translator", "administrator"):
        user = newsroom.person(role)
        client = browser()
        type_password(client, user.username)
        client.get("/accounts/2fa/app/")
        client.post("/accounts/2fa/app/", {"code": code_of(client.session["mfa.totp.secret"])})
        assert is_in(client), role
