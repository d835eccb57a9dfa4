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
