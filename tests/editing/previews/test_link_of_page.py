"""What somebody without an account sees through the link to a draft of a guidance page; and a partner's front end."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from cms.directory.preview_tokens import PreviewTarget, read_token
from cms.models import HomePage, StandardPage
from cms.snippets.page_withdrawal import restore_page, withdraw_page
from tests.editing.previews.links import token_of
from tests.factories import locale

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(languages):
    """A page in Basque, published, with a newer draft."""
    top = Page.get_first_root_node()
    home = top.add_child(instance=HomePage(title="Babestu", slug="babestu", locale=locale("eu")))
    page = home.add_child(
        instance=StandardPage(title="Publikoa", slug="orria", locale=locale("eu"), key="orria")
    )
    page.title = "Zirriborroa"
    page.save_revision()
    return page


def link(page, lang="eu", **more):
    return f"/preview/?token={token_of('page', page.pk, lang, **more)}"


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def test_the_latest_version_is_shown_with_a_banner(client, page):
    response = client.get(link(page))
    tree = page_of(response)
    assert response.status_code == 200 and tree.html["lang"] == "eu"
    assert tree.h1.get_text(strip=True) == "Zirriborroa"
    assert tree.select_one("aside.preview-banner")
    assert tree.select_one('meta[name="robots"]')["content"] == "noindex, nofollow"
    assert StandardPage.objects.get(pk=page.pk).title == "Publikoa"


@pytest.mark.parametrize("method", ["get", "head"])
def test_nobody_keeps_it_or_finds_it(client, editor, page, method):
    for visitor in (client, editor):
        response = getattr(visitor, method)(link(page))
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store, private"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        assert not response.cookies and not hasattr(response.wsgi_request, "session")
    assert client.post(link(page)).status_code == 405


def test_whatever_opens_nothing_gets_the_same_answer(client, page, caplog):
    good = token_of("page", page.pk, "eu")
    tokens = [
        "",
        "x",
        good[:-1],
        good.upper(),
        "%00",
        "%FF",
        "x" * 5000,
        token_of("page", page.pk, "es"),
        token_of("page", 999999, "eu"),
        token_of("page", Page.get_first_root_node().pk, "eu"),
        token_of("organisation", "00000000-0000-4000-8000-000000000000"),
        token_of("page", page.pk, "eu", hours_ago=25),
    ]
    answers = [
        client.get(f"/preview/?token={token}", headers={"accept-language": "fr"}) for token in tokens
    ] + [client.get("/preview/", headers={"accept-language": "fr"})]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert page_of(answers[0]).html["lang"] == "fr"
    assert "Zirriborroa" not in answers[0].text and good not in caplog.text


def test_a_withdrawn_and_a_deleted_page_are_shown_to_nobody(client, page):
    before = link(page)
    assert client.get(before).status_code == 200
    withdraw_page(page.get_parent().specific)
    assert client.get(before).status_code == 404
    restore_page(page.get_parent().specific)
    assert client.get(before).status_code == 404
    later = link(page, hours_ago=-1)
    assert client.get(later).status_code == 200
    page.delete()
    assert client.get(later).status_code == 404


def preview_modes(editor, page):
    tree = page_of(editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    return [option["value"] for option in tree.select("#id_preview_mode option")]


def test_there_is_one_preview_without_a_partners_front_end(editor, page):
    assert preview_modes(editor, page) == []
    draft = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    for mode in ("headless", "nothing"):
        assert page_of(editor.get(f"{draft}?mode={mode}")).h1.get_text(strip=True) == "Zirriborroa"


def test_a_partners_front_end_is_sent_to_the_draft_with_a_token(editor, client, page, settings):
    settings.DEFENDERS_HEADLESS_PREVIEW_URL = "https://front.example.org/{lang}/{key}/{page_id}?t={token}"
    assert preview_modes(editor, page) == ["", "headless"]
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]) + "?mode=headless")
    source = page_of(response).iframe["src"]
    start, token = source.split("?t=")
    assert start == f"https://front.example.org/eu/orria/{page.pk}"
    assert read_token(token) == PreviewTarget("page", str(page.pk), "eu")
    assert response["X-Robots-Tag"] == "noindex, nofollow" and "no-store" in response["Cache-Control"]
    draft = client.get(f"/api/v2/pages/{page.pk}/?preview_token={token}")
    assert draft.json()["title"] == "Zirriborroa"


def test_an_unsaved_page_has_no_place_in_a_partners_front_end(page, rf, settings):
    settings.DEFENDERS_HEADLESS_PREVIEW_URL = "https://front.example.org/"
    unsaved = StandardPage(title="Berria", locale=locale("eu"))
    html = unsaved.serve_preview(rf.get("/"), "headless").render().content.decode()
    assert "<iframe" not in html
