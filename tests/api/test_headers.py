"""Who may read an answer, how long it may be kept, and what it never carries."""

import pytest
from django.contrib.auth import get_user_model

from tests.api.situations import fixed_uuid

ANSWERS = [
    ("organisations/", 200),
    (f"organisations/{fixed_uuid(1)}/?lang=eu", 200),
    ("organisations/find/?slug=abaco", 302),
    ("organisations/find/?slug=abaco-antigua", 301),
    ("organisations/?colour=red", 400),
    ("programmes/?open=true", 200),
    (f"programmes/{fixed_uuid(101)}/?lang=eu", 200),
    ("programmes/?open=1", 400),
    ("trainings/", 200),
    (f"trainings/{fixed_uuid(77)}/", 404),
    ("testimonies/?lang=eu", 200),
    ("categories/", 200),
    ("pages/", 200),
    ("pages/1/", 404),
    ("nothing/", 404),
]
OF_A_BROWSER = {"accept-language": "fr", "cookie": "sessionid=x; csrftoken=y; django_language=ar"}


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_any_origin_may_read_and_nothing_tells_visitors_apart(directory, get, address, status):
    response = get(address, **OF_A_BROWSER)
    assert response.status_code == status
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Vary"] == "Accept-Encoding"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Access-Control-Allow-Credentials" not in response
    assert get(address).content == response.content


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_a_logged_in_editor_sees_what_everybody_sees(directory, client, get, address, status):
    anonymous = get(address)
    client.force_login(get_user_model().objects.create_superuser("editor"))
    response = get(address)
    assert response.content == anonymous.content
    assert not response.cookies
    assert not hasattr(response.wsgi_request, "session")


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("organisations/", "es"),
        ("organisations/?lang=eu", "eu"),
        ("programmes/?lang=ar", "ar"),
        (f"trainings/{fixed_uuid(201)}/", "es"),
        ("testimonies/?lang=eu", "eu"),
        ("categories/?lang=ar", "ar"),
        ("pages/?lang=eu", "eu"),
        ("pages/", None),
    ],
)
def test_the_language_is_that_of_the_address(directory, get, address, language):
    assert get(address, **OF_A_BROWSER).get("Content-Language") == language


@pytest.mark.parametrize(
    "address",
    [
        "organisations/",
        f"organisations/{fixed_uuid(1)}/",
        "programmes/",
        f"programmes/{fixed_uuid(101)}/",
        "trainings/",
        "testimonies/",
        "categories/",
        "pages/",
    ],
)
def test_an_answer_is_sent_once_while_it_stays_the_same(directory, get, address):
    first = get(address)
    assert first["Cache-Control"] == "public, max-age=60"
    etag = first["ETag"]
    assert etag.startswith('"') and len(etag) == 34
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = get(address, **{"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == etag
        assert again["Access-Control-Allow-Origin"] == "*"
        assert again["Vary"] == "Accept-Encoding"
    assert get(address, **{"if-none-match": '"other"'}).status_code == 200


def test_the_etag_changes_with_the_language(directory, get):
    assert get("organisations/?lang=es")["ETag"] != get("organisations/?lang=eu")["ETag"]


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_head_has_the_headers_of_get_and_no_body(directory, get, address, status):
    whole, head = get(address), get(address, "head")
    assert head.status_code == status
    assert head.content == b""
    assert dict(head.headers) == dict(whole.headers)


@pytest.mark.parametrize("address", ["organisations/", "organisations/?colour=red", "pages/", "categories/"])
def test_a_browser_that_asks_first_is_told_what_is_allowed(directory, get, address):
    response = get(
        address,
        "options",
        origin="https://partner.example.org",
        **{"access-control-request-method": "GET", "access-control-request-headers": "x-anything"},
    )
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Headers"] == "*"


def test_addresses_come_from_the_configured_base_and_never_from_the_request(directory, get):
    for address in ("organisations/", "pages/?fields=*", "organisations/find/?slug=abaco"):
        response = get(address, host="evil.example.org", **{"x-forwarded-host": "evil.example.org"})
        assert "evil" not in response.text + response.get("Location", "")


@pytest.mark.parametrize("address", ["organisations", "categories", "pages", "organisations/find"])
def test_an_endpoint_without_its_last_slash_is_shown_the_way(get, address):
    response = get(f"{address}?lang=eu")
    assert response.status_code == 301
    assert response["Location"] == f"/api/v2/{address}/?lang=eu"


def test_public_addresses_are_answered_before_sessions_and_languages(settings):
    assert settings.MIDDLEWARE[:2] == [
        "django.middleware.security.SecurityMiddleware",
        "cms.api.middleware.PublicAddressMiddleware",
    ]


def test_what_is_not_public_goes_on_through_the_other_middleware(db, client):
    assert client.get("/admin/").status_code == 302
