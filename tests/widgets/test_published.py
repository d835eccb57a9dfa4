import gzip
import json

import brotli
import pytest

from tests.widgets.releases import release

DIRECTORY = json.dumps({"organisations": ["ñ"] * 400}, ensure_ascii=False).encode()
URL = "/published/v1/directory.es.json"


@pytest.fixture
def published(published_root):
    return release(published_root, {"directory.es.json": DIRECTORY, "places.es.geojson": b'{"a":1}'})


@pytest.mark.parametrize(
    ("accepted", "encoding", "decode"),
    [("br, gzip", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("", None, bytes)],
)
def test_the_file_comes_in_the_encoding_the_client_takes(client, published, accepted, encoding, decode):
    response = client.get(URL, headers={"Accept-Encoding": accepted})
    assert response.status_code == 200
    assert response.get("Content-Encoding") == encoding
    assert decode(response.content) == DIRECTORY
    assert response["Content-Length"] == str(len(response.content))


def test_the_headers_are_those_of_the_contract(client, published):
    response = client.get(URL)
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=300, stale-if-error=86400"
    assert response["Vary"] == "Accept-Encoding"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    for absent in ("X-Frame-Options", "Content-Language", "Set-Cookie"):
        assert absent not in response


def test_geojson_says_what_it_is(client, published):
    assert client.get("/published/v1/places.es.geojson")["Content-Type"] == "application/geo+json"


def test_each_encoding_has_an_etag_of_its_own_and_all_are_strong(client, published):
    tags = {client.get(URL, headers={"Accept-Encoding": e})["ETag"] for e in ("br", "gzip", "identity")}
    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_a_client_that_has_the_file_gets_no_body(client, published, form):
    tag = client.get(URL)["ETag"]
    response = client.get(URL, headers={"If-None-Match": form.format(tag)})
    assert response.status_code == 304
    assert response.content == b""
    assert (response["ETag"], response["Vary"]) == (tag, "Accept-Encoding")
    assert "Cache-Control" in response


@pytest.mark.parametrize("tag", ['"other"', "nonsense", '"', ""])
def test_a_client_that_has_another_file_gets_this_one(client, published, tag):
    assert client.get(URL, headers={"If-None-Match": tag}).status_code == 200


def test_the_etag_stays_when_the_same_content_is_published_again(client, published, published_root):
    before = client.get(URL, headers={"Accept-Encoding": "br"})["ETag"]
    release(published_root, {"directory.es.json": DIRECTORY}, number=2)
    assert client.get(URL, headers={"Accept-Encoding": "br"})["ETag"] == before


def test_a_new_release_is_served_at_once(client, published, published_root):
    release(published_root, {"directory.es.json": b"{}"}, number=2)
    assert client.get(URL).content == b"{}"


def test_head_tells_the_size_without_the_content(client, published):
    response = client.head(URL)
    assert response.status_code == 200
    assert response["Content-Length"] == str(len(DIRECTORY))
    assert response.content == b""


def test_another_origin_may_ask_first(client, published):
    response = client.options(URL, headers={"Origin": "https://partner.example"})
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_can_be_written(client, published, method):
    response = getattr(client, method)(URL)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert_problem(response)


def test_a_release_without_compressed_copies_is_served_as_it_is(client, published_root):
    release(published_root, {"directory.es.json": DIRECTORY}, encodings=())
    response = client.get(URL, headers={"Accept-Encoding": "br"})
    assert (response.content, "Content-Encoding" in response) == (DIRECTORY, False)


@pytest.mark.parametrize(
    "name",
    [
        "directory.xx.json",
        "directory.es.json.br",
        "directory.es.json.gz",
        "directory.es.json%00",
        "directory.es.json%0a",
        "..%2fsecret.json",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%5csecret.json",
        "../secret.json",
        "....//secret.json",
        "%2fetc%2fpasswd",
        "secret",
        ".json",
        "Directory.es.json",
        "directory.es.json/",
        "directory.es.json/extra",
        "subfolder.json",
        "%ff%fe.json",
        "directory.%D9%A3.json",
        "a" * 3000 + ".json",
    ],
)
def test_only_published_names_are_read(client, published, published_root, name):
    (published_root / "secret.json").write_text('"secret"')
    (published_root / "releases" / "secret.json").write_text('"secret"')
    (published / "subfolder.json").mkdir()
    (published / "secret").write_text("secret")
    response = client.get(f"/published/v1/{name}")
    assert response.status_code == 404
    assert b"secret" not in response.content
    assert_problem(response)


def test_before_the_first_publication_it_says_so(client, published_root):
    response = client.get(URL)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert_problem(response)


def test_what_a_visitor_sends_along_changes_nothing(client, published):
    response = client.get(
        f"{URL}?anything=%00",
        headers={"Host": "evil.example", "Cookie": "sessionid=x; csrftoken=y", "Accept-Language": "ar"},
    )
    assert response.content == DIRECTORY
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies


def assert_problem(response):
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    body = json.loads(response.content)
    assert body["status"] == response.status_code
    assert {"type", "title", "detail"} <= set(body)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("organisations.es.csv", "text/csv; charset=utf-8; header=present"),
        ("places.es.geojson", "application/geo+json"),
        ("hsds.json", "application/json"),
    ],
)
def test_a_file_says_of_what_type_it_is(client, published_root, name, kind):
    release(published_root, {name: b"{}"})
    assert client.get(f"/published/v1/{name}")["Content-Type"] == kind
