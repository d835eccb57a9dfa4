"""What somebody without an account sees through the link to a draft of an organisation."""

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.models import Organisation
from tests.editing.previews.links import organisation_link, token_of
from tests.factories import OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db

CANARIES = {
    "internal_note": "canary-note",
    "consent_to_list_by": "canary-by",
    "source_url": "https://canary.example.org/source",
}


@pytest.fixture
def draft(languages):
    """A draft with everything that must never leave, a hidden place and a Basque text in draft."""
    organisation = OrganisationFactory(
        draft=True,
        name="Zirriborroa",
        hidden_place=True,
        texts={"es": "Un borrador."},
        channels=[{"kind": "phone", "value": "+34 944 000 001"}],
        **CANARIES,
    )
    OrganisationTextFactory(
        organisation=organisation,
        language="eu",
        summary="Zirriborro bat.",
        description="<p>Euskaraz.</p>",
        published=False,
    )
    return organisation


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def words_of(response):
    return " ".join(page_of(response).get_text(" ").split())


def test_the_draft_is_shown_as_its_page_will_look(client, draft):
    response = client.get(organisation_link(draft, "eu"))
    page = page_of(response)
    assert response.status_code == 200
    assert page.html["lang"] == "eu"
    assert page.h1.get_text() == "Zirriborroa"
    assert "Zirriborro bat." in page.select_one(".lead").get_text()
    assert "+34 944 000 001" in page.get_text()
    assert page.select_one("aside.preview")
    assert not page.select("script") and "canonical" not in response.text


def test_the_draft_is_shown_as_an_entry_of_the_list(client, draft):
    page = page_of(client.get(organisation_link(draft, "eu") + "&look=card"))
    assert page.select_one(".cards article h2").get_text() == "Zirriborroa"
    back = page.select_one(".cards article h2 a")["href"]
    assert page_of(client.get(f"/embed/v1/preview/{back}")).h1.get_text() == "Zirriborroa"


def test_a_missing_text_comes_from_another_language_and_says_so(client, draft):
    page = page_of(client.get(organisation_link(draft, "fr")))
    summary = page.select_one(".lead")
    assert "Un borrador." in summary.get_text() and summary.select_one("[lang=es]")


def test_a_translation_nobody_has_begun_is_not_shown_as_one(client, draft):
    OrganisationTextFactory(organisation=draft, language="fr", summary="Un borrador.", published=False)
    summary = page_of(client.get(organisation_link(draft, "fr"))).select_one(".lead")
    assert summary.select_one("[lang=es]")


def test_saved_changes_are_shown_and_nothing_public_changes(client, draft, publish):
    public = OrganisationFactory(name="Antes", slug="antes")
    files = publish()
    version = public.get_latest_revision_as_object()
    version.name = "Después"
    version.save_revision()
    assert "Después" in words_of(client.get(organisation_link(public)))
    assert Organisation.objects.get(pk=public.pk).name == "Antes"
    assert publish() == files


@pytest.mark.parametrize("lang", ["es", "eu", "ar"])
@pytest.mark.parametrize("look", ["page", "card"])
def test_nothing_internal_and_no_hidden_place_is_in_it(client, draft, lang, look):
    html = client.get(organisation_link(draft, lang) + f"&look={look}").content.decode()
    assert "canary" not in html and f"/{draft.pk}/" not in html


def test_nobody_keeps_it_finds_it_or_is_told_where_it_came_from(client, draft):
    response = client.get(organisation_link(draft), headers={"if-none-match": "*"})
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "ETag" not in response and not response.cookies
    assert page_of(response).select_one('meta[name="robots"]')["content"] == "noindex, nofollow"


def test_a_session_makes_no_difference(editor, draft):
    response = editor.get(organisation_link(draft))
    assert not hasattr(response.wsgi_request, "session") and not response.cookies


@pytest.mark.parametrize("method", ["head", "options"])
def test_it_can_only_be_read(client, draft, method):
    assert getattr(client, method)(organisation_link(draft)).status_code in (200, 204)
    assert client.post(organisation_link(draft)).status_code == 405


def bad_addresses(organisation):
    """Return addresses that show nothing."""
    good = token_of("organisation", organisation.uuid)
    tokens = [
        "",
        "x",
        good[:-1],
        good + ".",
        good.upper(),
        good.replace(".es.", ".eu."),
        "%00",
        "%FF",
        "%F0%9F%98%80",
        quote("<script>alert(1)</script>"),
        "x" * 7000,
        token_of("page", 1),
        token_of("organisation", "00000000-0000-4000-8000-000000000000"),
        token_of("organisation", organisation.uuid, hours_ago=25),
    ]
    return ["/embed/v1/preview/", *(f"/embed/v1/preview/?token={token}" for token in tokens)]


def test_whatever_opens_nothing_gets_the_same_answer(client, draft, caplog):
    answers = [client.get(url, headers={"accept-language": "eu,en;q=0.5"}) for url in bad_addresses(draft)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert page_of(answers[0]).html["lang"] == "eu"
    assert answers[0]["Cache-Control"] == "no-store, private"
    assert "Zirriborroa" not in answers[0].text
    assert str(draft.uuid) not in caplog.text


@pytest.mark.parametrize(("accepted", "lang"), [("ar", "ar"), ("tlh", "es"), ("", "es"), ("x" * 5000, "es")])
def test_the_answer_is_in_the_language_of_the_visitor(client, db, accepted, lang):
    response = client.get("/embed/v1/preview/?token=x", headers={"accept-language": accepted})
    assert page_of(response).html["lang"] == lang


def test_links_die_with_a_withdrawal_and_with_the_organisation(client, draft):
    link = organisation_link(draft)
    draft.withdraw(reason="canary")
    assert client.get(link).status_code == 404
    draft.restore()
    assert client.get(link).status_code == 404
    later = organisation_link(draft, hours_ago=-1)
    assert client.get(later).status_code == 200
    draft.delete()
    assert client.get(later).status_code == 404


def test_it_is_in_no_map_of_the_site(client, draft):
    assert b"preview" not in Client().get("/sitemap.xml").content
