"""Nobody is in the editor without a second factor, and nobody stays longer than they may."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
    Site,
)

from accounts import sessions
from accounts.standing import read_standing
from cms.models import HomePage
from cms.roles.models import GroupLanguage
from tests.accounts.people import (
    SECOND,
    SET_UP,
    browser,
    code_for,
    code_of,
    is_in,
    log_in,
    make_person,
    type_password,
)

pytestmark = pytest.mark.django_db


def test_a_visitor_is_led_to_the_login_and_back():
    answer = browser().get("/admin/pages/?x=1")
    assert answer["Location"] == "/accounts/login/?next=/admin/pages/%3Fx%3D1"
    assert type_password(browser(), make_person(app=True).username)["Location"] == SECOND


def test_a_password_alone_opens_the_way_to_a_second_factor_and_nothing_else():
    make_person()
    client = browser()
    type_password(client)
    for address in ("/admin/", "/admin/pages/", "/admin/api/main/pages/", "/accounts/password/change/"):
        assert client.get(address)["Location"] == SET_UP, address
    assert client.get(SET_UP).status_code == client.get(f"{SET_UP}app/").status_code == 200


def test_whoever_sets_up_an_app_is_in_and_has_recovery_codes():
    user, client = make_person(), browser()
    type_password(client)
    client.get(f"{SET_UP}app/")
    answer = client.post(f"{SET_UP}app/", {"code": code_of(client.session["mfa.totp.secret"])})
    codes = client.get(answer["Location"])
    assert codes.content.decode().count("<li>") >= 10
    assert is_in(client)
    # They are shown once.
    assert "not shown again" in client.get(answer["Location"]).content.decode()
    assert Authenticator.objects.filter(user=user).count() == 2


def test_a_wrong_code_sets_up_nothing():
    make_person()
    client = browser()
    type_password(client)
    client.get(f"{SET_UP}app/")
    answer = client.post(f"{SET_UP}app/", {"code": "000000"})
    assert "was not accepted" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert not is_in(client)


def test_password_and_code_open_the_editor():
    user = make_person(app=True)
    client = browser()
    type_password(client)
    assert not is_in(client)
    answer = client.post(SECOND, {"code": code_for(user)})
    assert answer["Location"] == "/admin/"
    assert is_in(client)


def test_a_code_works_once_even_where_caches_are_not_shared_however_it_is_typed(monkeypatch):
    user = make_person(app=True)
    code = code_for(user)
    # Another process has not heard of it.
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.cache.add", lambda *args, **kwargs: True)
    for typed, expected in (
        (code, True),
        (code, False),
        (f"{code[:3]} {code[3:]}", False),
        (f"-{code}.", False),
    ):
        client = browser()
        type_password(client)
        client.post(SECOND, {"code": typed})
        assert is_in(client) is expected, typed


def test_without_the_setting_a_password_is_enough_for_who_has_no_second_factor(settings):
    settings.DEFENDERS_SECOND_FACTOR_REQUIRED = False
    assert is_in(log_in(make_person()))
    assert type_password(browser(), make_person("eva", app=True).username)["Location"] == SECOND


def test_a_session_from_before_the_second_factor_ends_when_there_is_one(settings):
    settings.DEFENDERS_SECOND_FACTOR_REQUIRED = False
    user = make_person()
    old, new = log_in(user), log_in(user)
    new.get(f"{SET_UP}app/")
    new.post(f"{SET_UP}app/", {"code": code_of(new.session["mfa.totp.secret"])})
    assert is_in(new)
    answer = old.get("/admin/")
    assert answer["Location"] == "/accounts/login/?next=/admin/&ended=factor"
    assert "second factor of your account was changed" in old.get(answer["Location"]).content.decode()


def test_a_session_whose_second_factor_was_taken_away_ends():
    user = make_person(app=True)
    client = log_in(user)
    Authenticator.objects.filter(user=user).delete()
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    assert client.get("/admin/")["Location"].endswith("ended=factor")


def test_a_session_that_never_was_asked_for_anything_is_not_one_of_ours():
    user = make_person(app=True)
    client = browser()
    client.force_login(user)
    assert not is_in(client)
    session = log_in(user).session
    del session[sessions.KEY]
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert client.get("/admin/")["Location"].endswith("ended=gone")


CHANGES = {
    "a group more": lambda user, group: user.groups.add(Group.objects.create(name="more")),
    "a group less": lambda user, group: user.groups.remove(group),
    "a right of one's own": lambda user, group: user.user_permissions.add(Permission.objects.first()),
    "a right of the group": lambda user, group: group.permissions.add(Permission.objects.last()),
    "pages of the group": lambda user, group: GroupPagePermission.objects.create(
        group=group, page=Page.get_first_root_node(), permission=Permission.objects.get(codename="lock_page")
    ),
    "pictures of the group": lambda user, group: GroupCollectionPermission.objects.create(
        group=group,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(codename="choose_document"),
    ),
    "a language of the group": lambda user, group: GroupLanguage.objects.create(group=group, language="eu"),
    "another language": lambda user, group: GroupLanguage.objects.filter(group=group).update(language="fr"),
    "no longer superuser": lambda user, group: type(user).objects.update(is_superuser=False),
    "staff": lambda user, group: type(user).objects.update(is_staff=True),
}


@pytest.fixture
def member():
    """(person, group): an editor in a group with a language."""
    user = make_person(app=True)
    group = Group.objects.create(name="some")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupLanguage.objects.create(group=group, language="es")
    user.groups.add(group)
    return user, group


@pytest.mark.parametrize("change", CHANGES)
def test_a_session_ends_when_what_the_person_may_do_changes(member, change):
    client = log_in(member[0])
    assert is_in(client)
    CHANGES[change](*member)
    assert client.get("/admin/")["Location"].endswith("ended=rights")


def test_what_changes_for_others_ends_no_session(member):
    client = log_in(member[0])
    other = make_person("eva", app=True)
    other.groups.add(Group.objects.create(name="more"))
    other.user_permissions.add(Permission.objects.first())
    assert is_in(client)


def test_an_account_that_is_switched_off_and_on_again_has_no_session_left():
    user = make_person(app=True)
    client = log_in(user)
    type(user).objects.update(is_active=False)
    assert client.get("/admin/")["Location"].endswith("ended=gone")
    type(user).objects.update(is_active=True)
    assert not is_in(client)


def test_a_new_password_ends_the_other_sessions_only():
    user = make_person(app=True)
    here, there = log_in(user), browser()
    type_password(there)
    there.post(SECOND, {"code": code_for(user, steps=1)})
    assert is_in(there)
    new = "another sentence of one's own"
    data = {"oldpassword": "a quiet sentence of one's own", "password1": new, "password2": new}
    assert here.post("/accounts/password/change/", data).status_code == 302
    assert is_in(here)
    assert not is_in(there)


@pytest.mark.parametrize(
    ("seconds", "reason"),
    [({"began": 12 * 3600 + 1}, "age"), ({"seen": 7201}, "idle"), ({"seen": 7100, "began": 43_000}, None)],
)
def test_a_session_lasts_as_long_as_the_settings_say(seconds, reason):
    client = log_in(make_person(app=True))
    session = client.session
    session[sessions.KEY] |= {name: int(time.time()) - ago for name, ago in seconds.items()}
    session.save()
    answer = client.get("/admin/pages/")
    if reason is None:
        assert answer.status_code == 200
        assert time.time() - client.session[sessions.KEY]["seen"] < 60
    else:
        assert answer["Location"] == f"/accounts/login/?next=/admin/pages/&ended={reason}"


def test_an_open_tab_by_itself_keeps_no_session_alive():
    client = log_in(make_person(app=True))
    session = client.session
    before = session[sessions.KEY]["seen"] - 600
    session[sessions.KEY] |= {"seen": before}
    session.save()
    client.post("/admin/editing-sessions/release/1/")
    assert client.session[sessions.KEY]["seen"] == before


def test_the_cookie_ends_with_the_browser_and_no_script_reads_it():
    client = log_in(make_person(app=True))
    cookie = client.cookies["sessionid"]
    assert cookie["max-age"] == cookie["expires"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_looking_whether_a_session_may_go_on_takes_one_query(member):
    user, _group = member
    with CaptureQueriesContext(
        connection,
    ) as queries:
        read_standing(user)
    assert len(queries) == 1
    client = log_in(user)
    client.get("/accounts/logout/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/admin/sprite/")
    # The session, the account, and how it stands.
    assert len(queries) == 3


def test_visitors_without_a_session_cost_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = browser().get("/accounts/login/")
    assert "sessionid" not in answer.cookies


@pytest.mark.parametrize("path", ["", "app/", "keys/", "recovery-codes/"])
def test_no_cache_keeps_a_page_with_secrets(path):
    user = make_person(app=True)
    RecoveryCodes.activate(user)
    answer = log_in(user).get(f"{SET_UP}{path}")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.fixture
def behind_the_gate(languages):
    """Addresses outside the editor that open for people with an account: a private document and private page."""
    document = Document.objects.create(
        title="Private", file=ContentFile(b"%PDF-1.4 private words", name="private.pdf")
    )
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    root = Page.get_first_root_node()
    page = root.add_child(instance=HomePage(title="Private words", slug="private", locale=languages[0]))
    page.save_revision().publish()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=page, is_default_site=True)
    draft = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    return [document.url, f"/{languages[0].language_code}/", draft]


def test_no_cache_keeps_what_only_some_may_open(behind_the_gate):
    client = log_in(make_person(app=True))
    for address in behind_the_gate:
        answer = client.get(address)
        assert answer.status_code == 200
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", ")), address


def content(client, address):
    """Return what an address gives out, wherever it leads."""
    answer = client.get(address, follow=True)
    return b"".join(answer) if answer.streaming else answer.content


def test_private_documents_pages_and_drafts_need_the_second_factor_too(behind_the_gate):
    make_person("eva")
    newcomer, full = browser(), log_in(make_person(app=True))
    type_password(newcomer, "eva")
    for address in behind_the_gate:
        assert b"rivate words" in content(full, address), address
        for client in (newcomer, browser()):
            assert b"rivate words" not in content(client, address), address
