"""How many queries each public address may run, whatever the number of organisations: one row for every route."""

import pytest
from django.urls import get_resolver

from tests.api.situations import HOME_ES, fixed_uuid
from tests.api.test_contract import with_keys

API = "api/v2/"
ORGANISATION, PROGRAMME = fixed_uuid(1), fixed_uuid(101)
TRAINING, TESTIMONY = fixed_uuid(201), fixed_uuid(301)

# Route -> (address, status, queries at most). The published files and what is drawn from them need no database.
BUDGETS = {
    "api/v2/": ("api/v2/elsewhere/", 404, 0),
    "api/v2/^organisations/": ("api/v2/organisations/?facets=true&country=CO&search=a", 200, 0),
    "api/v2/^organisations/find/": ("api/v2/organisations/find/?slug=abaco", 302, 0),
    "api/v2/^organisations/<str:uuid>/": (f"api/v2/organisations/{ORGANISATION}/", 200, 0),
    "api/v2/^programmes/": ("api/v2/programmes/", 200, 0),
    "api/v2/^programmes/<str:uuid>/": (f"api/v2/programmes/{PROGRAMME}/", 200, 0),
    "api/v2/^trainings/": ("api/v2/trainings/", 200, 0),
    "api/v2/^trainings/<str:uuid>/": (f"api/v2/trainings/{TRAINING}/", 200, 0),
    "api/v2/^testimonies/": ("api/v2/testimonies/", 200, 0),
    "api/v2/^testimonies/<str:uuid>/": (f"api/v2/testimonies/{TESTIMONY}/", 200, 0),
    "api/v2/^categories/": ("api/v2/categories/", 200, 0),
    "api/v2/^pages/": ("api/v2/pages/", 200, 5),
    "api/v2/^pages/<int:pk>/": (f"api/v2/pages/{HOME_ES}/", 200, 8),
    "api/v2/^pages/find/": (f"api/v2/pages/find/?id={HOME_ES}", 302, 3),
    "api/v2/docs/": ("api/v2/docs/", 200, 0),
    "api/v2/docs/style.css": ("api/v2/docs/style.css", 200, 0),
    "api/v2/schema/": ("api/v2/schema/", 200, 0),
    "embed/": ("embed/", 200, 0),
    "embed/builder.css": ("embed/builder.css", 200, 0),
    "embed/v1/directory/": ("embed/v1/directory/?country=CO", 200, 0),
    "embed/v1/finder/": ("embed/v1/finder/", 200, 0),
    "embed/v1/guidance/<slug:key>/": ("embed/v1/guidance/temporary-protection/", 200, 0),
    "embed/v1/map/": ("embed/v1/map/", 200, 0),
    "embed/v1/organisations/<str:slug>/": ("embed/v1/organisations/abaco/", 200, 0),
    "embed/v1/preview/": ("embed/v1/preview/", 404, 0),
    "embed/v1/style.css": ("embed/v1/style.css", 200, 0),
    "^embed/": ("embed/elsewhere/", 404, 0),
    "^embed/v1/accent/(?P<accent>[0-9a-f]{6})\\.css$": ("embed/v1/accent/aa3300.css", 200, 0),
    "^embed/v1/map\\.(?P<theme>light|dark)\\.webp$": ("embed/v1/map.dark.webp", 200, 0),
    "^(?:published|widgets|oembed)/": ("published/elsewhere/", 404, 0),
    "^privacy/(?P<lang>es|eu|en|fr|ar)/$": ("privacy/es/", 200, 0),
    ".well-known/security.txt": (".well-known/security.txt", 404, 0),
    "livez": ("livez", 200, 0),
    "oembed/": ("oembed/?url=https://defenders.example.org/embed/v1/map/", 200, 0),
    "preview/": ("preview/", 404, 0),
    "privacy/": ("privacy/", 302, 0),
    "published/v1/<str:name>": ("published/v1/directory.es.json", 200, 0),
    "readyz": ("readyz", 200, 0),
    "robots.txt": ("robots.txt", 200, 0),
    "sitemap-organisations-<str:number>.xml": ("sitemap-organisations-1.xml", 200, 0),
    "sitemap-pages.xml": ("sitemap-pages.xml", 200, 3),
    "sitemap.xml": ("sitemap.xml", 200, 0),
    "widgets/v1/<str:name>": ("widgets/v1/defenders.js", 200, 0),
}


def public_routes(patterns, before=""):
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            yield from public_routes(pattern.url_patterns, route)
        elif getattr(pattern.callback, "is_public_address", False):
            yield route


def test_every_public_route_has_a_budget():
    assert sorted(public_routes(get_resolver().url_patterns)) == sorted(BUDGETS)


@pytest.mark.parametrize(("address", "status", "queries"), BUDGETS.values(), ids=BUDGETS)
def test_a_public_address_keeps_its_budget(
    client, directory, django_assert_max_num_queries, address, status, queries
):
    with django_assert_max_num_queries(queries):
        response = client.get(f"/{with_keys(address, directory)}")
        b"".join(response)
    assert response.status_code == status
