import pytest
from bs4 import BeautifulSoup

from cms.common.vocabularies import CATEGORY_CODES
from widgets import addresses
from widgets.markup import Embed, element_html, iframe_html, link_html
from widgets.options import parse_options, read_query

HOSTILE = [
    '"><script>alert(1)</script>',
    "'onmouseover='alert(1)",
    "</defenders-map><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "a&b=c&lt;",
    "\u202etxet",
    "${7*7}{{7*7}}",
    "\u0000",
]


def embed(query="", kind="map", title="Nork laguntzen ditu defendatzaileak?"):
    options = parse_options(read_query(query), CATEGORY_CODES).options
    return Embed(
        kind,
        title,
        addresses.absolute(kind, query=options.query()),
        addresses.script_url(kind),
        tuple(options.attributes()),
        addresses.preload_url(kind),
    )


def test_the_element_is_the_one_of_the_contract():
    html = element_html(embed("lang=eu&role=accompaniment&country=CO"))
    assert html.startswith(
        '<defenders-map lang="eu" roles="accompaniment" country="CO">\n'
        '  <a href="https://defenders.example.org/embed/v1/map/?lang=eu&amp;role=accompaniment&amp;country=CO">'
        "Nork laguntzen ditu defendatzaileak?</a>"
    )
    assert html.endswith(
        '<link rel="preload" as="fetch" crossorigin'
        ' href="https://defenders.example.org/published/v1/overview.json">'
        '<script type="module" src="https://defenders.example.org/widgets/v1/defenders.js"></script>'
    )


def test_a_directory_alone_takes_the_light_script_and_preloads_nothing():
    html = element_html(embed("lang=es", kind="directory"))
    assert html.endswith(
        "</defenders-directory>\n"
        '<script type="module" src="https://defenders.example.org/widgets/v1/defenders-directory.js"></script>'
    )


def test_a_frame_has_a_name_and_a_link_inside():
    frame = BeautifulSoup(iframe_html(embed()), "html.parser").iframe
    assert frame["title"]
    assert frame["src"] == frame.a["href"]
    assert frame["referrerpolicy"] == "no-referrer"


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("make", [element_html, iframe_html, link_html])
def test_hostile_values_stay_values(make, value):
    html = make(
        Embed(
            "map",
            value,
            f"https://x.example/?a={value}",
            "https://x.example/s.js",
            (("search", value),),
            f"https://x.example/{value}",
        )
    )
    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all(True)} <= {
        "defenders-map",
        "a",
        "noscript",
        "iframe",
        "link",
        "script",
    }
    assert not any(name.startswith("on") for tag in page.find_all(True) for name in tag.attrs)
    assert page.a["href"].startswith("https://x.example/")


@pytest.mark.parametrize(
    ("configured", "given"),
    [
        ("https://directory.example.org", "https://directory.example.org"),
        ("http://directory.example.org", "https://directory.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost.evil.example", "https://localhost.evil.example"),
        ("https://localhost", "https://localhost"),
    ],
)
def test_addresses_are_https_but_for_this_machine(settings, configured, given):
    settings.DEFENDERS_BASE_URL = configured
    assert addresses.public_base() == given
    assert addresses.script_url("map") == f"{given}/widgets/v1/defenders.js"
