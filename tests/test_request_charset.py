"""A request with a strange charset is answered like any other: through the WSGI application, as servers call it."""

from io import BytesIO

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils.module_loading import import_string

from cms.request_charset import with_usable_charset

STRANGE = [
    "hex",
    "idna",
    "rot13",
    "unknown",
    "undefined",
    "punycode",
    "utf-7",
    "unicode_escape",
    "",
    "\0",
    "ñ",
    "é" * 999,
]
ADDRESSES = ["/embed/v1/nothing/", "/api/v2/nothing/", "/widgets/v1/nothing.js", "/nothing"]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_connection():
    """A request does not close the connection of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def status_of(content_type, path="/embed/v1/nothing/", **more):
    """Return the status a server gets for the raw request."""
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "lang=eu&search=%C3%B1%FF\xff",
        "CONTENT_TYPE": content_type,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "https",
        **more,
    }
    statuses = []
    application = import_string(settings.WSGI_APPLICATION)
    application(environ, lambda status, headers: statuses.append(int(status[:3]))).close()
    return statuses[0]


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_strange_charset_changes_nothing(path):
    usual = status_of("text/plain", path)
    assert usual < 500
    assert [status_of(f"text/plain; charset={charset}", path) for charset in STRANGE] == [usual] * len(
        STRANGE
    )


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; CHARSET=Hex",
        'text/plain; charset="hex"',
        "text/plain; charset=utf-8; charset=hex",
        "text/plain; charset*=utf-8''hex",
        "text/plain; charset*=unknown''x",
        "text/plain; charset*=hex''x",
        "text/plain; charset*0=he; charset*1=x",
        "text/plain; x*=unknown''x; charset=hex",
        "; charset=hex",
        ";",
        ";;=;charset",
        "text/plain; charset",
        'text/plain; charset="',
    ],
)
def test_however_it_is_written(content_type):
    assert status_of(content_type) == 404


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"', "iso-8859-1"])
def test_a_usual_charset_stays(charset):
    assert with_usable_charset(f"text/plain; charset={charset}") == f"text/plain; charset={charset}"


def test_the_boundary_of_an_upload_stays():
    cleaned = with_usable_charset('multipart/form-data; charset=hex; boundary="a b"')
    assert cleaned == 'multipart/form-data; boundary="a b"'
