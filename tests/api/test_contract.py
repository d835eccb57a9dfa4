"""The contract as one table: address, golden file, status, number of queries; in Spanish and in Basque.

`python scripts/regenerate_golden.py` writes the golden files anew; look at the difference before you commit.
"""

import json
import os
import re
from pathlib import Path

import pytest

from tests.api.situations import HOME_ES, TEMPORARY_ES, TEMPORARY_EU, fixed_uuid

EXPECTED = Path(__file__).parent / "expected"
REGENERATE = os.environ.get("REGENERATE_GOLDEN") == "yes"
FIRST, UNKNOWN = fixed_uuid(1), fixed_uuid(77)

# Address (with {lang}), golden file, status, queries.
ROWS = [
    ("organisations/?lang={lang}", "organisations", 200, 0),
    (f"organisations/{FIRST}/?lang={{lang}}", "organisation", 200, 0),
    ("organisations/?lang={lang}&role=training&service=legal", "organisations_role_service", 200, 0),
    ("organisations/?lang={lang}&country=CO&limit=3", "organisations_country", 200, 0),
    ("organisations/?lang={lang}&country=CO&limit=2&offset=3", "organisations_offset", 200, 0),
    ("organisations/?lang={lang}&search=lagun&order=relevance", "organisations_search", 200, 0),
    ("organisations/?lang={lang}&bbox=170,-30,-160,0", "organisations_bbox", 200, 0),
    ("organisations/?lang={lang}&order=-verified_on&limit=2", "organisations_verified", 200, 0),
    ("organisations/?lang={lang}&government=true", "organisations_government", 200, 0),
    ("organisations/?lang={lang}&service=psychosocial&facets=true&limit=0", "organisations_facets", 200, 0),
    ("organisations/?lang={lang}&country=CO&facets=true&limit=0", "organisations_facets_country", 200, 0),
    ("organisations/?lang={lang}&search=siri&order=relevance", "organisations_search_country", 200, 0),
    ("organisations/?lang={lang}&search=nothing-like-this", "organisations_none", 200, 0),
    ("categories/?lang={lang}", "categories", 200, 0),
    ("categories/?lang={lang}&kind=role", "categories_role", 200, 0),
    ("programmes/?lang={lang}", "programmes", 200, 0),
    (f"programmes/{fixed_uuid(101)}/?lang={{lang}}", "programme", 200, 0),
    ("programmes/?lang={lang}&open=true&family=true&country=ES", "programmes_open", 200, 0),
    ("programmes/?lang={lang}&open=false&language=es&limit=1", "programmes_limit", 200, 0),
    ("programmes/?lang={lang}&audience=artists", "programmes_audience", 200, 0),
    ("programmes/?lang={lang}&search=laguntza", "programmes_search", 200, 0),
    (f"programmes/?lang={{lang}}&organisation={fixed_uuid(3)}", "programmes_organisation", 200, 0),
    ("trainings/?lang={lang}", "trainings", 200, 0),
    (f"trainings/{fixed_uuid(201)}/?lang={{lang}}", "training", 200, 0),
    ("trainings/?lang={lang}&country=CO&language=en", "trainings_country", 200, 0),
    ("trainings/?lang={lang}&search=digital", "trainings_search", 200, 0),
    ("testimonies/?lang={lang}", "testimonies", 200, 0),
    (f"testimonies/{fixed_uuid(301)}/?lang={{lang}}", "testimony", 200, 0),
    ("pages/?lang={lang}", "pages", 200, 8),
    ("pages/?lang={lang}&type=defenders.TemporaryProtectionPage&fields=*", "pages_type", 200, 8),
]
ROWS_OF_ONE_LANGUAGE = [
    (f"pages/{TEMPORARY_ES}/", "page.es", 200, 14),
    (f"pages/{TEMPORARY_EU}/", "page.eu", 200, 14),
    (f"pages/{HOME_ES}/?fields=_,id,title", "page_fields.es", 200, 10),
    ("organisations/?colour=red", "error_unknown_parameter", 400, 0),
    ("organisations/?lang=tlh", "error_language", 400, 0),
    ("organisations/?role=singing", "error_value", 400, 0),
    ("organisations/?limit=101", "error_limit", 400, 0),
    ("organisations/?bbox=1,2,3", "error_bbox", 400, 0),
    ("organisations/?urgent=true&urgent=true", "error_repeated", 400, 0),
    ("organisations/find/", "error_find", 400, 0),
    (f"organisations/{UNKNOWN}/", "error_unknown_organisation", 404, 0),
    (f"organisations/{FIRST}/?preview_token=x", "error_preview_token", 404, 0),
    ("programmes/?open=maybe", "error_open", 400, 0),
    (f"programmes/{UNKNOWN}/", "error_unknown_programme", 404, 0),
    (f"trainings/{UNKNOWN}/", "error_unknown_training", 404, 0),
    (f"testimonies/{UNKNOWN}/", "error_unknown_testimony", 404, 0),
    ("pages/?lang=es&locale=eu", "error_page_language", 400, 1),
    ("pages/1/", "error_unknown_page", 404, 6),
    ("elsewhere/", "error_unknown_address", 404, 0),
]
LANGUAGE_ROWS = [
    (address.format(lang=lang), f"{name}.{lang}", status, queries)
    for address, name, status, queries in ROWS
    for lang in ("es", "eu")
]
REDIRECTS = [
    ("organisations/find/?slug=abaco&lang=eu", 302, f"organisations/{FIRST}/?lang=eu", 0),
    ("organisations/find/?slug=abaco-antigua", 301, f"organisations/{FIRST}/?lang=es", 0),
    ("pages/find/?html_path=/es/proteccion-temporal/", 302, f"pages/{TEMPORARY_ES}/", 4),
    ("pages/find/?html_path=/eu/aldi-baterako-babesa/", 302, f"pages/{TEMPORARY_EU}/", 4),
    (f"pages/find/?id={HOME_ES}&fields=_,id", 302, f"pages/{HOME_ES}/?fields=_%2Cid", 4),
]


