"""Comments on pages and comparing versions, as the roles use them."""

import pytest
from django.urls import reverse
from wagtail.models import Comment

from tests.editing.roles.forms import posted


def comment(text):
    return {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-id": "",
        "comments-0-contentpath": "title",
        "comments-0-text": text,
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }


@pytest.mark.parametrize("role", ["editor", "translator", "reviewer"])
def test_whoever_works_on_a_page_comments_on_it(newsroom, role):
    page = newsroom.object("page eu")
    where = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client = newsroom.client(role)
    client.post(where, posted(client.get(where)) | comment("Hau egia da?"))
    assert Comment.objects.get(page=page.pk).text == "Hau egia da?"


@pytest.mark.parametrize("name", ["organisation", "organisationtext eu", "page eu"])
@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_versions_are_compared(newsroom, name, role):
    obj = newsroom.object(name)
    fields = {"organisation": "name", "organisationtext eu": "summary", "page eu": "title"}
    newsroom.change(name, "editor", **{fields[name]: "Besterik"})
    versions = [obj.pk, "earliest", "latest"]
    where = (
        reverse("wagtailadmin_pages:revisions_compare", args=versions)
        if name == "page eu"
        else reverse(obj.snippet_viewset.get_url_name("revisions_compare"), args=versions)
    )
    assert "Besterik" in newsroom.client(role).get(where).content.decode()
