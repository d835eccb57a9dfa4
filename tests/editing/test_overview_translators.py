"""Translators come to what is to be done in their own language."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from cms.editing.overview.panel import urgency
from cms.localisation.overview import items, shares
from cms.localisation.status import TranslationState
from cms.models import HomePage, OrganisationText
from cms.roles.models import GroupLanguage
from cms.snippets.page_withdrawal import withdraw_page
from tests.factories import OrganisationFactory, locale

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    """Words are compared in the language in which they are written."""
    with translation.override("en"):
        yield


@pytest.fixture
def texts(languages):
    """Three organisations: translated into Basque, translated from a former text, not translated."""
    OrganisationFactory(name="Alpha", texts={"es": "Hola", "eu": "Kaixo"})
    outdated = OrganisationFactory(name="Beta", texts={"es": "Hola", "eu": "Kaixo"})
    OrganisationFactory(name="Gamma", texts={"es": "Hola"})
    source = outdated.texts.get(locale__language_code="es")
    source.summary = "Adiós"
    source.save_revision().publish()


@pytest.fixture
def translator(client_with, django_user_model):
    """Return a function that gives a client which may translate texts into these languages."""

    def make(*languages):
        client = client_with("view_organisationtext", "change_organisationtext")
        group = django_user_model.objects.get(pk=client.session["_auth_user_id"]).groups.get()
        group.permissions.add(
            Permission.objects.get(codename="submit_translation", content_type__app_label="wagtail_localize")
        )
        GroupLanguage.objects.bulk_create(GroupLanguage(group=group, language=one) for one in languages)
        # A session ends when rights change.
        client.force_login(group.user_set.get())
        return client

    return make


def home(client):
    return client.get(reverse("wagtailadmin_home"))


def panel(response):
    (found,) = [one for one in response.context["panels"] if one.name == "defenders_translations"]
    return found


def test_a_translator_is_greeted_with_the_numbers_of_her_language_and_the_next_things_to_do(
    translator, texts
):
    response = home(translator("eu"))
    assert response.context["panels"][0] is panel(response)
    html = response.content.decode()
    report = reverse("defenders_translations")
    assert f'{report}?language=eu&amp;state=missing"' in html
    assert f'{report}?language=eu&amp;state=outdated"' in html
    assert "language=fr" not in html
    beta = OrganisationText.objects.get(organisation__name="Beta", locale__language_code="eu")
    edit = reverse("defenders_translate_side_by_side", args=["organisationtext", beta.pk])
    assert edit in html
    assert html.index(edit) < html.index("select_locale=eu")


@pytest.mark.parametrize(
    ("code", "newer", "expected"),
    [
        ("outdated", "", 0),
        ("outdated", "draft", 0),
        ("outdated", "in_review", None),
        ("public", "draft", 1),
        ("public", "", None),
        ("draft", "", 1),
        ("in_review", "", None),
        ("missing", "", 2),
    ],
)
def test_what_waits_for_a_reviewer_is_not_left_to_the_translator(code, newer, expected):
    assert urgency(TranslationState(code, 1, newer)) == expected


def test_everybody_else_is_greeted_with_the_numbers_of_every_language(editor, texts):
    html = home(editor).content.decode()
    for language in ("es", "eu", "en", "fr", "ar"):
        assert f"?language={language}" in html


def test_her_language_is_the_first_column_and_the_menu_leads_to_it(translator, texts):
    client = translator("eu")
    response = client.get(reverse("defenders_translations"))
    assert [code for code, _ in response.context["languages"]] == ["eu", "es", "en", "fr", "ar"]
    assert f"{reverse('defenders_translations')}?language=eu" in home(client).content.decode()


def test_several_languages_of_her_own_come_first_in_their_order(translator, texts):
    client = translator("fr", "eu")
    response = client.get(reverse("defenders_translations"))
    assert [code for code, _ in response.context["languages"]] == ["eu", "fr", "es", "en", "ar"]


def test_only_her_own_language_has_links(translator, texts):
    response = translator("eu").get(reverse("defenders_translations"))
    for row in response.context["object_list"]:
        assert {cell.language for cell in row.cells if cell.url} == {"eu"}


def test_every_link_of_hers_opens(translator, texts):
    client = translator("eu")
    for row in client.get(reverse("defenders_translations")).context["object_list"]:
        for cell in row.cells:
            if cell.url:
                assert client.get(cell.url).status_code == 200, cell


def test_only_what_she_may_edit_is_what_has_a_link(translator, texts):
    client = translator("eu")
    url = reverse("defenders_translations")
    assert len(client.get(url, {"mine": "yes", "language": "eu"}).context["object_list"]) == 3
    assert len(client.get(url, {"mine": "yes", "language": "fr"}).context["object_list"]) == 0


@pytest.fixture
def pages(languages):
    """A public Spanish home page with a section that is public, and a Basque draft of the home page."""
    root = Page.get_first_root_node()
    start = root.add_child(instance=HomePage(title="Inicio", slug="inicio", locale=locale("es")))
    start.save_revision().publish()
    basque = start.copy_for_translation(locale("eu"))
    return start, basque


def test_pages_are_items_too(pages, editor):
    start, basque = pages
    (item,) = items(["page"])
    assert (item.name, item.key) == ("Inicio", start.translation_key)
    assert {code: state.code for code, state in item.states.items()} == {
        "es": "public",
        "eu": "draft",
        "en": "missing",
        "fr": "missing",
        "ar": "missing",
    }
    response = editor.get(reverse("defenders_translations"), {"kind": "page"})
    (row,) = response.context["object_list"]
    cells = {cell.language: cell.url for cell in row.cells}
    assert cells["eu"] == reverse("wagtailadmin_pages:edit", args=[basque.pk])
    assert cells["fr"] == (
        reverse("wagtail_localize:submit_page_translation", args=[start.pk]) + "?select_locale=fr"
    )
    for url in cells.values():
        assert editor.get(url).status_code == 200


def test_a_withdrawn_page_is_no_item(pages):
    withdraw_page(pages[0])
    assert items(["page"]) == []


def test_pages_count_in_the_shares(pages):
    by_language = {share.language: share for share in shares(items())}
    assert by_language["es"].percent == 100
    assert by_language["eu"].counts["draft"] == 1
