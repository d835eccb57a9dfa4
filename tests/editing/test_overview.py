"""The translation overview: every item by every language, with a link to what is to be done."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from cms.localisation.overview import items, shares
from cms.models import Organisation, OrganisationText
from tests.factories import OrganisationFactory, OrganisationTextFactory, ProgrammeFactory, TestimonyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    """Words are compared in the language in which they are written."""
    with translation.override("en"):
        yield


@pytest.fixture
def three(languages):
    """An organisation with everything in Spanish and Basque, one with a Basque draft, one without any text."""
    return [
        OrganisationFactory(name="Alpha", texts={"es": "Hola", "eu": "Kaixo"}),
        OrganisationFactory(name="Beta", texts={"es": "Hola"}),
        OrganisationFactory(name="Gamma", texts={}),
    ]


def many_without_texts(number):
    Organisation.objects.bulk_create(
        Organisation(name=f"Many {one:03}", slug=f"many-{one}", live=True) for one in range(number)
    )


def codes(found, language):
    return {item.name: item.states[language].code for item in found}


def test_every_organisation_is_an_item_even_without_a_text(three):
    OrganisationTextFactory(organisation=three[1], language="eu", summary="Kaixo", published=False)
    found = items(["organisation"])
    assert codes(found, "es") == {"Alpha": "public", "Beta": "public", "Gamma": "missing"}
    assert codes(found, "eu") == {"Alpha": "public", "Beta": "draft", "Gamma": "missing"}


def test_a_withdrawn_organisation_and_what_it_runs_are_no_items(languages):
    programme = ProgrammeFactory()
    assert [item.kind for item in items(["organisation", "programme"])] == ["organisation", "programme"]
    programme.organisation.withdraw(None, "reason")
    assert items(["organisation", "programme"]) == []


def test_a_programme_names_its_organisation(languages):
    programme = ProgrammeFactory(name="Shelter", organisation__name="Alpha")
    (item,) = items(["programme"])
    assert (item.name, item.about, item.key) == ("Shelter", "Alpha", programme.pk)


def test_kinds_stand_in_their_order_and_names_in_theirs(languages):
    for name in ("Ñandú", "alba", "Zorro"):
        OrganisationFactory(name=name)
    TestimonyFactory(attribution="Ana")
    assert [item.name for item in items()] == ["alba", "Ñandú", "Zorro", "Ana"]


def test_the_share_of_a_language_counts_outdated_texts_as_public(three):
    text = three[0].texts.get(locale__language_code="es")
    text.summary = "Adiós"
    text.save_revision().publish()
    by_language = {share.language: share for share in shares(items())}
    assert by_language["es"].counts["public"] == 2
    basque = by_language["eu"]
    assert (basque.counts["outdated"], basque.counts["missing"], basque.public, basque.percent) == (
        1,
        2,
        1,
        33,
    )


def test_a_share_is_complete_only_when_nothing_is_missing_and_none_where_there_is_nothing(languages):
    assert {share.percent for share in shares(items())} == {None}
    many_without_texts(200)
    OrganisationFactory(texts={"es": "Hola"})
    (share,) = shares(items(), ["es"])
    assert share.percent == 0
    assert share.public == 1


def rows_of(response):
    return [row.item.name for row in response.context["object_list"]]


def cells_of(response, name):
    (row,) = [row for row in response.context["object_list"] if row.item.name == name]
    return {cell.language: cell for cell in row.cells}


@pytest.fixture
def report(editor, admin_user):
    """Return a function that opens the report with these filters, in English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return lambda **query: editor.get(reverse("defenders_translations"), query)


def test_the_report_shows_each_item_in_five_languages(report, three):
    response = report()
    assert rows_of(response) == ["Alpha", "Beta", "Gamma"]
    assert list(cells_of(response, "Alpha")) == ["es", "eu", "en", "fr", "ar"]
    html = response.content.decode()
    assert '<th scope="row"' in html
    assert "<caption" in html


def test_each_cell_leads_to_what_is_to_be_done(report, three):
    alpha, _beta, gamma = three
    cells = cells_of(report(), "Alpha")
    basque = alpha.texts.get(locale__language_code="eu")
    spanish = alpha.texts.get(locale__language_code="es")
    edit = OrganisationText.snippet_viewset.get_url_name("edit")
    assert cells["eu"].url == reverse(edit, args=[basque.pk])
    assert (
        cells["fr"].url
        == reverse(
            "wagtail_localize:submit_snippet_translation", args=["defenders", "organisationtext", spanish.pk]
        )
        + "?select_locale=fr"
    )
    first = cells_of(report(), "Gamma")["es"].url
    assert f"organisation={gamma.pk}" in first
    assert "locale=es" in first


def test_an_outdated_text_leads_to_where_it_stands_beside_its_source(editor, report, three):
    source = three[0].texts.get(locale__language_code="es")
    source.summary = "Adiós"
    source.save_revision().publish()
    basque = three[0].texts.get(locale__language_code="eu")
    by_hand = cells_of(report(), "Alpha")["eu"].url
    assert by_hand == reverse("defenders_translate_side_by_side", args=["organisationtext", basque.pk])
    opened = editor.post(by_hand)
    beside = cells_of(report(), "Alpha")["eu"].url
    assert (
        beside
        == opened.url
        == reverse(OrganisationText.snippet_viewset.get_url_name("edit"), args=[basque.pk])
    )
    assert "Adiós" in editor.get(beside).content.decode()


