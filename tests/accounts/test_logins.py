"""Logging in tells nobody who has an account, bears nonsense, and has limits that keep no address."""

import json
import re

import pytest
from allauth.core.internal import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache

from accounts.clients import keyed_name, name_of_client
from tests.accounts.people import (
    LOGIN,
    PASSWORD,
    SECOND,
    browser,
    code_for,
    is_in,
    log_in,
    make_person,
    type_password,
)

pytestmark = pytest.mark.django_db

RESET, KEY_LOGIN = "/accounts/password/reset/", "/accounts/2fa/keys/login/"
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/x",
    "/\\evil.example",
    "javascript:alert(1)",
    "http:evil.example",
)
TELLING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|value="[^"]*"')


def page(answer):
    """Return a status and a page without what is different each time."""
    return answer.status_code, TELLING.sub("", answer.content.decode())


def test_a_wrong_password_an_unknown_login_and_an_account_that_is_off_are_answered_alike():
    make_person()
    make_person("off", is_active=False)
    answers = {
        page(type_password(browser(), login, password))
        for login, password in (("ana", "wrong"), ("nobody", "wrong"), ("off", PASSWORD), ("off", "wrong"))
    }
    assert len(answers) == 1
    assert "The login or the password is not right." in answers.pop()[1]


def test_asking_for_a_new_password_tells_nobody_who_has_an_account():
    make_person()
    make_person("off", is_active=False)
    answers = {
        page(browser().post(RESET, {"email": f"{name}@example.org"}, follow=True))
        for name in ("ana", "nobody", "off")
    }
    assert len(answers) == 1
    assert [message.to for message in mail.outbox] == [["ana@example.org"]]


def test_a_mail_server_that_is_down_tells_nobody_either(monkeypatch, caplog):
    def fail(self):
        raise OSError("ana@example.org is not accepted")

    make_person()
    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    assert browser().post(RESET, {"email": "ana@example.org"}).status_code == 302
    assert "example.org" not in caplog.text


@pytest.mark.parametrize("login", ["ana", "nobody"])
def test_an_unknown_login_takes_as_long_as_a_known_one(monkeypatch, login):
    make_person()
    hashed, encode = [], MD5PasswordHasher.encode

    def note(self, password, salt):
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", note)
    type_password(browser(), login, "wrong")
    assert hashed == ["wrong"]


def test_the_link_sets_a_password_once_and_logs_nobody_in():
    user = make_person(app=True)
    browser().post(RESET, {"email": "ana@example.org"}, headers={"host": "evil.example"})
    link = re.search(r"https://defenders\.example\.org(/\S+)", mail.outbox[0].body)[1]
    client = browser()
    form = client.get(link)["Location"]
    new = "another sentence of one's own"
    answer = client.post(form, {"password1": new, "password2": new}, follow=True)
    assert "The password is set" in answer.content.decode()
    assert SESSION_KEY not in client.session
    assert not is_in(client)
    assert type_password(client, password=new)["Location"] == SECOND
    assert "does not open any more" in browser().get(link, follow=True).content.decode()
    assert Authenticator.objects.filter(user=user).exists()


@pytest.mark.parametrize(
    "password", ["short1!", "1qaz2wsx3edc", "123456789012345", "ana@example.org", "aaaa", "password1234"]
)
def test_a_weak_password_is_refused_with_a_sentence(password):
    client = log_in(make_person(app=True))
    answer = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()


def test_a_recovery_code_opens_once():
    user = make_person(app=True)
    code, *rest = RecoveryCodes.activate(user).get_unused_codes()
    for expected in (True, False):
        client = browser()
        type_password(client)
        client.post(SECOND, {"code": code})
        assert is_in(client) is expected
    assert Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes() == rest


def test_when_all_recovery_codes_are_used_the_second_factor_is_still_asked_for():
    user = make_person(app=True)
    codes = RecoveryCodes.activate(user)
    codes.instance.data["used_mask"] = 2**10 - 1
    codes.instance.save()
    assert type_password(browser())["Location"] == SECOND


def test_codes_of_others_and_of_earlier_are_refused():
    make_person(app=True)
    other = make_person("eva", app=True)
    client = browser()
    type_password(client)
    for code in (code_for(other), "", "000000", "1" * 5000, "\x00", "٣٤٥٦٧٨", "<b>"):
        answer = client.post(SECOND, {"code": code})
        assert answer.status_code in (200, 429)
    assert not is_in(client)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_is_led_to_another_site(target):
    user = make_person(app=True)
    client = browser()
    assert target not in str(client.get(LOGIN, {"next": target}).headers)
    type_password(client, next=target)
    assert client.post(SECOND, {"code": code_for(user)})["Location"] == "/admin/"
    assert client.get(LOGIN, {"next": target})["Location"] == "/admin/"
    assert client.post("/accounts/logout/", {"next": target})["Location"] == LOGIN


