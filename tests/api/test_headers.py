"""Who may read an answer, how long it may be kept, and HTTP to the letter (RFC 9110), for everything public."""

import zlib

import brotli
import pytest
from django.contrib.auth import get_user_model

from cms.common.http.conditions import entity_tag, entity_tag_of
from cms.common.http.encodings import WORTH_COMPRESSING
from tests.api.situations import fixed_uuid

JSON, HTML, CSS = "application/json", "text/html; charset=utf-8", "text/css; charset=utf-8"
MINUTE = "public, max-age=60"
FIVE_MINUTES = "public, max-age=300, stale-if-error=86400"

# Address -> type, how long it may be kept, and whether it lies there compressed or is compressed for every answer.
STORED, MADE, PICTURE = "stored", "made", "picture"
PUBLIC = {
    "/api/v2/organisations/?lang=eu": (JSON, MINUTE, MADE),
    f"/api/v2/organisations/{fixed_uuid(1)}/": (JSON, MINUTE, MADE),
    "/api/v2/programmes/": (JSON, MINUTE, MADE),
    "/api/v2/categories/": (JSON, MINUTE, MADE),
    "/api/v2/pages/": (JSON, MINUTE, MADE),
    "/api/v2/schema/": (JSON, MINUTE, MADE),
    "/api/v2/docs/": (HTML, MINUTE, MADE),
    "/published/v1/manifest.json": (JSON, FIVE_MINUTES, STORED),
    "/published/v1/directory.ar.json": (JSON, FIVE_MINUTES, STORED),
    "/published/v1/places.es.geojson": ("application/geo+json", FIVE_MINUTES, STORED),
    "/published/v1/organisations.es.csv": ("text/csv; charset=utf-8; header=present", FIVE_MINUTES, STORED),
    "/widgets/v1/manifest.json": (JSON, FIVE_MINUTES, STORED),
    "/widgets/v1/defenders.js": ("text/javascript; charset=utf-8", FIVE_MINUTES, STORED),
    "/embed/v1/map/?lang=eu": (HTML, FIVE_MINUTES, MADE),
    "/embed/v1/organisations/abaco/": (HTML, FIVE_MINUTES, MADE),
    "/embed/v1/style.css": (CSS, FIVE_MINUTES, STORED),
    "/embed/v1/accent/0a4d68.css": (CSS, FIVE_MINUTES, MADE),
    "/embed/v1/map.dark.webp": ("image/webp", FIVE_MINUTES, PICTURE),
}
OF_EVERYTHING = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}
NEVER = ("Set-Cookie", "X-Frame-Options", "Accept-Ranges", "Last-Modified", "Expires", "Pragma")
DECODED = {"br": brotli.decompress, "gzip": lambda content: zlib.decompress(content, 31), None: bytes}

# Answers of the API, good and bad.
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


def test_the_etag_changes_with_the_language(directory, get):
    assert get("organisations/?lang=es")["ETag"] != get("organisations/?lang=eu")["ETag"]


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_head_has_the_headers_of_get_and_no_body(directory, get, address, status):
    whole, head = get(address), get(address, "head")
    assert head.status_code == status
    assert head.content == b""
    assert dict(head.headers) == dict(whole.headers)


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
    assert settings.MIDDLEWARE[:4] == [
        "cms.headers.middleware.HeadersMiddleware",
        "django.middleware.security.SecurityMiddleware",
        "cms.pages.onion.OnionLocationMiddleware",
        "cms.api.middleware.PublicAddressMiddleware",
    ]


def test_what_is_not_public_goes_on_through_the_other_middleware(db, client):
    assert client.get("/admin/").status_code == 302


everything_public = pytest.mark.parametrize("address", PUBLIC)