def with_keys(address, pages):
    """Return the address with the keys of this database for the numbers of pages."""
    return re.sub(r"\b90[1-7]\b", lambda match: str(pages[int(match[0])]), address)


def with_numbers(text, pages):
    """Return an answer with the numbers of pages for the keys of this database."""
    numbers = {str(key): str(number) for number, key in pages.items()}
    return re.sub(r'("id":|/pages/)(\d+)', lambda match: match[1] + numbers.get(match[2], match[2]), text)


@pytest.mark.parametrize(("address", "name", "status", "queries"), LANGUAGE_ROWS + ROWS_OF_ONE_LANGUAGE)
def test_the_answer_is_the_golden_one(
    directory, get, django_assert_max_num_queries, address, name, status, queries
):
    with django_assert_max_num_queries(queries):
        response = get(with_keys(address, directory))
    answer = with_numbers(response.text, directory)
    path = EXPECTED / f"{name}.json"
    if REGENERATE:
        path.write_text(json.dumps(json.loads(answer), ensure_ascii=False, indent=2) + "\n")
    assert response.status_code == status
    assert json.loads(answer) == json.loads(path.read_text())


@pytest.mark.parametrize(("address", "status", "target", "queries"), REDIRECTS)
def test_find_leads_to_the_detail(
    directory, get, django_assert_max_num_queries, address, status, target, queries
):
    with django_assert_max_num_queries(queries):
        response = get(with_keys(address, directory))
    assert response.status_code == status
    assert with_numbers(response["Location"], directory) == f"https://defenders.example.org/api/v2/{target}"


def test_every_golden_file_belongs_to_a_row():
    names = {f"{name}.json" for _, name, *_ in LANGUAGE_ROWS + ROWS_OF_ONE_LANGUAGE}
    assert {path.name for path in EXPECTED.iterdir()} == names