def test_whoever_logs_in_is_led_back_to_where_they_were():
    user = make_person(app=True)
    client = browser()
    type_password(client, next="/admin/pages/?x=1")
    assert client.post(SECOND, {"code": code_for(user)})["Location"] == "/admin/pages/?x=1"


NONSENSE = (
    "",
    "null",
    "1",
    "[]",
    "{}",
    "nonsense",
    '{"response": 1}',
    '{"id": "x", "response": {"userHandle": "MQ"}}',
)


@pytest.mark.parametrize(
    "credential",
    [
        *NONSENSE,
        json.dumps(
            {
                "id": "eA",
                "rawId": "eA",
                "type": "public-key",
                "response": {
                    "clientDataJSON": "e30",
                    "authenticatorData": "eA",
                    "signature": "eA",
                    "userHandle": "////",
                },
            }
        ),
    ],
)
def test_what_is_no_answer_of_a_key_is_refused_with_a_sentence(credential):
    user = make_person(app=True)
    client = browser()
    answer = client.post(KEY_LOGIN, {"credential": credential}, follow=True)
    assert answer.status_code == 200
    type_password(client)
    answer = client.post(SECOND, {"credential": credential})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    client = log_in(user)
    for address in ("/accounts/2fa/keys/add/", "/accounts/2fa/keys/reauthenticate/"):
        answer = client.post(address, {"credential": credential, "name": "x"}, follow=True)
        assert answer.status_code == 200
    assert Authenticator.objects.filter(type="webauthn").count() == 0


@pytest.mark.parametrize(
    ("address", "data"),
    [
        (LOGIN, {}),
        (LOGIN, {"login": "x" * 10_000, "password": "x" * 10_000}),
        (LOGIN, {"login": "a\x00b", "password": "\x00"}),
        (LOGIN, {"login": ["a", "b"], "password": "x"}),
        (RESET, {"email": "nobody"}),
        (RESET, {"email": "a\x00@example.org"}),
        (RESET, {"email": f"{'x' * 400}@example.org"}),
        (f"{LOGIN}?ended=<script>&next=%00", {"login": "a", "password": "b"}),
    ],
)
def test_bad_input_is_answered_with_a_form(address, data):
    answer = browser().post(address, data)
    assert answer.status_code == 200
    assert "<form" in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "zzzzzzzzzzzzzzzz-set-password/",
        "1-x/",
        "0-0/",
        "zzzzzzzzzzzzz-abc-def/",
        f"1-{'x' * 3000}/",
        "1-%00/",
    ],
)
def test_a_made_up_link_opens_nothing(path):
    answer = browser().get(f"/accounts/password/reset/key/{path}", follow=True)
    assert answer.status_code in (200, 404)
    assert "password1" not in answer.content.decode()


def test_too_many_attempts_on_an_account_are_answered_with_429_whatever_the_address():
    make_person()
    for number in range(5):
        assert type_password(browser(), password="wrong").status_code == 200, number
    answer = browser().post(LOGIN, {"login": "ANA", "password": PASSWORD}, REMOTE_ADDR="203.0.113.7")
    assert answer.status_code == 429
    assert "Too many attempts. Wait a few minutes" in answer.content.decode()
    # Others log in meanwhile.
    make_person("eva")
    assert (
        browser().post(LOGIN, {"login": "eva", "password": PASSWORD}, REMOTE_ADDR="203.0.113.8").status_code
        == 302
    )


def test_too_many_attempts_from_an_address_are_answered_with_429_whatever_the_login(settings):
    settings.DEFENDERS_NUM_PROXIES = 0

    def ask(number, address="203.0.113.9"):
        return (
            browser().post(LOGIN, {"login": f"p{number}", "password": "x"}, REMOTE_ADDR=address).status_code
        )

    assert [ask(number) for number in range(10)] == [200] * 10
    assert ask(11) == 429
    assert ask(12, "203.0.113.10") == 200


def test_too_many_codes_are_answered_with_429():
    make_person(app=True)
    client = browser()
    type_password(client)
    assert [client.post(SECOND, {"code": "000000"}).status_code for _ in range(5)] == [200] * 5
    assert client.post(SECOND, {"code": "000000"}).status_code == 429


def test_too_many_new_passwords_for_an_address_are_answered_with_a_page():
    make_person()
    statuses = [browser().post(RESET, {"email": "ana@example.org"}).status_code for _ in range(4)]
    assert statuses == [302, 302, 302, 429]
    assert len(mail.outbox) == 3