@pytest.fixture
def ask(directory, client):
    """Return a function that asks for an address."""

    def get(address, method="get", **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(client, method)(address, headers=headers)

    return get


@everything_public
def test_anybody_may_read_it_and_nothing_tells_visitors_apart(ask, address):
    kind, kept, _how = PUBLIC[address]
    response = ask(address, **OF_A_BROWSER, origin="https://partner.example")
    told = {name: response.get(name) for name in OF_EVERYTHING}
    assert response.status_code == 200
    assert (told, response["Content-Type"], response["Cache-Control"]) == (OF_EVERYTHING, kind, kept)
    assert not response.cookies
    assert [name for name in NEVER if name in response] == []
    assert response["Content-Length"] == str(len(response.content))
    assert ask(address).content == response.content


@everything_public
def test_each_encoding_is_the_same_content_with_a_strong_tag_of_its_own(ask, address):
    _kind, _kept, how = PUBLIC[address]
    answers = [ask(address, accept_encoding=one) for one in ("identity", "gzip", "br")]
    plain = answers[0].content
    tags = {}
    for answer in answers:
        encoding = answer.get("Content-Encoding")
        assert DECODED[encoding](answer.content) == plain
        assert answer["Content-Length"] == str(len(answer.content))
        tags[encoding] = answer["ETag"]
        # Nothing but the bytes, and what makes them: every worker on every machine gives the same tag.
        made = entity_tag_of(plain, encoding or "identity")
        assert answer["ETag"] == (made if how == MADE else entity_tag(answer.content))
    assert len(set(tags.values())) == len(tags)
    is_compressed = how == STORED or (how == MADE and len(plain) >= WORTH_COMPRESSING)
    assert len(tags) == (3 if is_compressed else 1)


@everything_public
def test_who_has_it_gets_no_body(ask, address):
    for encoding in ("identity", "br"):
        whole = ask(address, accept_encoding=encoding)
        tag = whole["ETag"]
        for known in (tag, f"W/{tag}", f'"a,b", {tag}', "*"):
            answer = ask(address, accept_encoding=encoding, if_none_match=known)
            assert (answer.status_code, answer.content) == (304, b"")
            for name in ("ETag", "Cache-Control", *OF_EVERYTHING):
                assert answer[name] == whole[name]
            assert not [
                name for name in answer.headers if name.startswith("Content-") and "Policy" not in name
            ]


@everything_public
def test_head_is_get_without_the_body(ask, address):
    for headers in ({}, {"accept_encoding": "br"}, {"if_none_match": "*"}):
        whole, head = ask(address, **headers), ask(address, "head", **headers)
        assert head.content == b""
        assert (head.status_code, dict(head.headers)) == (whole.status_code, dict(whole.headers))


@everything_public
def test_conditions_that_cannot_be_judged_are_ignored_and_those_that_can_are_not(ask, address):
    whole = ask(address)
    for headers in (
        {"if_none_match": '"other"'},
        {"if_none_match": '"other"', "if_modified_since": "Wed, 01 Jan 2031 00:00:00 GMT"},
        {"if_modified_since": "Wed, 01 Jan 2031 00:00:00 GMT"},
        {"if_unmodified_since": "Sun, 01 Jan 2006 00:00:00 GMT"},
        {"range": "bytes=0-3"},
        {"range": "bytes=0-3", "if_range": whole["ETag"]},
        {"if_match": "*"},
        {"if_match": f'"other", {whole["ETag"]}'},
    ):
        answer = ask(address, **headers)
        assert (answer.status_code, answer.content) == (200, whole.content), headers
    for wrong in ('"other"', f"W/{whole['ETag']}", "nonsense", ""):
        answer = ask(address, if_match=wrong, if_none_match=whole["ETag"])
        assert answer.status_code == 412
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["Cache-Control"] == "no-store"


@everything_public
def test_a_browser_that_asks_first_is_told_what_is_allowed(ask, address):
    answer = ask(address, "options", access_control_request_headers="if-none-match")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Allow"] == answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer["Access-Control-Allow-Headers"] == "*"
    assert "Content-Length" not in answer and "Content-Type" not in answer


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@everything_public
def test_nothing_can_be_written(ask, address, method):
    answer = ask(address, method)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer["Content-Type"] == "application/problem+json"
