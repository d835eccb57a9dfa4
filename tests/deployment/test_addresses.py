"""Every kind of address answers through nginx with the headers of the application; what has no address has none."""

import gzip
import socket
import ssl

import brotli
import pytest

from tests.deployment.visitor import Visitor

PUBLIC = [
    ("/api/v2/organisations/?lang=es&limit=2", "application/json"),
    ("/published/v1/directory.es.json", "application/json"),
    ("/published/v1/places.es.geojson", "application/geo+json"),
    ("/widgets/v1/defenders.js", "text/javascript"),
    ("/embed/v1/map/?lang=eu", "text/html"),
    ("/embed/", "text/html"),
    ("/readyz", "application/json"),
    ("/sitemap.xml", "application/xml"),
]
PAGES = [("/es/", "text/html"), ("/accounts/login/", "text/html")]
UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.mark.parametrize(("path", "kind"), [*PUBLIC, *PAGES])
def test_every_kind_of_address_answers(machine, path, kind):
    reply = machine.visitor.ask(path)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(kind)
    assert reply.headers["strict-transport-security"].startswith("max-age=31536000")
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["server"] == "nginx"


@pytest.mark.parametrize(("path", "_kind"), PUBLIC)
def test_public_addresses_answer_any_origin_and_set_no_cookie(machine, path, _kind):
    headers = machine.visitor.ask(path, {"Origin": "https://partner.example", "Cookie": "a=b"}).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    "path", ["/published/v1/directory.es.json", "/static/defenders/site/site.css", "/es/"]
)
def test_no_header_is_said_twice(machine, path):
    reply = machine.visitor.ask(path)
    assert len(set(reply.names)) == len(reply.names)


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
@pytest.mark.parametrize("path", ["/published/v1/directory.es.json", "/embed/v1/map/?lang=es"])
def test_an_encoding_arrives_as_it_was_asked_for(machine, path, encoding):
    reply = machine.visitor.ask(path, {"Accept-Encoding": encoding})
    assert reply.headers.get("content-encoding", "") == encoding
    assert UNPACKED[encoding](reply.body) == machine.visitor.ask(path).body
    again = machine.visitor.ask(path, {"Accept-Encoding": encoding, "If-None-Match": reply.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_guidance_pages_are_compressed_and_pages_with_secrets_are_not(machine):
    accepts = {"Accept-Encoding": "gzip"}
    assert machine.visitor.ask("/es/", accepts).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in machine.visitor.ask("/accounts/login/", accepts).headers


def test_http_2_is_spoken(machine):
    context = ssl.create_default_context(cafile=str(machine.certificate.authority))
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", machine.places.https)) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as secure,
    ):
        assert secure.selected_alpn_protocol() == "h2"
        assert secure.version() == "TLSv1.3"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:")
def test_old_versions_of_tls_are_refused(machine):
    context = ssl.create_default_context(cafile=str(machine.certificate.authority))
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    context.options |= ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with socket.create_connection(("127.0.0.1", machine.places.https)) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname="localhost")


def test_http_leads_to_https_of_the_site_whatever_was_asked_for(machine):
    reply = Visitor(machine.places.http).ask("/es/?a=b", {"Host": "localhost"})
    assert (reply.status, reply.headers["location"]) == (301, f"{machine.url}/es/?a=b")


def test_another_host_gets_no_answer_and_no_certificate(machine):
    with pytest.raises(ConnectionError):
        machine.visitor.ask("/", {"Host": "other.example"})
    with pytest.raises(ConnectionError):
        Visitor(machine.places.http).ask("/", {"Host": "other.example"})
    context = ssl.create_default_context(cafile=str(machine.certificate.authority))
    with socket.create_connection(("127.0.0.1", machine.places.https)) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname="other.example")


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/secret.pdf",
        "/media/original_images/secret.jpg",
        "/media/images/../documents/secret.pdf",
        "/media/images/..%2fdocuments/secret.pdf",
        "/media/images/%2e%2e/documents/secret.pdf",
        "/media/images//../../documents/secret.pdf",
        "/media/images/.secret.pdf",
        "/media/images/",
        "/media/",
        "/static../media/documents/secret.pdf",
        "/static/../media/documents/secret.pdf",
        "/static/",
        "/published/v1/../../etc/environment",
        "/published/",
        "/unavailable.html",
        "/etc/environment",
    ],
)
def test_documents_and_originals_are_not_reachable_by_an_address(machine, path):
    media = machine.places.state / "media"
    for name in ("documents/secret.pdf", "original_images/secret.jpg", "images/.secret.pdf"):
        (media / name).parent.mkdir(exist_ok=True)
        (media / name).write_text("nobody reads this")
    reply = machine.visitor.ask(path)
    assert reply.status in (301, 302, 400, 403, 404)
    assert "nobody reads this" not in reply.text
    assert "SECRET_KEY" not in reply.text


def test_pictures_as_they_are_shown_are_reachable(machine):
    folder = machine.places.state / "media" / "images"
    folder.mkdir(exist_ok=True)
    (folder / "a1b2.width-400.webp").write_bytes(b"RIFF")
    reply = machine.visitor.ask("/media/images/a1b2.width-400.webp")
    assert (reply.status, reply.body) == (200, b"RIFF")
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    assert reply.headers["content-type"] == "image/webp"


def test_nobody_chooses_the_address_she_is_counted_under(machine):
    """Whoever writes another address each time meets the limit all the same: what she writes is replaced."""
    statuses = set()
    for number in range(400):
        reply = machine.visitor.ask("/api/v2/categories/", {"X-Forwarded-For": f"203.0.113.{number % 250}"})
        statuses.add(reply.status)
        if reply.status == 429:
            break
    assert statuses == {200, 429}
    assert 0 < int(reply.headers["retry-after"]) <= 60


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [("/es/", 1_100_000, 413), ("/api/v2/pages/", 1_100_000, 413), ("/admin/images/add/", 22_100_000, 413)],
)
def test_a_body_that_is_too_large_never_reaches_the_application(machine, path, size, status):
    headers = {"Content-Type": "application/octet-stream", "Content-Length": str(size)}
    assert machine.visitor.ask(path, headers, method="POST", body=b"x").status == status


def test_nginx_takes_what_an_editor_may_upload(machine):
    settings = machine.manage(
        "shell",
        "--no-imports",
        "--command",
        "from django.conf import settings as s; print(s.WAGTAILDOCS_MAX_UPLOAD_SIZE, s.WAGTAILIMAGES_MAX_UPLOAD_SIZE)",
    )
    assert max(map(int, settings.split())) < 21 * 1024 * 1024
