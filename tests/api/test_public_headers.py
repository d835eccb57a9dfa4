"""One table of everything public: who may read it, how long it may be kept, and HTTP to the letter (RFC 9110)."""

import zlib

import brotli
import pytest

from cms.common.http.conditions import entity_tag, entity_tag_of
from tests.api.situations import fixed_uuid

JSON, HTML, CSS = "application/json", "text/html; charset=utf-8", "text/css; charset=utf-8"
MINUTE = "public, max-age=60"
FIVE_MINUTES = "public, max-age=300, stale-if-error=86400"

# Address -> type, how long it may be kept, and whether it lies there compressed or is compressed for every answer.
STORED, MADE = "stored", "made"
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
    "/embed/v1/map.dark.webp": ("image/webp", FIVE_MINUTES, "picture"),
}
OF_EVERYTHING = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}
NEVER = ("Set-Cookie", "X-Frame-Options", "Accept-Ranges", "Last-Modified", "Expires", "Pragma")
OF_A_BROWSER = {
    "cookie": "sessionid=x; csrftoken=y",
    "accept-language": "fr",
    "origin": "https://partner.example",
}
DECODED = {"br": brotli.decompress, "gzip": lambda content: zlib.decompress(content, 31), None: bytes}

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
    response = ask(address, **OF_A_BROWSER)
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
    assert len(tags) == (3 if how != "picture" and len(plain) > 1400 else 1 if how != STORED else 3)


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
