"""Who may make links to drafts, and what the page says about them."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from cms.models import HomePage, StandardPage
from tests.editing.submissions import address, edit
from tests.factories import OrganisationFactory, OrganisationTextFactory, locale

pytestmark = pytest.mark.django_db

BASE = "https://defenders.example.org"


def links_of(kind, thing):
    return reverse("defenders_preview_links", args=[kind, thing.pk])


def fields_of(response):
    page = BeautifulSoup(response.content, "html.parser")
    return {
        field["id"].removeprefix("preview-link-"): field["value"] for field in page.select("input[readonly]")
    }


@pytest.fixture
def draft_page(languages):
    """A guidance page that was never published, in Basque."""
    top = Page.get_first_root_node()
    eu = locale("eu")
    home = top.add_child(instance=HomePage(title="Babestu", slug="babestu", locale=eu))
    page = StandardPage(title="Zirriborroa", slug="zirriborroa", locale=eu, live=False, key="zirriborroa")
    home.add_child(instance=page)
    page.title = "Bigarren zirriborroa"
    page.save_revision()
    return page


def test_an_organisation_has_a_link_per_language_that_opens_its_draft(editor, client):
    organisation = OrganisationFactory(draft=True, name="Zirriborroa")
    response = editor.get(links_of("organisation", organisation))
    links = fields_of(response)
    assert list(links) == ["es", "eu", "en", "fr", "ar"]
    assert "no-store" in response["Cache-Control"]
    for lang, link in links.items():
        assert link.startswith(f"{BASE}/embed/v1/preview/?token=")
        page = BeautifulSoup(client.get(link.removeprefix(BASE)).content, "html.parser")
        assert page.html["lang"] == lang and page.h1.get_text() == "Zirriborroa"


def test_how_long_it_opens_is_said_in_words(editor, settings):
    settings.LANGUAGE_CODE = "en"
    organisation = OrganisationFactory()
    url = links_of("organisation", organisation)
    assert "24" in editor.get(url).text
    settings.DEFENDERS_PREVIEW_HOURS = 5
    response = editor.get(url)
    assert response.context["hours"] == 5
    assert (response.context["expires"] - response.wsgi_request.user.last_login).total_seconds() < 5.1 * 3600


def test_the_button_is_on_the_pages_of_organisation_and_text(editor):
    organisation = OrganisationFactory()
    assert links_of("organisation", organisation) in editor.get(edit(organisation)).text
    text = organisation.texts.get()
    assert links_of("text", text) in editor.get(address("edit", text.pk, model="organisationtext")).text


def test_the_text_has_a_link_in_its_language(editor):
    text = OrganisationTextFactory(organisation=OrganisationFactory(), language="eu", published=False)
    assert list(fields_of(editor.get(links_of("text", text)))) == ["eu"]


def test_a_page_has_a_link_that_opens_its_latest_version(editor, client, draft_page):
    (link,) = fields_of(editor.get(links_of("page", draft_page))).values()
    response = client.get(link.removeprefix(BASE))
    assert response.status_code == 200 and "Bigarren zirriborroa" in response.text
    assert (
        links_of("page", draft_page)
        in editor.get(reverse("wagtailadmin_pages:edit", args=[draft_page.pk])).text
    )


@pytest.mark.parametrize(
    "codenames", [(), ("view_organisation",), ("publish_organisation",), ("add_organisation",)]
)
def test_nobody_makes_links_without_the_right_to_change(client_with, draft_page, codenames):
    organisation = OrganisationFactory()
    colleague = client_with(*codenames)
    for kind, thing in (
        ("organisation", organisation),
        ("text", organisation.texts.get()),
        ("page", draft_page),
    ):
        response = colleague.get(links_of(kind, thing))
        assert response.status_code in (302, 403) and "token=" not in response.content.decode()


def test_who_may_change_facts_makes_links_to_them_and_not_to_texts(client_with):
    organisation = OrganisationFactory()
    colleague = client_with("change_organisation")
    assert len(fields_of(colleague.get(links_of("organisation", organisation)))) == 5
    assert colleague.get(links_of("text", organisation.texts.get())).status_code in (302, 403)


def test_visitors_are_asked_to_log_in(client, languages):
    response = client.get(links_of("organisation", OrganisationFactory()))
    assert response.status_code == 302 and "/login/" in response["Location"]


def test_nothing_withdrawn_has_links(editor):
    organisation = OrganisationFactory(withdrawn=True)
    for kind, thing in (("organisation", organisation), ("text", organisation.texts.get())):
        response = editor.get(links_of(kind, thing))
        assert response.status_code == 200 and not fields_of(response)


@pytest.mark.parametrize(
    ("kind", "pk"), [("organisation", 999), ("text", 999), ("page", 999), ("page", 1), ("user", 1)]
)
def test_there_are_no_links_to_what_is_not_there(editor, kind, pk):
    assert editor.get(reverse("defenders_preview_links", args=[kind, pk]), follow=True).status_code == 404


def test_a_site_without_the_addresses_offers_no_links(editor, monkeypatch):
    monkeypatch.setattr(
        "cms.editing.previews.links.VIEWS", {"organisation": "nowhere:preview", "page": "nowhere:preview"}
    )
    organisation = OrganisationFactory()
    assert links_of("organisation", organisation) not in editor.get(edit(organisation)).text
    assert not fields_of(editor.get(links_of("organisation", organisation)))