def test_every_link_of_the_report_opens(editor, report, three):
    for name in ("Alpha", "Gamma"):
        for cell in cells_of(report(), name).values():
            assert editor.get(cell.url).status_code == 200, cell


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"language": "eu", "state": "missing"}, ["Beta", "Gamma", "Ana"]),
        ({"language": "eu", "state": "public"}, ["Alpha"]),
        ({"state": "public"}, ["Alpha", "Beta", "Ana"]),
        ({"kind": "testimony"}, ["Ana"]),
        ({"q": "ALPHÁ"}, ["Alpha"]),
        ({"q": "zzz"}, []),
        ({"mine": "yes"}, ["Alpha", "Beta", "Gamma", "Ana"]),
        ({"state": "nonsense"}, ["Alpha", "Beta", "Gamma", "Ana"]),
        ({"p": "nonsense"}, ["Alpha", "Beta", "Gamma", "Ana"]),
    ],
)
def test_the_report_can_be_narrowed_down(report, three, query, names):
    TestimonyFactory(attribution="Ana")
    response = report(**query)
    assert response.status_code == 200
    assert rows_of(response) == names


def test_what_is_newer_than_the_public_version_can_be_asked_for(report, three):
    text = three[0].texts.get(locale__language_code="eu")
    text.save_revision()
    assert rows_of(report(newer="draft")) == ["Alpha"]
    assert rows_of(report(newer="draft", language="es")) == []
    assert rows_of(report(newer="in_review")) == []


def test_one_language_stands_beside_its_source(report, three):
    assert list(cells_of(report(language="fr"), "Alpha")) == ["es", "fr"]


def test_the_shares_follow_kind_and_name_but_not_the_state(report, three):
    shown = {
        language.name: language.share.total
        for language in report(kind="organisation", state="draft").context["shares"]
    }
    assert set(shown.values()) == {3}


def test_the_results_alone_can_be_asked_for(editor, three):
    response = editor.get(reverse("defenders_translations_results"), {"q": "beta"})
    assert rows_of(response) == ["Beta"]
    assert b"<html" not in response.content


def test_the_number_of_queries_does_not_grow_with_the_items(report, languages, django_assert_max_num_queries):
    OrganisationFactory.create_batch(2, texts={"es": "Hola"})
    report()
    with django_assert_max_num_queries(55) as few:
        report()
    many_without_texts(60)
    OrganisationFactory.create_batch(8, texts={"es": "Hola", "eu": "Kaixo"})
    with django_assert_max_num_queries(len(few)) as many:
        response = report()
    assert len(many) == len(few)
    assert len(rows_of(response)) == 50


def exported(response):
    lines = b"".join(response.streaming_content).decode().splitlines()
    assert all(lines)
    return list(csv.reader(io.StringIO("\n".join(lines))))


def test_the_export_holds_every_item_and_no_blank_line(report, three):
    many_without_texts(60)
    head, *rows = exported(report(export="csv"))
    assert head == [
        "What it is",
        "Name",
        "Organisation",
        "Español",
        "Euskara",
        "English",
        "Français",
        "العربية",
    ]
    assert len(rows) == 63
    assert rows[0] == ["Organisation", "Alpha", "", "Public", "Public", "Missing", "Missing", "Missing"]


def test_a_name_that_looks_like_a_formula_is_none_in_the_export(report, languages):
    OrganisationFactory(name='=HYPERLINK("https://example.org")')
    _head, row = exported(report(export="csv"))
    assert row[1].startswith("'=")


def test_the_export_keeps_the_filters_and_says_what_is_newer(report, three):
    text = three[0].texts.get(locale__language_code="eu")
    text.summary = "Kaixo!"
    text.save_revision()
    _head, *rows = exported(report(export="csv", q="alpha"))
    assert [row[4] for row in rows] == ["Public (newer draft)"]


def test_panel_report_and_export_say_the_same_numbers(editor, report, three):
    counted = {share.language: share.counts for share in shares(items())}
    for language in report().context["shares"]:
        assert {count.code: count.number for count in language.counts} == {
            code: number for code, number in counted[language.share.language].items() if number
        }
    _head, *rows = exported(report(export="csv"))
    assert sum(row[4] == "Missing" for row in rows) == counted["eu"]["missing"]
    html = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "33 % public (1 of 3)" in html


def test_who_may_see_neither_texts_nor_pages_sees_no_overview(client_with, three):
    client = client_with()
    assert client.get(reverse("defenders_translations")).status_code == 302
    assert "defenders-translations" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_who_may_see_one_kind_sees_that_kind_alone(client_with, three):
    TestimonyFactory(attribution="Ana")
    response = client_with("change_testimonytext").get(reverse("defenders_translations"))
    assert rows_of(response) == ["Ana"]


def test_who_may_only_look_finds_states_without_links(client_with, three):
    response = client_with("view_organisationtext").get(reverse("defenders_translations"))
    assert {cell.url for cell in cells_of(response, "Alpha").values()} == {None}
    assert rows_of(client_with("view_programmetext").get(reverse("defenders_translations"))) == []


def test_without_the_right_to_submit_a_missing_text_is_written_in_its_form(client_with, three):
    response = client_with("change_organisationtext", "add_organisationtext").get(
        reverse("defenders_translations")
    )
    assert cells_of(response, "Alpha")["fr"].url.startswith(
        reverse(OrganisationText.snippet_viewset.get_url_name("add"))
    )


def test_the_stock_report_gave_way_to_the_overview_in_the_menu(editor, languages):
    html = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("defenders_translations") in html
    assert reverse("wagtail_localize:translations_report") not in html
