"""Second factors are replaced rather than removed, stored so that a copy tells nothing, and taken away by who may."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from cms.editing.roles.set_up import set_up_roles
from tests.accounts.people import (
    LOGIN,
    PASSWORD,
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


def add_key(user, name="key"):
    """Return the row of a key that nobody holds."""
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": name, "credential": {}})


def grow_old(client):
    """The person logged in an hour ago."""
    session = client.session
    session["account_authentication_methods"] = [
        record | {"at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()


def test_the_last_factor_is_not_removed():
    user = make_person(app=True)
    client = log_in(user)
    answer = client.post(f"{SET_UP}app/remove/")
    assert "This is your only second factor" in answer.content.decode()
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_the_last_key_is_not_removed():
    user = make_person(app=True)
    client = log_in(user)
    key = add_key(user)
    Authenticator.objects.filter(type="totp").update(
        type="recovery_codes", data={"seed": encrypt("x"), "used_mask": 0}
    )
    client.post(f"{SET_UP}keys/{key.pk}/remove/")
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_one_of_two_is_removed_and_the_person_is_told():
    user = make_person(app=True)
    client, key = log_in(user), add_key(user)
    assert client.post(f"{SET_UP}keys/{key.pk}/remove/").status_code == 302
    assert not Authenticator.objects.filter(pk=key.pk).exists()
    assert "A key was removed from your account." in mail.outbox[-1].body


def test_a_key_of_somebody_else_is_not_there():
    make_person("eva")
    key = add_key(make_person("other"))
    client = log_in(make_person(app=True))
    for action in ("remove", "edit"):
        for ask in (client.get, client.post):
            assert ask(f"{SET_UP}keys/{key.pk}/{action}/", {"name": "mine"}, follow=True).status_code == 404


def test_a_new_app_takes_the_place_of_the_old_one_in_one_step():
    user = make_person(app=True)
    client = log_in(user)
    old = Authenticator.objects.get(type="totp")
    assert "stops working" in client.get(f"{SET_UP}app/").content.decode()
    client.post(f"{SET_UP}app/", {"code": "000000"})
    assert Authenticator.objects.get(type="totp") == old
    client.post(f"{SET_UP}app/", {"code": code_of(client.session["mfa.totp.secret"])})
    assert Authenticator.objects.get(type="totp").pk != old.pk
    assert is_in(client)


def test_who_comes_in_with_a_recovery_code_replaces_the_app_and_the_codes():
    user = make_person(app=True)
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    client = browser()
    type_password(client)
    client.post(SECOND, {"code": code})
    client.get(f"{SET_UP}app/")
    client.post(f"{SET_UP}app/", {"code": code_of(client.session["mfa.totp.secret"])})
    client.post(f"{SET_UP}recovery-codes/new/")
    assert is_in(client)
    assert client.get(f"{SET_UP}recovery-codes/").content.decode().count("<li>") >= 10


@pytest.mark.parametrize("path", ["app/", "app/remove/", "keys/add/", "recovery-codes/new/"])
def test_who_has_a_second_factor_is_asked_for_it_before_it_changes(path):
    user = make_person(app=True)
    client = log_in(user)
    grow_old(client)
    assert client.get(f"{SET_UP}{path}")["Location"].startswith(f"{SET_UP}reauthenticate/?next=")
    # The password is not enough.
    assert client.post("/accounts/reauthenticate/", {"password": PASSWORD})["Location"].startswith(
        f"{SET_UP}reauthenticate/"
    )
    target = f"{SET_UP}{path}"
    answer = client.post(f"{SET_UP}reauthenticate/", {"code": code_for(user, 1), "next": target})
    assert answer["Location"] == target
    assert client.get(target).status_code == 200


def test_a_copy_of_the_database_tells_no_secret(settings):
    secret = generate_totp_secret()
    user = make_person()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    stored = " ".join(str(row.data) for row in Authenticator.objects.all())
    assert secret not in stored
    assert decrypt(Authenticator.objects.get(type="totp").data["secret"]) == secret
    before = Authenticator.objects.get(type="totp").data["secret"]
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new one", [settings.SECRET_KEY]
    assert decrypt(before) == secret


def test_with_another_secret_key_no_code_fits_and_nothing_breaks(settings, caplog):
    user = make_person(app=True)
    code = code_for(user)
    settings.SECRET_KEY = "of another site"
    client = browser()
    type_password(client)
    assert client.post(SECOND, {"code": code}).status_code == 200
    assert not is_in(client)
    assert "SECRET_KEY" in caplog.text


@pytest.fixture
def administrator():
    """Somebody with the role Administrator, who is no superuser."""
    set_up_roles()
    user = make_person("admin", app=True, is_superuser=False)
    user.groups.add(Group.objects.get(defenders_role__key="administrator"))
    return user


def reset_address(user):
    return reverse("defenders_accounts_reset", args=[user.pk])


def test_an_administrator_takes_a_lost_factor_away(administrator):
    user = make_person(app=True, is_superuser=False)
    user.groups.add(Group.objects.get(defenders_role__key="editor"))
    session = log_in(user)
    UserProfile.objects.create(user=user, preferred_language="es")
    client = log_in(administrator)
    assert reset_address(user) in client.get(reverse("wagtailusers_users:index")).content.decode()
    assert "ring them" in client.get(reset_address(user)).content.decode()
    assert client.post(reset_address(user)).status_code == 302
    user.refresh_from_db()
    assert not Authenticator.objects.filter(user=user).exists()
    assert not user.has_usable_password()
    assert not is_in(session)
    assert mail.outbox[-1].to == ["ana@example.org"]
    entry = ModelLogEntry.objects.get(action="defenders_accounts.second_factor_reset")
    assert (entry.user, entry.object_id) == (administrator, str(user.pk))
    assert client.get(reverse("wagtailusers_users:history", args=[user.pk])).status_code == 200


def test_it_is_asked_who_takes_it_away(administrator):
    user = make_person(app=True, is_superuser=False)
    client = log_in(administrator)
    grow_old(client)
    for ask in (client.get, client.post):
        assert ask(reset_address(user))["Location"].startswith(f"{SET_UP}reauthenticate/?next=")
    assert Authenticator.objects.filter(user=user).exists()


@pytest.mark.parametrize("whose", ["own", "of a superuser", "by an editor", "nobody's"])
def test_who_may_not_takes_no_factor_away(administrator, whose):
    user, client = make_person(app=True), log_in(administrator)
    address = reset_address({"own": administrator}.get(whose, user))
    if whose == "by an editor":
        editor = make_person("eva", app=True, is_superuser=False)
        editor.groups.add(Group.objects.get(defenders_role__key="editor"))
        client = log_in(editor)
        type(user).objects.filter(pk=user.pk).update(is_superuser=False)
    if whose == "nobody's":
        address = "/admin/accounts/987654/second-factor/"
    answer = client.post(address, follow=True)
    assert answer.status_code == 404 or "you do not have permission" in answer.content.decode()
    assert Authenticator.objects.filter(type="totp").count() >= 2


@pytest.mark.parametrize("keep", [True, False])
def test_the_command_takes_a_factor_away(keep, capsys):
    user = make_person(app=True)
    session = log_in(user)
    call_command("reset_second_factor", "ana", keep_password=keep)
    assert "ana: 1" in capsys.readouterr().out
    assert not is_in(session)
    assert type_password(browser()).status_code == (302 if keep else 200)
    assert "because the second factor was lost" in mail.outbox[-1].body


def test_the_command_says_when_there_is_no_such_account():
    with pytest.raises(CommandError, match="no account with the login 'nobody'"):
        call_command("reset_second_factor", "nobody")


def test_the_account_page_leads_to_password_and_second_factor_and_has_no_other_way():
    html = log_in(make_person(app=True)).get("/admin/account/").content.decode()
    assert 'href="/accounts/password/change/"' in html
    assert 'href="/accounts/2fa/"' in html
    assert "new_password1" not in html
    assert "name_email-email" not in html


def test_pages_and_mails_are_in_the_language_of_the_person(settings):
    user = make_person(app=True)
    client = log_in(user)
    assert '<html lang="en"' in client.get(SET_UP).content.decode()
    UserProfile.objects.create(user=user, preferred_language="eu")
    assert '<html lang="eu"' in client.get(SET_UP).content.decode()
    assert '<html lang="ar" dir="rtl"' in browser(**{"accept-language": "ar"}).get(LOGIN).content.decode()


def test_an_account_without_a_password_gets_one_by_mail():
    user = make_person(app=True)
    client = log_in(user)
    user.set_unusable_password()
    user.save()
    client = browser()
    client.post("/accounts/password/reset/", {"email": "ana@example.org"})
    assert mail.outbox[0].subject.startswith("A new password for")


def test_nothing_is_sent_to_who_has_no_address():
    make_person(app=True, email="")
    call_command("reset_second_factor", "ana")
    assert mail.outbox == []
