"""The markup of all pages of ours is valid: guidance, error and embed pages, those of the API, the partner's page."""

import json
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from cms.common.languages import LANGUAGES
from tests.browser.error_pages import error_page

CHECKER = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

OTHER_PAGES = [
    "/embed/v1/map/?lang=es",
    "/embed/v1/map/?lang=ar&country=CO",
    "/embed/v1/directory/?lang=eu",
    "/embed/v1/directory/?lang=es&country=CO&role=accompaniment",
    "/embed/v1/directory/?lang=ar&search=x&nonsense=1",
    "/embed/v1/finder/?lang=es&need=legal&country=CO",
    "/embed/v1/organisations/front-line-defenders/?lang=ar",
    "/embed/v1/organisations/no-such-organisation/",
    "/embed/v1/guidance/temporary-protection/?lang=ar",
    "/embed/v1/guidance/home/?lang=es",
    "/embed/?ui=eu&kind=directory&role=training",
    "/api/v2/docs/",
    "/privacy/es/",
]

# What we paste into other people's pages keeps to what page builders and oEmbed do, not to the letter of HTML: a width
# in per cent, and a link inside the frame for the page builders that take the frame away.
OF_FRAMES = re.compile(
    "Bad value “100%” for attribute “width” on element “iframe”|Text not allowed in element “iframe”"
)


def fetched(address):
    """Return the HTML at an address, whatever its status."""
    try:
        answer = urllib.request.urlopen(address)  # noqa: S310
    except urllib.error.HTTPError as error:
        answer = error
    return answer.read().decode()


@pytest.fixture
def pages(site):
    """{name: HTML} of all pages."""
    sitemap = fetched(f"{site.url}/sitemap-pages.xml")
    addresses = re.findall("<loc>(.*?)</loc>", sitemap)
    assert len(addresses) >= 21
    addresses += [f"{site.url}{path}" for path in ("/", "/demo/", *OTHER_PAGES)]
    return {address: fetched(address) for address in addresses} | {
        f"{status} {lang}": error_page(status, lang) for status in (404, 500) for lang in LANGUAGES
    }


def test_the_nu_checker_finds_no_error(pages, tmp_path):
    java = shutil.which("java")
    assert java, "The HTML test needs Java: install a headless runtime, such as default-jre-headless."
    assert CHECKER.exists(), "The Nu HTML checker is missing: run “npm ci”."
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        path = tmp_path / f"{number}.html"
        path.write_text(html, encoding="utf-8")
        names[path.name] = name
    checked = subprocess.run(  # noqa: S603
        [java, "-Xss1m", "-jar", str(CHECKER), "--errors-only", "--format", "json", *tmp_path.glob("*.html")],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    problems = []
    for message in json.loads(checked.stderr)["messages"]:
        name = names[message["url"].rpartition("/")[2]]
        if not (name.endswith("/demo/") and OF_FRAMES.match(message["message"])):
            problems.append(f"{name}: {message['message']} … {message.get('extract', '')}")
    assert problems == []
