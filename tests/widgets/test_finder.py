"""Help found in three questions: the same needs in the browser and here, and a form that needs no scripts."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from cms.common.vocabularies import CATEGORY_CODES, NEEDS
from tests.widgets.directories import hotline, record
from widgets.needs import needs_in, services_for
from widgets.options import parse_options, read_query

SOURCE = Path(__file__).resolve().parents[2] / "widgets" / "src" / "finder" / "needs.js"
FINDER, DIRECTORY = "/embed/v1/finder/", "/embed/v1/directory/"
ANSWERS = "need=psychosocial&country=CO&audience=women_defenders,all_defenders"


@pytest.fixture
def published(publish_records):
    return publish_records(
        record("for-all", services=["medical"]),
        record("for-women", services=["psychosocial"], audiences=["women_defenders"]),
        record("for-artists", services=["psychosocial"], audiences=["artists"]),
        record("legal", areas_served=["worldwide"]),
        record("urgent", areas_served=["CO"], services=["shelter"], urgent_help=True, contacts=[hotline()]),
    )


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def services(query):
    return parse_options(read_query(query), CATEGORY_CODES).options.filters.values.get("service", ())


def noted(query):
    return [note.parameter for note in parse_options(read_query(query), CATEGORY_CODES).notes]


def ways(page):
    return {link.get_text(): link["href"] for link in page.select(".answers .ways a")}


def test_the_browser_means_the_same_services_by_a_need():
    table = re.findall(r"^  (\w+): \[(.*)\],$", SOURCE.read_text(encoding="utf-8"), re.M)
    assert {need: tuple(re.findall(r"'(\w+)'", answers)) for need, answers in table} == NEEDS


def test_needs_are_read_back_from_the_services_they_stand_for():
    for need in NEEDS:
        assert needs_in(services_for([need])) == [need]
    assert needs_in(["shelter", "legal"]) == ["legal"]


@pytest.mark.parametrize(
    ("query", "found", "names"),
    [
        ("need=legal", ("legal",), []),
        ("need=legal,security", ("legal", "physical_accompaniment", "digital_security"), []),
        ("need=psychosocial&need=legal", ("psychosocial", "medical", "legal"), []),
        ("need=psychosocial&service=medical,training", ("medical", "training", "psychosocial"), []),
        ("need=legal,money", ("legal",), ["need"]),
        ("need=money&service=legal", ("legal",), ["need"]),
        ("need=%00&need=LEGAL&need=../", (), ["need"]),
        ("need=,,,&need=", (), []),
        ("need[]=legal", (), []),
        ("need=" + "legal," * 500, ("legal",), ["need"]),
        ("need=" + "a" * 5000, (), ["need"]),
        ("need=psychosocial&service=pilot", ("psychosocial", "medical"), ["service"]),
    ],
    ids=range(12),
)
def test_a_need_stands_for_its_services(query, found, names):
    assert services(query) == found
    assert noted(query) == names


def test_a_need_answers_with_the_services_that_the_directory_knows():
    codes = CATEGORY_CODES | {"service": ("psychosocial",)}
    asked = parse_options(read_query("need=psychosocial,legal"), codes)
    assert asked.options.filters.values["service"] == ("psychosocial",)
    assert asked.notes == ()


def test_the_answers_lead_to_the_directory_and_back_to_the_questions(client, published):
    page = read(client, f"{FINDER}?lang=es&theme=dark&role=accompaniment&{ANSWERS}&page=3")
    form = page.select_one("form.questions")
    assert {"psychosocial"} == {box["value"] for box in form.select("[name=need][checked]")}
    assert form.select_one("select [selected]")["value"] == "CO"
    fields = [(one["name"], one["value"]) for one in form.select("[type=hidden], :checked:not(option)")]
    fields += [("country", form.select_one("select [selected]")["value"])]
    assert form["method"] == "get"
    found = read(client, f"{form['action']}?{urlencode(fields)}")
    assert [link.get_text() for link in found.select(".cards h4 a")] == ["For All", "For Women"]
    back = found.select_one(".answers a")["href"]
    again = read(client, back)
    assert {"psychosocial"} == {box["value"] for box in again.select("[name=need][checked]")}
    assert len(again.select("[name=audience][checked]")) == 1
    kept = parse_qs(urlsplit(back).query)
    assert (kept["theme"], kept["role"]) == (["dark"], ["accompaniment"])


def test_what_was_answered_is_said_in_a_sentence_with_the_number(client, published):
    page = read(client, f"{DIRECTORY}?lang=en&{ANSWERS}")
    assert (
        "Organisations that give psychosocial support, in Colombia, for women"
        in page.select_one(".answers p").get_text()
    )
    assert page.select_one(".answers p").get_text().split(":")[1].strip().startswith("2")
    assert read(client, f"{DIRECTORY}?lang=en&role=training").select(".answers") == []


def test_when_little_is_found_only_ways_that_find_more_are_offered(client, published):
    page = read(client, f"{DIRECTORY}?lang=en&{ANSWERS}&search=women")
    offered = ways(page)
    assert list(offered) == [
        "Everybody who works there, in its region or all over the world",
        "Without the other filters",
        "They answer around the clock",
    ]
    for words, url in offered.items():
        count = int(page.find("a", string=words).find_next(class_="count").get_text())
        found = read(client, DIRECTORY + url)
        assert len(found.select(".cards > li")) == count > 0


def test_when_nothing_is_found_it_does_not_mean_that_nobody_can_help(client, published):
    page = read(client, f"{DIRECTORY}?lang=en&need=legal&country=CO&audience=artists")
    assert "does not mean that nobody can help" in page.select_one(".answers").get_text()
    assert "For anybody" in ways(page)


def test_the_questions_begin_with_who_helps_at_once_and_say_where_the_answers_go(client, published):
    page = read(client, f"{FINDER}?lang=en")
    urgent, form = page.select_one(".urgent-help"), page.select_one("form")
    assert urgent in form.find_previous_siblings("div")
    assert read(client, urgent.select("a")[-1]["href"]).select(".cards > li")
    assert "history" in form.get_text()


@pytest.mark.parametrize("path", ["map", "directory"])
def test_the_questions_are_linked_with_what_is_chosen(client, published, path):
    link = read(client, f"/embed/v1/{path}/?lang=eu&country=CO").select_one(".finder-way a")
    assert link["href"] == f"{FINDER}?lang=eu&country=CO"


BAD = [
    "lang=xx",
    "need=pilot&need=%00",
    "need=%3Cscript%3Ealert(1)%3C/script%3E",
    "country=Colombia&audience=%ff%fe",
    "search=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "page=-5&theme=neon&accent=expression(alert(1))",
    "need=" + "legal&need=" * 600,
    "%zz=%zz&a[]=1",
]


@pytest.mark.parametrize("query", BAD, ids=range(len(BAD)))
def test_whatever_is_asked_for_the_questions_are_there(client, published, query):
    response = client.get(f"{FINDER}?{query}")
    assert response.status_code == 200
    assert len(response.content) <= 100_000
    assert not response.cookies
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("form.questions")
    assert not page.select("script:not([src]), img[onerror]")


def test_only_reading_is_possible_and_a_forgotten_slash_is_added(client, published):
    assert client.post(FINDER).status_code == 405
    assert client.get("/embed/v1/finder?lang=eu")["Location"] == f"{FINDER}?lang=eu"


def test_no_frame_is_offered_in_which_a_form_could_not_be_sent(client, published):
    assert not read(client, FINDER).select("[type='application/json+oembed']")
    assert client.get("/oembed/", {"url": f"{settings.DEFENDERS_BASE_URL}{FINDER}"}).status_code == 404


def test_without_a_directory_it_says_to_come_again(client, published_root):
    response = client.get(FINDER)
    assert response.status_code == 503
    assert response["Retry-After"]
