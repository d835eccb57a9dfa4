"""What nginx goes on serving while the application is down, or is being exchanged."""

import re

import pytest

from tests.deployment.shipped import commands_of_unit
from tests.deployment.survival import EMBEDDED, PUBLISHED, stopped

# Headers that nginx cannot know: they come from what the bytes are, and from the server that sends them.
OF_THE_APPLICATION = {
    "etag",
    "date",
    "connection",
    "server",
    "content-length",
    "transfer-encoding",
    "accept-ranges",
}


@pytest.fixture(scope="module")
def before(machine):
    """The answers while everything runs, and the static copy that a timer makes."""
    (command,) = commands_of_unit("defenders-mirror.service", machine.places)
    machine.manage(*command)
    return {path: machine.visitor.ask(path) for path in PUBLISHED + EMBEDDED}


@pytest.fixture(scope="module")
def without_application(machine, before):
    with stopped(machine.granian, machine):
        yield machine.visitor


@pytest.mark.parametrize("path", PUBLISHED)
def test_without_the_application_published_files_are_the_same_bytes(without_application, before, path):
    reply, usual = without_application.ask(path), before[path]
    assert (reply.status, reply.body) == (200, usual.body)
    for name in set(usual.headers) - OF_THE_APPLICATION - {"cross-origin-opener-policy"}:
        assert reply.headers.get(name) == usual.headers[name], name
    assert "last-modified" not in reply.headers
    packed = without_application.ask(path, {"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", EMBEDDED)
def test_without_the_application_embed_pages_and_widgets_are_those_of_the_copy(
    without_application, before, path
):
    reply, usual = without_application.ask(path), before[path]
    assert reply.status == 200
    assert reply.headers["content-type"] == usual.headers["content-type"]
    assert reply.headers["access-control-allow-origin"] == "*"
    if "text/html" in usual.headers["content-type"]:
        assert re.search(r"<html[^>]*>", reply.text)[0] == re.search(r"<html[^>]*>", usual.text)[0]
        assert reply.headers["content-security-policy"] == usual.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/published/v1/index/", "/published/v1/nothing.json", "/published/v1/directory.es.json.gz"]
)
def test_without_the_application_nothing_else_of_a_release_is_shown(without_application, path):
    assert without_application.ask(path).status == 404


def test_without_the_application_the_api_says_where_everything_is(without_application):
    reply = without_application.ask("/api/v2/organisations/")
    assert (reply.status, reply.headers["content-type"]) == (503, "application/problem+json")
    assert reply.headers["access-control-allow-origin"] == "*"
    assert "/published/v1/" in reply.text


@pytest.mark.parametrize("path", ["/es/", "/admin/", "/embed/v1/organisations/nobody-has-this-name/"])
def test_without_the_application_other_pages_ask_to_come_again_in_five_languages(without_application, path):
    reply = without_application.ask(path)
    assert (reply.status, reply.headers["retry-after"], reply.headers["cache-control"]) == (
        503,
        "60",
        "no-store",
    )
    assert re.findall(r'<p lang="(\w+)"', reply.text) == ["es", "eu", "en", "fr", "ar"]
