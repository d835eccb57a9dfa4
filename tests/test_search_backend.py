"""Whatever is typed into a search of the editor is answered, on every database."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, PlainText

pytestmark = pytest.mark.django_db

TYPED = [
    '"',
    '""',
    '"Root',
    'Ro"ot',
    '"Root page"',
    '" OR *',
    "'",
    "\\",
    "%",
    "* ( ) : ^ -",
    "NEAR(",
    "a" * 5000,
]

SEARCHES = [
    "wagtailadmin_explore_root",
    "wagtailadmin_pages:search",
    "wagtailimages:index",
    "wagtaildocs:index",
    "wagtailadmin_choose_page_search",
    "wagtailimages_chooser:choose_results",
    "wagtaildocs_chooser:choose_results",
    "wagtailsnippetchoosers_defenders_organisation:choose_results",
    "wagtailsnippets_defenders_organisation:list",
]


@pytest.mark.parametrize("name", SEARCHES)
def test_no_words_break_a_search_of_the_editor(admin_client, languages, name):
    for typed in TYPED:
        assert admin_client.get(reverse(name), {"q": typed}).status_code == 200, typed


@pytest.mark.parametrize("words", ["Zubia", '"Zubia', 'Zubia"', '"Zubia"', "Zubia\0"])
@pytest.mark.parametrize("query", [str, PlainText])
def test_quotation_marks_are_left_out_of_words(words, query):
    page = Page.objects.get(depth=1).add_child(instance=Page(title="Zubia"))
    backend = get_search_backend()
    assert [row.pk for row in backend.search(query(words), Page)] == [page.pk]
    assert [row.pk for row in backend.autocomplete(query(words), Page)] == [page.pk]


@pytest.mark.parametrize("query", [str, PlainText])
def test_nothing_but_quotation_marks_finds_nothing(query):
    assert list(get_search_backend().search(query('""'), Page)) == []


def test_a_search_for_everything_stays():
    assert len(get_search_backend().search(MATCH_ALL, Page)) == Page.objects.count()
