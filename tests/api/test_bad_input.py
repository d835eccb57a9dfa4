"""Whatever a client sends: a sentence about it in the shape of the contract, never a 500, never HTML."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.directory.preview_tokens import PreviewTarget, make_token
from tests.api.situations import fixed_uuid

MEMBERS = ["type", "title", "status", "detail", "parameter"]
LONG = "9" * 5000

# Address, parameter named in the answer.
BAD_REQUESTS = [
    ("organisations/?colour=red", "colour"),
    ("organisations/?Lang=es", "Lang"),
    ("organisations/?format=xml", "format"),
    ("organisations/?format=json", "format"),
    ("organisations/?callback=alert", "callback"),
    ("organisations/?_=1", "_"),
    ("organisations/?=x", ""),
    ("organisations/?%00=x", "\x00"),
    ("organisations/?facets=yes", "facets"),
    ("organisations/?facets=TRUE", "facets"),
    ("organisations/?facets=true&facets=true", "facets"),
    ("organisations/?fields=*", "fields"),
    ("organisations/?lang=tlh", "lang"),
    ("organisations/?lang=ES", "lang"),
    ("organisations/?lang=es-MX", "lang"),
    ("organisations/?lang=es,eu", "lang"),
    ("organisations/?lang=es&lang=es", "lang"),
    ("organisations/?lang=%00", "lang"),
    ("organisations/?role=singing", "role"),
    ("organisations/?role=Training", "role"),
    ("organisations/?role=training,,%27--", "role"),
    ("organisations/?role=training%00", "role"),
    ("organisations/?role=" + ",".join(["training"] * 51), "role"),
    ("organisations/?service=accompaniment", "service"),
    ("organisations/?audience=legal", "audience"),
    ("organisations/?country=XX", "country"),
    ("organisations/?country=COL", "country"),
    ("organisations/?country=africa", "country"),
    ("organisations/?country=%C3%9F", "country"),
    ("organisations/?country=CO&country=ZZ", "country"),
    ("organisations/?seat=1", "seat"),
    ("organisations/?seat=%F0%9F%98%80", "seat"),
    ("organisations/?language=e", "language"),
    ("organisations/?language=es_MX", "language"),
    ("organisations/?language=es-", "language"),
    ("organisations/?language=%25", "language"),
    ("organisations/?urgent=false", "urgent"),
    ("organisations/?urgent=1", "urgent"),
    ("organisations/?urgent=true,true", "urgent"),
    ("organisations/?government=maybe", "government"),
    ("organisations/?government=true&government=false", "government"),
    ("organisations/?search=a&search=b", "search"),
    ("organisations/?search=%00", "search"),
    ("organisations/?search=a%0Ab", "search"),
    ("organisations/?search=" + "a" * 201, "search"),
    ("organisations/?bbox=1", "bbox"),
    ("organisations/?bbox=a,b,c,d", "bbox"),
    ("organisations/?bbox=nan,nan,nan,nan", "bbox"),
    ("organisations/?bbox=inf,0,1,1", "bbox"),
    ("organisations/?bbox=0,10,1,0", "bbox"),
    ("organisations/?bbox=0,0,181,1", "bbox"),
    ("organisations/?bbox=0,-91,1,1", "bbox"),
    ("organisations/?bbox=1e5,0,1,1", "bbox"),
    ("organisations/?bbox=0,0,1,1&bbox=0,0,1,1", "bbox"),
    ("organisations/?order=size", "order"),
    ("organisations/?order=-name", "order"),
    ("organisations/?order=name,-verified_on", "order"),
    ("organisations/?order=relevance", "order"),
    ("organisations/?order=relevance&search=%20", "order"),
    ("organisations/?limit=abc", "limit"),
    ("organisations/?limit=101", "limit"),
    ("organisations/?limit=-1", "limit"),
    ("organisations/?limit=1.5", "limit"),
    ("organisations/?limit=1_0", "limit"),
    ("organisations/?limit=%D9%A1", "limit"),
    (f"organisations/?limit={LONG}", "limit"),
    ("organisations/?offset=-1", "offset"),
    ("organisations/?offset=x", "offset"),
    (f"organisations/?offset={LONG}", "offset"),
    (f"organisations/{fixed_uuid(1)}/?lang=xx", "lang"),
    (f"organisations/{fixed_uuid(1)}/?role=training", "role"),
    ("organisations/find/", "slug"),
    ("organisations/find/?slug=", "slug"),
    ("organisations/find/?slug=a&slug=b", "slug"),
    ("organisations/find/?slug=%00", "slug"),
    ("organisations/find/?id=1", "id"),
    ("programmes/?colour=red", "colour"),
    ("programmes/?lang=xx", "lang"),
    ("programmes/?role=training", "role"),
    ("programmes/?order=name", "order"),
    ("programmes/?country=europe", "country"),
    ("programmes/?country=%00", "country"),
    ("programmes/?audience=legal", "audience"),
    ("programmes/?language=e", "language"),
    ("programmes/?open=1", "open"),
    ("programmes/?open=True", "open"),
    ("programmes/?open=true&open=true", "open"),
    ("programmes/?family=unknown", "family"),
    ("programmes/?family=true,false", "family"),
    ("programmes/?organisation=abaco", "organisation"),
    ("programmes/?organisation=1", "organisation"),
    (f"programmes/?organisation={fixed_uuid(1)},{fixed_uuid(2)}", "organisation"),
    (f"programmes/?organisation={fixed_uuid(1).hex}", "organisation"),
    (f"programmes/?organisation={LONG}", "organisation"),
    ("programmes/?search=a&search=b", "search"),
    ("programmes/?search=" + "a" * 201, "search"),
    ("programmes/?limit=101", "limit"),
    ("programmes/?offset=-1", "offset"),
    (f"programmes/{fixed_uuid(101)}/?open=true", "open"),
    ("trainings/?open=true", "open"),
    ("trainings/?audience=journalists", "audience"),
    ("trainings/?country=COL", "country"),
    ("trainings/?language=%25", "language"),
    ("trainings/?search=%00", "search"),
    ("trainings/?limit=x", "limit"),
    (f"trainings/{fixed_uuid(201)}/?lang=ES", "lang"),
    ("testimonies/?search=a", "search"),
    ("testimonies/?country=CO", "country"),
    (f"testimonies/?limit={LONG}", "limit"),
    ("testimonies/?offset=%D9%A1", "offset"),
    ("categories/?kind=colour", "kind"),
    ("categories/?kind=role,service", "kind"),
    ("categories/?limit=5", "limit"),
    ("pages/?lang=xx", "lang"),
    ("pages/?locale=xx", "locale"),
    ("pages/?lang=es&locale=eu", "locale"),
    ("pages/?type=defenders.Nothing", "type"),
    ("pages/?type=auth.User", "type"),
    ("pages/?type=a.b.c", "type"),
    ("pages/?type=%00", "type"),
    ("pages/?child_of=x", "child_of"),
    ("pages/?child_of=-1", "child_of"),
    ("pages/?child_of=999999", "child_of"),
    (f"pages/?child_of={LONG}", "child_of"),
    ("pages/?child_of=99999999999999999999", "child_of"),
    ("pages/?ancestor_of=x", "ancestor_of"),
    ("pages/?descendant_of=x", "descendant_of"),
    ("pages/?descendant_of=root&child_of=root", "descendant_of"),
    ("pages/?translation_of=999999", "translation_of"),
    ("pages/?id=abc", "id"),
    (f"pages/?id={LONG}", "id"),
    ("pages/?show_in_menus=perhaps", "show_in_menus"),
    ("pages/?title=%00", "title"),
    ("pages/?owner=1", "owner"),
    ("pages/?rich_text_format=db_html", "rich_text_format"),
    ("pages/?site=localhost", "site"),
    ("pages/?fields=nothing", "fields"),
    ("pages/?fields=owner", "fields"),
    ("pages/?fields=alias_of", "fields"),
    ("pages/?fields=title(", "fields"),
    ("pages/?fields=" + "a(" * 300, "fields"),
    ("pages/?fields=" + "a(" * 199, "fields"),
    ("pages/?order=random", "order"),
    ("pages/?order=owner", "order"),
    ("pages/?order=--title", "order"),
    ("pages/?search=a&search_operator=xor", "search_operator"),
    ("pages/?search=%00", "search"),
    ("pages/?limit=1000", "limit"),
    ("pages/find/", "html_path"),
    ("pages/find/?id=x", "id"),
    ("pages/find/?html_path=%00", "html_path"),
]

NOT_FOUND = [
    "",
    "nothing/",
    "organisations/x/",
    "organisations/1/",
    "organisations/%00/",
    "organisations/%0A/",
    "organisations/..%2f..%2fetc/",
    "organisations/%ED%A0%80/",
    f"organisations/{fixed_uuid(77)}/",
    f"organisations/{{{fixed_uuid(1)}}}/",
    f"organisations/{fixed_uuid(1).hex}/",
    f"organisations/{fixed_uuid(1)}/more/",
    "organisations/find/?slug=nobody",
    "organisations/find/?slug=%25",
    "categories/role/",
    "programmes/x/",
    "programmes/1/",
    "programmes/find/",
    f"programmes/{fixed_uuid(1)}/",
    f"programmes/{{{fixed_uuid(101)}}}/",
    "programmes/%00/",
    f"trainings/{fixed_uuid(101)}/",
    f"trainings/{fixed_uuid(201).hex}/",
    "trainings/%ED%A0%80/",
    "testimonies/..%2f..%2fetc/",
    f"testimonies/{fixed_uuid(301)}/more/",
    "pages/0/",
    "pages/1/",
    "pages/x/",
    "pages/-1/",
    "pages/99999999999999999999/",
    f"pages/{LONG}/",
    "pages/find/?id=1",
    "pages/find/?html_path=/nowhere/",
    "pages/find/?html_path=/fr/",
    "pages/find/?html_path=%2525",
    "a%0Ab",
    "%FF%FE",
    "//evil.example.org",
]

ODD_BUT_FINE = [
    "organisations/?lang=&role=&search=&limit=&bbox=&order=",
    "organisations/?limit=0",
    "organisations/?facets=",
    "organisations/?facets=false&limit=0",
    "organisations/?limit=100&offset=999999999",
    "organisations/?role=training&role=training,accompaniment",
    "organisations/?country=co,%20fj",
    "organisations/?language=ES-mx",
    "organisations/?search=%27%22%25_%5C--%3B",
    "organisations/?search=%ED%A0%80",
    "organisations/?search=" + "a" * 200,
    "organisations/?bbox=180,-90,-180,90",
    "organisations/?bbox=0.12345678901234567890,0,1,1",
    f"organisations/{str(fixed_uuid(1)).upper()}/",
    "programmes/?lang=&country=&open=&family=&organisation=&search=&limit=",
    "programmes/?country=es,%20ke&country=CO",
    f"programmes/?organisation={str(fixed_uuid(3)).upper()}",
    "programmes/?search=%27%22%25_%5C--%3B",
    "programmes/?limit=0",
    f"programmes/{str(fixed_uuid(101)).upper()}/",
    "trainings/?search=%F0%9F%98%80",
    "trainings/?offset=999999999",
    "testimonies/?limit=100&offset=999999999",
    "pages/?search=%22%27*(",
    "pages/?search=a%20AND%20NEAR%20%22b%22*",
    "pages/?search=" + "%F0%9F%98%80" * 200,
    "pages/?search=formacion&lang=es&order=-title",
    "pages/?search=a&order=slug",
    "pages/?search=%F0%9F%98%80&search_operator=and",
    "pages/?id=99999999999999999999",
    "pages/?type=wagtailcore.Page",
    "pages/?type=defenders.HomePage,defenders.TrainingPage&fields=*",
    "pages/?child_of=root&lang=eu",
    "pages/?order=-first_published_at,title",
]


def assert_problem(response, status):
    assert response.status_code == status, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert list(problem) == MEMBERS
    assert problem["status"] == status
    assert problem["detail"].endswith((".", "?", "…")) and len(problem["detail"]) < 700
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "no-store"
    return problem


@pytest.mark.parametrize(("address", "parameter"), BAD_REQUESTS)
def test_a_bad_parameter_is_named(directory, get, address, parameter):
    assert assert_problem(get(address), 400)["parameter"] == parameter


@pytest.mark.parametrize("address", NOT_FOUND)
def test_what_is_not_there_is_a_404_in_json(directory, get, address):
    assert_problem(get(address), 404)


@pytest.mark.parametrize("address", ODD_BUT_FINE)
def test_odd_but_readable_input_is_answered(directory, get, address):
    response = get(address)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize(
    "address",
    [
        "organisations/",
        f"organisations/{fixed_uuid(1)}/",
        "programmes/",
        f"trainings/{fixed_uuid(201)}/",
        "testimonies/",
        "categories/",
        "pages/",
    ],
)
def test_only_reading_is_allowed(directory, get, address, method):
    response = get(address, method)
    assert_problem(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/*", "text/*;q=0.5", "nonsense"])
def test_a_client_that_refuses_json_gets_a_406_in_json(directory, get, accept):
    assert_problem(get("organisations/", accept=accept), 406)


@pytest.mark.parametrize(
    "accept",
    ["", "*/*", "application/json", "application/*", "text/html,*/*;q=0.8", "application/problem+json"],
)
def test_a_client_that_takes_json_gets_it(directory, get, accept):
    assert get("organisations/?limit=1", accept=accept).status_code == 200


def test_more_parameters_than_can_be_read_are_a_400(directory, get):
    assert_problem(get("organisations/?" + "&".join(f"a{number}=1" for number in range(2000))), 400)


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "latin-1", "nothing"])
def test_the_charset_of_a_content_type_changes_nothing(directory, get, charset):
    headers = {"content-type": f"text/plain; charset={charset}"}
    response = get("organisations/?search=%C3%81baco", **headers)
    assert response.json()["meta"]["total_count"] == 1


def test_details_are_in_english_whatever_the_browser_speaks(directory, get):
    response = get("organisations/?lang=es&role=singing", **{"accept-language": "eu"})
    assert response["Content-Language"] == "en"
    assert response.json()["detail"].startswith("“singing” is not one of the values of “role”")


def test_an_unreachable_database_is_a_503(directory, get, monkeypatch):
    from django.db import OperationalError

    def fail(*args):
        raise OperationalError("password for user defenders")

    monkeypatch.setattr("cms.api.organisations.latest_organisation", fail)
    token = make_token(PreviewTarget("organisation", str(fixed_uuid(1)), "es"))
    response = get(f"organisations/{fixed_uuid(1)}/?preview_token={token}")
    problem = assert_problem(response, 503)
    assert response["Retry-After"] == "30"
    assert "password" not in problem["detail"]


def test_an_unforeseen_failure_is_logged_and_tells_nothing(directory, get, monkeypatch, caplog):
    def fail(*args):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("cms.api.organisations.read_selection", fail)
    response = get("organisations/?search=words-of-a-visitor")
    assert_problem(response, 500)
    assert "secret" not in response.text
    assert "ZeroDivisionError" in caplog.text
    assert "words-of-a-visitor" not in caplog.text


NAMES = [
    "open",
    "family",
    "organisation",
    "audience",
    "lang",
    "role",
    "country",
    "seat",
    "language",
    "urgent",
    "search",
    "bbox",
    "order",
    "facets",
    "limit",
    "offset",
    "x",
]


@pytest.mark.parametrize("name", ["organisations", "programmes", "trainings"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(query=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=12)), max_size=3))
def test_no_query_breaks_a_list(directory, client, name, query):
    response = client.get(
        f"/api/v2/{name}/", [(name, value.encode("utf-8", "replace")) for name, value in query]
    )
    assert response.status_code in (200, 400)
    assert response["Content-Type"] in ("application/json", "application/problem+json")
