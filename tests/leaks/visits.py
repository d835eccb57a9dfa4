"""Which addresses the sweep visits: pattern of the URL conf -> addresses. A pattern with parts needs an entry here."""

from collections.abc import Callable, Iterable
from itertools import product
from urllib.parse import quote, urlencode

from wagtail.models import Page

from cms.directory.preview_tokens import ORGANISATION, PAGE, PreviewTarget, make_token
from cms.models import FormerSlug, Organisation, Programme, Testimony, Training
from tests.leaks.records import LANGUAGES, NOWHERE_ELSE
from tests.leaks.world import World

NOBODY = "00000000-0000-4000-8000-000000000000"
FILTERS = (
    "country=CO",
    f"country={NOWHERE_ELSE}",
    "seat=ES",
    "urgent=true",
    "role=accompaniment",
    "service=legal",
    "audience=all_defenders",
    "language=es",
    "government=false",
    "search=red",
)
# Names of published files, their indexes and what older versions had; most of the last two are not served.
PUBLISHED = (
    *(f"{name}.{lang}.{kind}" for lang in LANGUAGES for name, kind in (
        ("directory", "json"), ("guidance", "json"), ("places", "geojson"), ("organisations", "csv"))),
    "overview.json", "hsds.json", "manifest.json", "former_slugs.json", "labels.es.json", "index.bin", "items",
    *(f"index.{lang}.bin" for lang in LANGUAGES), "directory.es.json.gz", "..", "../current/overview.json",
)  # fmt: skip


def _api(name, uuids):
    def addresses(world):
        listing = f"/api/v2/{name}/"
        yield from (f"{listing}?limit=100&lang={lang}" for lang in LANGUAGES)
        yield from (f"{listing}{uuid}/?lang={lang}" for uuid in uuids(world) for lang in ("es", "eu"))
        yield f"{listing}{NOBODY}/"

    return addresses


def _uuids(model):
    return lambda world: [
        *model.objects.values_list("uuid", flat=True),
        *(thing.uuid for thing in world.things.values() if isinstance(thing, model)),
    ]


def _listing(name, *more):
    queries = ("", "limit=1", "limit=0", "offset=99", "search=" + quote("añb"), "x=1", "limit=x", *more)
    return [f"/api/v2/{name}/?{query}" for query in queries]


def _slugs(world):
    return sorted(
        {
            *Organisation.objects.values_list("slug", flat=True),
            *FormerSlug.objects.values_list("slug", flat=True),
            "never",
        }
    )


def _embedded(kind):
    queries = [f"lang={lang}" for lang in LANGUAGES] + [f"lang=es&{one}" for one in FILTERS]
    return [
        f"/embed/v1/{kind}/?{query}" for query in (*queries, "page=2", "order=name", "theme=dark&exit=on")
    ]


def _keys(world):
    return [*world.keys(), "home", "training", "never"]


def _oembed(world):
    pages = [
        *(f"/embed/v1/{kind}/?lang=eu" for kind in ("map", "directory", "finder")),
        *(f"/embed/v1/organisations/{slug}/" for slug in _slugs(world)),
        *(f"/embed/v1/guidance/{key}/?lang=es" for key in _keys(world)),
    ]
    base = "https://defenders.example.org"
    yield from (f"/oembed/?{urlencode({'url': f'{base}{page}', 'format': 'json'})}" for page in pages)
    yield from ("/oembed/", "/oembed/?url=x", "/oembed/?format=xml")


def _tokens(world):
    """Tokens that open nothing: none, broken, of another key, of a kind that is not the address's."""
    draft, page = world.things["draft"], world.things["draft page"]
    of_organisation = make_token(PreviewTarget(ORGANISATION, str(draft.uuid), "es"))
    of_page = make_token(PreviewTarget(PAGE, str(page.pk), "es"))
    return {
        "organisation": (
            "",
            of_page,
            of_organisation[:-1],
            make_token(PreviewTarget(ORGANISATION, NOBODY, "es")),
        ),
        "page": ("", of_organisation, of_page[:-1], make_token(PreviewTarget(PAGE, "999999", "es"))),
    }


def _previews(path, kind):
    return lambda world: [f"{path}?token={token}" for token in _tokens(world)[kind]]


def _page_numbers(world):
    numbers = [*Page.objects.order_by("pk").values_list("pk", flat=True), 999999]
    return [f"/api/v2/pages/{number}/" for number in numbers]


def _page_addresses(world):
    paths = Page.objects.filter(depth__gt=2).values_list("url_path", flat=True)
    # The tree of the Basque home page is reached at /eu/, the Spanish one at /es/.
    below_home = {path.split("/", 2)[2] for path in paths}
    return [f"/{lang}/{path}" for lang in LANGUAGES for path in sorted({*below_home, "", "never/"})]


def _documents(world):
    for name, thing in (*world.things.items(), *world.shown_things.items()):
        if name.startswith(("document", "private document")):
            yield f"/documents/{thing.pk}/{thing.filename}"
            yield f"/documents/{thing.pk}/x.txt"
            yield f"/documents/{thing.pk}/"
    yield "/documents/999999/x.txt"


Addresses = Callable[[World], Iterable[str]]