def test_what_is_counted_has_names_that_tell_nothing(monkeypatch, settings):
    settings.DEFENDERS_NUM_PROXIES = 0
    names = []
    monkeypatch.setattr(ratelimit.cache, "set", lambda name, *args, **kwargs: names.append(name))
    request = {"REMOTE_ADDR": "203.0.113.9"}
    browser().post(LOGIN, {"login": "nobody", "password": "x"}, **request)
    browser().post(RESET, {"email": "ana@example.org"}, **request)
    assert len(names) >= 4
    assert not re.search(r"203\.0|nobody|ana@", " ".join(names))
    assert keyed_name("login", "ana") == keyed_name("login", "ana") != keyed_name("mail", "ana")


@pytest.mark.parametrize("spelling", ["ISABEL", "iſabel", "ısabel", "ıſAbel"])
def test_another_spelling_of_a_login_has_no_limit_of_its_own(spelling):
    assert keyed_name("login", spelling) == keyed_name("login", "isabel") != keyed_name("login", "isabela")


def test_names_change_with_the_day_and_the_secret(monkeypatch, settings):
    before = keyed_name("login", "ana")
    monkeypatch.setattr("accounts.clients.time.time", lambda: 0)
    assert keyed_name("login", "ana") != before
    monkeypatch.undo()
    settings.SECRET_KEY = "another one"
    assert keyed_name("login", "ana") != before


def test_nobody_escapes_the_limit_with_a_made_up_header(rf, settings):
    def named(**headers):
        return name_of_client(rf.get("/", **headers))

    settings.DEFENDERS_NUM_PROXIES = 1
    proxied = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}
    forged = proxied | {"HTTP_X_FORWARDED_FOR": "1.2.3.4, 203.0.113.9"}
    assert named(**proxied) == named(**forged)
    settings.DEFENDERS_NUM_PROXIES = None
    # Behind a proxy that nobody told us of, one visitor does not lock out the others.
    assert named(REMOTE_ADDR="10.0.0.1") != named(REMOTE_ADDR="10.0.0.1")


def test_no_row_holds_an_address_or_a_device():
    user = make_person(app=True)
    traces = {"REMOTE_ADDR": "203.0.113.9", "HTTP_USER_AGENT": "A-Rare-Browser/7"}
    client = browser()
    client.defaults |= traces
    log_in(user, client)
    session = client.session
    session["account_authentication_methods"] = [
        record | {"at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()
    # What would have to be asked for again is not kept meanwhile, with all its headers.
    answer = client.post("/accounts/2fa/recovery-codes/new/", {"x": "y"})
    assert answer["Location"].startswith("/accounts/2fa/reauthenticate/?next=")
    rows = [str(row.get_decoded()) for row in Session.objects.all()]
    client.post("/accounts/2fa/reauthenticate/", {"code": code_for(user, 1)})
    client.post("/accounts/2fa/recovery-codes/new/")
    rows += [str(row.get_decoded()) for row in Session.objects.all()]
    rows += [str(row.data) for row in Authenticator.objects.all()]
    assert len(rows) >= 3
    assert not re.search(r"203\.0\.113|A-Rare", " ".join(rows))
    assert mail.outbox
    for message in mail.outbox:
        assert not re.search(r"203\.0\.113|A-Rare", message.body)
        assert "ana" in message.body


def test_a_passed_limit_is_forgotten(settings):
    make_person()
    for _ in range(6):
        type_password(browser(), password="wrong")
    cache.clear()
    assert type_password(browser()).status_code == 302


def answer_with_a_key(monkeypatch, user, asked="required"):
    """Log in with a key that fits, after a question that asked so for PIN, finger or face; return client and answer."""
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "key", "credential": {}})
    for name, value in (
        ("parse_authentication_response", None),
        ("extract_user_from_response", user),
        ("complete_authentication", key),
    ):
        monkeypatch.setattr(f"allauth.mfa.webauthn.internal.auth.{name}", lambda *args, value=value: value)
    client = browser()
    session = client.session
    session["mfa.webauthn.state"] = {"challenge": "x", "user_verification": asked}
    session.save()
    return client, client.post(KEY_LOGIN, {"credential": '{"id": "x"}'})


@pytest.mark.parametrize(
    ("asked", "opens"), [("required", True), ("preferred", False), ("discouraged", False), (None, False)]
)
def test_a_key_alone_opens_nothing_unless_pin_finger_or_face_was_asked_for(monkeypatch, asked, opens):
    client, _answer = answer_with_a_key(monkeypatch, make_person(), asked)
    assert is_in(client) is opens


def test_a_passkey_of_an_account_that_is_off_opens_nothing(monkeypatch):
    client, answer = answer_with_a_key(monkeypatch, make_person(is_active=False))
    assert answer["Location"] == LOGIN
    assert SESSION_KEY not in client.session
    assert client.get(LOGIN).status_code == 200
