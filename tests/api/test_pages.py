"""Guidance pages: which are public, in which language, and what is said about them."""

import pytest
from wagtail.models import Page, Site

from cms.pages.training import TrainingPage
from tests.api.situations import HOME_ES, HOME_EU, TEMPORARY_ES, TEMPORARY_EU, TRAINING_ES, fixed_uuid
from tests.factories import locale

PRIVATE_FIELDS = (
    "owner",
    "live",
    "alias_of",
    "locked",
    "expire_at",
    "latest_revision",
    "path",
    "url_path",
    "translated_from",
)


@pytest.fixture
def numbers(directory, get):
    """Return a function that gives the numbers of the pages in an answer."""
    by_key = {key: number for number, key in directory.items()}

    def ask(query):
        return [by_key[item["id"]] for item in get(f"pages/?{query}").json()["items"]]

    return ask


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lang=es", [HOME_ES, TEMPORARY_ES, TRAINING_ES]),
        ("locale=eu", [HOME_EU, TEMPORARY_EU]),
        ("lang=eu&locale=eu", [HOME_EU, TEMPORARY_EU]),
        ("lang=fr", []),
        ("type=defenders.TrainingPage", [TRAINING_ES]),
        ("type=defenders.TemporaryProtectionPage&lang=eu", [TEMPORARY_EU]),
        ("child_of=root", [TEMPORARY_ES, TRAINING_ES]),
        ("child_of=root&lang=eu", [TEMPORARY_EU]),
        ("descendant_of=root&order=-title", [TEMPORARY_ES, TRAINING_ES]),
        ("slug=formacion", [TRAINING_ES]),
        ("title=Babestu", [HOME_EU]),
        ("show_in_menus=false", []),
        ("search=formacion", [TRAINING_ES]),
        ("search=temporal%20protecci%C3%B3n", [TEMPORARY_ES]),
        ("search=temporal%20formacion", []),
        ("search=temporal%20formacion&search_operator=or&order=title", [TRAINING_ES, TEMPORARY_ES]),
        ("search=babesa&lang=es", []),
        ("search=FORMACI", [TRAINING_ES]),
        ("search=derechos", [HOME_ES]),
        ("search=temporal%20formacion%20zz&search_operator=or", [TRAINING_ES, TEMPORARY_ES]),
        ("limit=1&offset=1&lang=es", [TEMPORARY_ES]),
    ],
)
def test_filters_find_public_pages(numbers, query, found):
    assert numbers(query) == found


def test_ids_of_pages_are_taken_by_the_filters(directory, numbers):
    assert numbers(f"translation_of={directory[TEMPORARY_ES]}") == [TEMPORARY_EU]
    assert numbers(f"ancestor_of={directory[TRAINING_ES]}") == [HOME_ES]
    assert numbers(f"id={directory[HOME_EU]}") == [HOME_EU]


def test_a_page_in_another_language_is_not_found_under_this_one(directory, get):
    address = f"pages/{directory[HOME_EU]}/"
    assert get(f"{address}?lang=eu").status_code == 200
    assert get(f"{address}?lang=es").status_code == 404


def test_a_draft_translation_is_no_translation(directory, get):
    home = Page.objects.get(pk=directory[HOME_EU])
    draft = TrainingPage(
        title="Prestakuntza",
        slug="prestakuntza",
        locale=locale("eu"),
        translation_key=fixed_uuid(903),
        live=False,
    )
    home.add_child(instance=draft)
    address = f"pages/{directory[TRAINING_ES]}/"
    assert get(address).json()["meta"]["translations"] == []
    Page.objects.filter(pk=draft.pk).update(live=True)
    assert [one["lang"] for one in get(address).json()["meta"]["translations"]] == ["eu"]


def test_the_page_above_a_home_page_is_nobodys_business(directory, get):
    assert get(f"pages/{directory[HOME_ES]}/").json()["meta"]["parent"] is None


@pytest.mark.parametrize("field", PRIVATE_FIELDS)
def test_internal_fields_cannot_be_asked_for(directory, get, field):
    address = f"pages/{directory[HOME_ES]}/"
    assert get(f"{address}?fields={field}").status_code == 400
    whole = get(f"{address}?fields=*").json()
    assert field not in whole and field not in whole["meta"]


def test_a_link_to_a_page_that_is_not_public_loses_its_address(directory, get):
    page = Page.objects.get(pk=directory[TEMPORARY_ES]).specific
    assert "https://defenders.example.org/es/" in get(f"pages/{page.pk}/").text
    Page.objects.filter(pk=directory[HOME_ES]).update(live=False)
    text = get(f"pages/{page.pk}/").json()["body"][0]["value"]["html"]
    assert "href" not in text and "Inicio" in text


def test_a_list_costs_the_same_however_many_pages_there_are(directory, get, django_assert_max_num_queries):
    home = Page.objects.get(pk=directory[HOME_ES])
    for number in range(25):
        home.add_child(
            instance=TrainingPage(title=f"Página {number}", slug=f"pagina-{number}", locale=locale("es"))
        )
    with django_assert_max_num_queries(8):
        assert len(get("pages/?limit=100").json()["items"]) == 30


def test_a_search_in_pages_costs_no_more_than_a_list(directory, get, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        assert get("pages/?search=protecci%C3%B3n&lang=es").json()["meta"]["total_count"] == 1


def test_without_a_site_there_are_no_pages_and_no_failure(directory, get):
    Site.objects.all().delete()
    assert get("pages/").json()["items"] == []
    assert get("pages/?child_of=root").status_code == 400
    assert get("pages/find/?html_path=/es/").status_code == 404
