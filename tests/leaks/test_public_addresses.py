"""Nothing that is not public is in any answer to a visitor: every address, format, language and way of asking."""

import pytest

from tests.leaks.routes import has_parts, public_routes
from tests.leaks.sweep import Sweep
from tests.leaks.visits import VISITS

ROUTES = sorted(public_routes())
# Pattern -> what of the public example its answers show: a sweep that finds nothing has looked there.
SHOWN = {
    "api/v2/^organisations/": {"example: name", "example: phone", "example: office", "example: summary es"},
    "api/v2/^organisations/<str:uuid>/": {"example: description es", "example: street", "example: e-mail"},
    "api/v2/^organisations/find/": {"example: id"},
    "api/v2/^programmes/": {"example: programme", "example: summary of the programme es"},
    "api/v2/^programmes/<str:uuid>/": {"example: what_it_offers of the programme es"},
    "api/v2/^trainings/": {"example: training"},
    "api/v2/^trainings/<str:uuid>/": {"example: training es"},
    "api/v2/^testimonies/": {"example: whose words", "testimony: stored name of the picture"},
    "api/v2/^testimonies/<str:uuid>/": {"example: quote es", "example: context eu"},
    "api/v2/^pages/": {"example: title", "example: rich text"},
    "api/v2/^pages/<int:pk>/": {
        "example: quote",
        "example: introduction",
        "page: stored name of the picture",
        "page: stored name of the document",
    },
    "published/v1/<str:name>": {
        "example: name",
        "example: telegram",
        "example: hours ar",
        "example: office",
        "example: programme",
        "example: whose words",
        "example: title",
        "logo: stored name of the picture",
    },
    "embed/v1/map/": {"example: name"},
    "embed/v1/directory/": {"example: name", "example: hotline"},
    "embed/v1/organisations/<str:slug>/": {"example: phone", "example: form", "example: how to ask es"},
    "embed/v1/guidance/<slug:key>/": {"example: title", "example: rich text"},
    "oembed/": {"example: slug", "example: name"},
    "sitemap-organisations-<str:number>.xml": {"example: slug"},
    "sitemap-pages.xml": {"example: slug of the page"},
    r"documents/^(\d+)/(.*)$": {"page: content of the document", "page: stored name of the document"},
    r"<language>/^((?:[\w\-]+/)*)$": {
        "example: title for search engines",
        "example: alt",
        "example: what one downloads",
    },
}  # fmt: skip


def test_every_address_with_parts_is_visited():
    assert {route for route, one in public_routes().items() if has_parts(one)} <= VISITS.keys()


def test_no_visit_outlives_its_address():
    assert VISITS.keys() <= public_routes().keys()


@pytest.mark.parametrize("route", [*ROUTES, "elsewhere"])
def test_nothing_leaks(answers, route):
    assert answers[route]
    leaks = [(one.method, one.address, sorted(one.leaked)) for one in answers[route] if one.leaked]
    assert leaks == []


@pytest.mark.parametrize("route", SHOWN)
def test_the_sweep_sees_what_is_public(answers, route):
    assert SHOWN[route] <= frozenset().union(*(one.shown for one in answers[route]))


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_the_sweep_sees_into_what_is_compressed(world, encoding):
    answer = Sweep(world.secrets, world.shown).visit(
        "/published/v1/directory.es.json", headers={"accept-encoding": encoding}
    )
    assert "example: phone" in answer.shown
