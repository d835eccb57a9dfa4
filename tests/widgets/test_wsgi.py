"""Files that leave before Django is asked are the same as Django would send."""

import io

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.widgets.releases import release
from widgets import public_files, stored_files
from widgets.stored_files import StoredFiles
from widgets.wsgi import PublicFiles

NAME = "directory.es.json"
FILE = b'{"organisations": ["\xc3\xb1"]}' * 200
WIDGET = "map.0a1b2c3d4e.js"
HTTPS = {"HTTP_X_FORWARDED_PROTO": "https"}


@pytest.fixture
def folders(published_root, tmp_path, monkeypatch):
    """A release, and a folder of built widgets."""
    release(published_root, {NAME: FILE, "empty.json": b""})
    (published_root / "current" / "folder.json").mkdir()
    widgets = tmp_path / "v1"
    widgets.mkdir()
    (widgets / WIDGET).write_text("export {};" * 300)
    (widgets / "defenders.js").write_text("export {};")
    monkeypatch.setattr(public_files, "WIDGETS_FOLDER", widgets)


@pytest.fixture
def connections_stay():
    """What Django does to connections between requests, left out as its own test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def ask(application, path, method="GET", **environ):
    """Return (status, headers, body) of a WSGI application's answer."""
    told = []
    answer = application(
        {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "site.example",
            "SERVER_PORT": "80",
            "HTTP_HOST": "site.example",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            **environ,
        },
        lambda status, headers, exc_info=None: told.append((status, headers)),
    )
    try:
        body = b"".join(answer)
    finally:
        getattr(answer, "close", lambda: None)()
    ((status, headers),) = told
    assert len({name.lower() for name, _value in headers}) == len(headers)
    return status, sorted((name.lower(), value) for name, value in headers), body


def nobody(environ, start_response):
    """Stand for a Django that must not be asked."""
    raise AssertionError("Django was asked")


AT_ONCE = [
    (method, path, headers)
    for method in ("GET", "HEAD", "OPTIONS")
    for path in (f"/published/v1/{NAME}", f"/widgets/v1/{WIDGET}", "/widgets/v1/defenders.js")
    for headers in ({}, {"HTTP_ACCEPT_ENCODING": "gzip, br"}, {"HTTP_ACCEPT_ENCODING": "gzip;q=1, br;q=0"})
] + [
    ("GET", f"/published/v1/{NAME}", {"HTTP_IF_NONE_MATCH": "*"}),
    ("HEAD", f"/published/v1/{NAME}", {"HTTP_IF_NONE_MATCH": "*", "HTTP_RANGE": "bytes=0-3"}),
    ("GET", f"/published/v1/{NAME}", {"HTTP_RANGE": "bytes=0-3", "HTTP_IF_RANGE": "*"}),
    ("GET", f"/published/v1/{NAME}", {"QUERY_STRING": "anything=%00", "HTTP_COOKIE": "sessionid=x"}),
    ("GET", "/published/v1/empty.json", {"HTTP_ACCEPT_ENCODING": "br"}),
    ("OPTIONS", "/published/v1/nothing.json", {}),
]

BY_DJANGO = [
    ("GET", f"/published/v1/{NAME}", {"HTTP_IF_MATCH": '"other"'}),
    ("POST", f"/published/v1/{NAME}", {}),
    ("get", f"/published/v1/{NAME}", {}),
    ("DELETE", f"/widgets/v1/{WIDGET}", {}),
    *(
        ("GET", path, {})
        for path in (
            "/published/v1/nothing.json",
            "/published/v1/folder.json",
            "/published/v1/",
            "/published/v1",
            f"/published/v1/{NAME}/",
            f"/published/v1//{NAME}",
            f"/published/v1/./{NAME}",
            f"/published/v1/../v1/{NAME}",
            f"/published/v1/{NAME}\x00",
            f"/published/v1/{NAME}\n",
            f"/published/v1/{NAME}.br",
            "/published/v1/\xc3\xb1.json",
            "/published/v1/\xff.json",
            f"/published/v1/.index/{NAME}",
            "/widgets/v1/nothing.js",
            "/widgets/v1/../wsgi.py",
        )
    ),
]


@pytest.mark.parametrize(("method", "path", "headers"), AT_ONCE)
def test_a_file_leaves_at_once_as_django_would_send_it(folders, connections_stay, method, path, headers):
    assert ask(PublicFiles(nobody), path, method, **headers) == ask(WSGIHandler(), path, method, **headers)


@pytest.mark.parametrize(("method", "path", "headers"), BY_DJANGO)
def test_whatever_is_no_file_is_answered_by_django(folders, connections_stay, method, path, headers):
    django = WSGIHandler()
    assert ask(PublicFiles(django), path, method, **headers) == ask(django, path, method, **headers)
    with pytest.raises(AssertionError, match="Django was asked"):
        ask(PublicFiles(nobody), path, method, **headers)


def test_an_etag_is_the_same_in_every_process(folders):
    first, second = (dict(ask(PublicFiles(nobody), f"/published/v1/{NAME}")[1]) for _process in range(2))
    known = {"HTTP_IF_NONE_MATCH": first["etag"]}
    assert first["etag"] == second["etag"]
    assert ask(PublicFiles(nobody), f"/published/v1/{NAME}", **known)[0] == "304 Not Modified"


