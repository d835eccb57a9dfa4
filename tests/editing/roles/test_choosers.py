"""Names of drafts, and of what is withdrawn, are chosen by those who work on them and read by nobody else."""

import pytest
from django.urls import reverse

from tests.editing.roles.newsroom import ROLES

KINDS = ("organisation", "programme", "training", "testimony", "organisationtext es")


def chooser(thing, view="choose"):
    name = thing.snippet_viewset.chooser_viewset.get_url_name(view)
    return reverse(name, args=[thing.pk] if view == "chosen" else [])


@pytest.mark.parametrize("view", ["choose", "choose_results", "chosen"])
@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_only_enter_the_admin_chooses_nothing(newsroom, kind, view):
    response = newsroom.client("no group").get(chooser(newsroom.object(kind), view))
    assert response.status_code == 302


@pytest.mark.parametrize("role", [*ROLES, "superuser"])
def test_everybody_with_a_role_chooses(newsroom, role):
    response = newsroom.client(role).get(chooser(newsroom.object("organisation")))
    assert (response.status_code, "Red Ejemplo" in response.content.decode()) == (200, True)


@pytest.mark.parametrize("key", ["abc", "%00", "9" * 20, "-1"])
def test_what_is_no_key_is_not_found(newsroom, key):
    client, organisation = newsroom.client("editor"), newsroom.object("organisation")
    one = chooser(organisation, "chosen").replace(f"/{organisation.pk}/", f"/{key}/")
    several = f"{chooser(organisation, 'chosen_multiple')}?id={organisation.pk}&id={key}"
    assert client.get(one, follow=True).status_code == 404
    # What is no text at all is refused before anybody looks for it.
    assert client.get(several, follow=True).status_code == (400 if key == "%00" else 404)


def test_one_and_several_are_chosen(newsroom):
    client, organisation = newsroom.client("editor"), newsroom.object("organisation")
    several = f"{chooser(organisation, 'chosen_multiple')}?id={organisation.pk}"
    for address in (chooser(organisation, "chosen"), several):
        assert client.get(address).status_code == 200
