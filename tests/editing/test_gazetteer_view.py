"""The list of cities an editor chooses from is our own, for editors only, and clear about bad questions."""

import pytest
from django.urls import reverse

from tests.factories.organisations import BILBAO

pytestmark = pytest.mark.django_db


def ask(client, headers=None, **params):
    return client.get(reverse("defenders_gazetteer"), params, headers=headers)


def test_cities_come_with_all_the_form_needs(editor):
    found = ask(editor, q="bilb", country="ES").json()["cities"]
    assert found[0] == {
        "id": BILBAO,
        "name": "Bilbao",
        "country": "ES",
        "country_name": "España",
        "lat": 43.26,
        "lng": -2.93,
    }
    assert {city["country"] for city in found} == {"ES"}


def test_without_a_country_all_are_searched_and_at_most_ten_given(editor):
    assert len(ask(editor, q="san").json()["cities"]) == 10


def test_a_name_nobody_bears_finds_nothing(editor):
    assert ask(editor, q="qqqqzz").json() == {"cities": []}


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"q": ""},
        {"q": "   "},
        {"q": "x" * 81},
        {"q": "bil\x00bao"},
        {"q": "bil\nbao"},
        {"q": "bilbao", "country": "XX"},
        {"q": "bilbao", "country": "es"},
        {"q": "bilbao", "country": "\x00"},
        {"q": "bilbao", "limit": "9999"},
    ],
)
def test_a_question_that_cannot_be_is_a_400_with_a_sentence(editor, params):
    response = ask(editor, {"X-Requested-With": "XMLHttpRequest"}, **params)
    assert response.status_code == 400
    assert response.json()["error"]


def test_who_is_not_logged_in_is_sent_to_the_login(client):
    response = ask(client, q="bilbao")
    assert response.status_code == 302 and "login" in response.url


def test_who_may_not_enter_the_admin_gets_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("visitor", password="x"))
    assert ask(client, q="bilbao").status_code == 302


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_can_only_be_read(editor, method):
    assert getattr(editor, method)(reverse("defenders_gazetteer")).status_code == 405
