"""A form that is sent after its session ended is kept on the page, and sent again after logging in."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.people import LOGIN, browser, make_person, type_password

pytestmark = pytest.mark.django_db

HOSTILE = '</textarea><script>alert("x")</script>'


@pytest.fixture
def form():
    """(client, address): an editor whose session ended while a form was open."""
    make_person()
    return browser(), reverse("wagtailredirects:add")


def test_what_was_written_is_on_the_page_and_harmless(form):
    client, address = form
    answer = client.post(address, {"old_path": HOSTILE, "many": ["one", "two"], "password1": "secret"})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "Nothing is lost" in html
    assert "&lt;/textarea&gt;&lt;script&gt;" in html and HOSTILE not in html
    assert html.count('name="many"') == 2
    assert "secret" not in html
    assert f'action="{address}"' in html
    assert "sessionid" not in client.cookies


def test_a_script_is_answered_briefly(form):
    client, address = form
    answer = client.post(address, {"a": "b"}, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 403
    assert "Nothing is lost" not in answer.content.decode()


def hidden_fields(html):
    token = re.search(r'<form method="post" action="/admin[^>]*>\s*<input[^>]*value="([^"]+)"', html)[1]
    fields = dict(re.findall(r'<textarea name="(\w+)" hidden>\n([^<]*)</textarea>', html))
    return fields | {"csrfmiddlewaretoken": token}


def test_it_is_sent_again_after_logging_in(settings):
    settings.DEFENDERS_SECOND_FACTOR_REQUIRED = False
    make_person()
    client, address = (
        Client(enforce_csrf_checks=True, headers={"accept-language": "en"}),
        reverse("wagtailredirects:add"),
    )
    own = {"origin": "http://testserver"}
    token = client.get(LOGIN).cookies["csrftoken"].value
    written = {"old_path": "/written-by-hand/", "redirect_link": "https://example.org/", "is_permanent": "on"}
    first = client.post(address, written | {"csrfmiddlewaretoken": token}, headers=own)
    fields = hidden_fields(first.content.decode())
    type_password(client, csrfmiddlewaretoken=token)
    # The login brought a new token.
    second = client.post(address, fields, headers=own)
    assert second.status_code == 403
    assert "Send it now" in second.content.decode()
    third = client.post(address, hidden_fields(second.content.decode()), headers=own)
    assert third.status_code == 302
    assert "/written-by-hand" in client.get(reverse("wagtailredirects:index")).content.decode()


@pytest.mark.parametrize("origin", [None, "https://evil.example", "null"])
def test_no_form_of_another_site_is_kept(origin, settings):
    settings.DEFENDERS_SECOND_FACTOR_REQUIRED = False
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_person())
    headers = {"origin": origin} if origin else {}
    answer = client.post(reverse("wagtailredirects:add"), {"old_path": "/x/"}, headers=headers)
    assert answer.status_code == 403
    assert "/x/" not in answer.content.decode()