class TestOnAPublicHost:
    """What SecurityMiddleware is set to do holds for files too."""

    @pytest.fixture(autouse=True)
    def secure(self, settings, folders, connections_stay):
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        settings.SECURE_SSL_REDIRECT = True
        settings.SECURE_HSTS_SECONDS = 3600
        settings.SECURE_HSTS_PRELOAD = True

    @pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
    def test_browsers_are_told_to_stay_with_https(self, method):
        got = ask(PublicFiles(nobody), f"/published/v1/{NAME}", method, **HTTPS)
        assert got == ask(WSGIHandler(), f"/published/v1/{NAME}", method, **HTTPS)
        assert dict(got[1])["strict-transport-security"] == "max-age=3600; preload"

    @pytest.mark.parametrize("scheme", [{}, {"HTTP_X_FORWARDED_PROTO": "http"}])
    def test_http_is_redirected(self, scheme):
        path = f"/published/v1/{NAME}"
        got = ask(PublicFiles(WSGIHandler()), path, **scheme)
        assert got == ask(WSGIHandler(), path, **scheme)
        assert got[0].startswith("301") and dict(got[1])["location"] == f"https://site.example{path}"

    def test_http_without_a_redirect_says_nothing_of_https(self, settings):
        settings.SECURE_SSL_REDIRECT = False
        got = ask(PublicFiles(nobody), f"/published/v1/{NAME}")
        assert got == ask(WSGIHandler(), f"/published/v1/{NAME}")
        assert "strict-transport-security" not in dict(got[1])


def test_a_site_without_security_middleware_adds_nothing(folders, connections_stay, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "SecurityMiddleware" not in name]
    got = ask(PublicFiles(nobody), f"/published/v1/{NAME}")
    assert got == ask(WSGIHandler(), f"/published/v1/{NAME}")
    assert "cross-origin-opener-policy" not in dict(got[1])


def test_middleware_of_a_site_that_comes_first_sees_every_request(folders, settings):
    settings.MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *settings.MIDDLEWARE]
    with pytest.raises(AssertionError, match="Django was asked"):
        ask(PublicFiles(nobody), f"/published/v1/{NAME}")


def test_a_site_may_have_other_plans_for_these_addresses(folders, settings):
    settings.ROOT_URLCONF = "cms.api.urls"
    with pytest.raises(AssertionError, match="Django was asked"):
        ask(PublicFiles(nobody), f"/widgets/v1/{WIDGET}")


class TestStoredFiles:
    """Memory is bounded, and a file is always that of the moment."""

    def test_a_small_file_is_read_once(self, tmp_path):
        path = tmp_path / "a"
        path.write_bytes(b"small")
        files = StoredFiles(largest=10, together=20)
        assert files.content(path) is files.content(path)
        assert files.content(path).body == b"small"

    def test_a_changed_file_is_read_again(self, tmp_path):
        path, other = tmp_path / "a", tmp_path / "b"
        path.write_bytes(b"old")
        other.write_bytes(b"new")
        files = StoredFiles(largest=10, together=20)
        before = files.content(path)
        other.rename(path)
        assert (before.body, files.content(path).body) == (b"old", b"new")
        assert before.tag != files.content(path).tag

    def test_a_large_file_is_sent_in_pieces_and_its_tag_is_that_of_its_bytes(self, tmp_path):
        path = tmp_path / "a"
        path.write_bytes(b"0123456789" * 100_000)
        large = StoredFiles(largest=10, together=20).content(path)
        whole = StoredFiles(largest=10**7, together=10**7).content(path)
        pieces = list(large.body)
        large.body.close()
        assert len(pieces) > 1 and b"".join(pieces) == whole.body
        assert (large.tag, large.length) == (whole.tag, whole.length)

    def test_a_large_file_that_is_exchanged_while_it_is_sent_stays_whole(self, tmp_path):
        path, other = tmp_path / "a", tmp_path / "b"
        path.write_bytes(b"a" * 600_000)
        other.write_bytes(b"b" * 600_000)
        files = StoredFiles(largest=10, together=20)
        content = files.content(path)
        pieces = iter(content.body)
        first = next(pieces)
        other.rename(path)
        assert set(first + b"".join(pieces)) == {ord("a")}
        assert files.content(path).tag != content.tag

    def test_what_was_kept_first_goes_first(self, tmp_path):
        files = StoredFiles(largest=10, together=20)
        paths = [tmp_path / name for name in "abc"]
        for path in paths:
            path.write_bytes(path.name.encode() * 9)
        kept = [files.content(path) for path in paths]
        assert files.content(paths[1]) is kept[1]
        assert files.content(paths[0]) is not kept[0]

    def test_a_folder_is_no_file(self, tmp_path):
        assert StoredFiles(largest=10, together=20).content(tmp_path) is None


class TestLargeFiles:
    """What is not kept in memory is open for as long as it is sent, and no longer."""

    @pytest.fixture
    def opened(self, published_root, monkeypatch):
        """The large file is published; gives the list of files that were opened."""
        release(published_root, {NAME: b"0123456789" * 100}, encodings=())
        monkeypatch.setattr(public_files, "_stored", StoredFiles(largest=10, together=20))
        opened = []
        pieces = stored_files.Pieces
        monkeypatch.setattr(stored_files, "Pieces", lambda file: opened.append(file) or pieces(file))
        return opened

    @pytest.mark.parametrize(
        ("method", "headers", "status"),
        [
            ("GET", {}, "200 OK"),
            ("HEAD", {}, "200 OK"),
            ("GET", {"HTTP_IF_NONE_MATCH": "*"}, "304 Not Modified"),
            ("GET", {"HTTP_IF_MATCH": '"other"'}, "412 Precondition Failed"),
        ],
    )
    def test_the_file_is_closed_whatever_the_answer(self, opened, connections_stay, method, headers, status):
        django = WSGIHandler()
        got = ask(PublicFiles(django), f"/published/v1/{NAME}", method, **headers)
        assert got == ask(django, f"/published/v1/{NAME}", method, **headers)
        assert got[0] == status
        assert opened and all(file.closed for file in opened)