VISITS: dict[str, Addresses] = {
    "api/v2/^organisations/": lambda world: _listing(
        "organisations", *FILTERS, "facts=true", "facets=true", "bbox=-4,42,-2,44", "bbox=-180,-90,180,90",
        "order=name", "order=-verified_on", "seat=ES&facets=true"),
    "api/v2/^organisations/<str:uuid>/": _api("organisations", _uuids(Organisation)),
    "api/v2/^organisations/find/": lambda world: [
        f"/api/v2/organisations/find/?slug={slug}&lang={lang}" for slug, lang in product(_slugs(world), ("es", "ar"))],
    "api/v2/^programmes/": lambda world: _listing("programmes", "open=true", "country=ES", "family=true"),
    "api/v2/^programmes/<str:uuid>/": _api("programmes", _uuids(Programme)),
    "api/v2/^trainings/": lambda world: _listing("trainings", "country=CO", "language=es"),
    "api/v2/^trainings/<str:uuid>/": _api("trainings", _uuids(Training)),
    "api/v2/^testimonies/": lambda world: _listing("testimonies"),
    "api/v2/^testimonies/<str:uuid>/": _api("testimonies", _uuids(Testimony)),
    "api/v2/^categories/": lambda world: _listing("categories", "kind=role"),
    "api/v2/^pages/": lambda world: [
        *_listing("pages", "child_of=root", "fields=*", "descendant_of=1", "order=title", "locale=eu", "type=x"),
        "/api/v2/pages/?type=defenders.StandardPage&fields=*&limit=100",
        *(f"/api/v2/pages/?child_of={page.pk}" for page in world.pages()),
        *(f"/api/v2/pages/?translation_of={page.pk}" for page in world.pages()),
        *(f"/api/v2/pages/?slug={page.slug}" for page in world.pages())],
    "api/v2/^pages/<int:pk>/": _page_numbers,
    "api/v2/^pages/find/": lambda world: [
        f"/api/v2/pages/find/?html_path={path}" for path in _page_addresses(world)],
    "api/v2/": lambda world: ["/api/v2/", "/api/v2/images/", "/api/v2/documents/", "/api/v2/organisations", "/api/"],
    "published/v1/<str:name>": lambda world: [f"/published/v1/{name}" for name in PUBLISHED],
    "widgets/v1/<str:name>": lambda world: [
        f"/widgets/v1/{name}" for name in ("defenders.js", "never.js", "..", "manifest.json")],
    "embed/v1/map/": lambda world: _embedded("map"),
    "embed/v1/directory/": lambda world: [
        *_embedded("directory"), *(f"/embed/v1/directory/?{one}={slug}" for one, slug in product(
            ("only", "open"), [thing.slug for thing in world.organisations()]))],
    "embed/v1/finder/": lambda world: _embedded("finder"),
    "embed/v1/organisations/<str:slug>/": lambda world: [
        f"/embed/v1/organisations/{slug}/?lang={lang}" for slug in _slugs(world) for lang in ("es", "ar")],
    "embed/v1/guidance/<slug:key>/": lambda world: [
        f"/embed/v1/guidance/{key}/?lang={lang}" for key in _keys(world) for lang in ("es", "eu", "ar")],
    "embed/v1/preview/": _previews("/embed/v1/preview/", "organisation"),
    "preview/": _previews("/preview/", "page"),
    r"^embed/v1/map\.(?P<theme>light|dark)\.webp$": lambda world: ["/embed/v1/map.light.webp?lang=es"],
    r"^embed/v1/accent/(?P<accent>[0-9a-f]{6})\.css$": lambda world: ["/embed/v1/accent/00aa00.css"],
    "embed/": lambda world: [f"/embed/?lang={lang}" for lang in LANGUAGES],
    "^embed/": lambda world: ["/embed/v1/map", "/embed/v2/", "/embed/v1/organisations/"],
    "^(?:published|widgets|oembed)/": lambda world: ["/published/v2/x", "/published/", "/widgets/", "/oembed/x"],
    "oembed/": _oembed,
    "sitemap-organisations-<str:number>.xml": lambda world: [
        f"/sitemap-organisations-{number}.xml" for number in ("1", "2", "x")],
    r"documents/^(\d+)/(.*)$": _documents,
    "documents/authenticate_with_password/<int:restriction_id>/": lambda world: [
        f"/documents/authenticate_with_password/{number}/" for number in (*world.restrictions(), 999999)],
    "<language>/_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": lambda world: [
        f"/es/_util/authenticate_with_password/{number}/{page.pk}/"
        for number, page in product((*world.restrictions(), 999999), world.pages())],
    "^privacy/(?P<lang>es|eu|en|fr|ar)/$": lambda world: [f"/privacy/{lang}/" for lang in LANGUAGES],
    r"accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$": lambda world: [
        f"/accounts/password/reset/key/{account}/" for account in ("1-x", "2-x", "1-set-password", "z-set-password")],
    "accounts/2fa/keys/<int:pk>/remove/": lambda world: ["/accounts/2fa/keys/1/remove/"],
    "accounts/2fa/keys/<int:pk>/edit/": lambda world: ["/accounts/2fa/keys/1/edit/"],
    "<language>/_util/login/": lambda world: [f"/{lang}/_util/login/" for lang in LANGUAGES],
    r"<language>/^((?:[\w\-]+/)*)$": _page_addresses,
}  # fmt: skip

# Beside what the URL conf answers: what web servers and Wagtail might.
ELSEWHERE = (
    "/never",
    "/feed/",
    "/rss.xml",
    "/api/v3/",
    "/api/",
    "/media/",
    "/static/",
    "/.well-known/security.txt",
    "/images/1/",
    "/admin/",
    "/admin/login/",
    "/admin/api/main/pages/",
    "/admin/api/main/images/",
    "/admin/api/main/documents/",
    "/admin/localize/api/snippets/defenders/organisation/",
)
