"""MDN's HTTP Observatory (1.4.8, from npm) gives the best grade to every kind of page, over TLS and through nginx."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.deployment.programs import find

FOLDER = Path(__file__).parent
SCAN_SECONDS = 60
BEST = "A+"

PAGES = {
    "the guidance site": "/es/",
    "a page that leads on": "/",
    "privacy": "/privacy/eu/",
    "the API": "/api/v2/organisations/?lang=es&limit=2",
    "its documentation": "/api/v2/docs/",
    "a published file": "/published/v1/directory.es.json",
    "the widgets": "/widgets/v1/defenders.js",
    "the map in a frame": "/embed/v1/map/?lang=es",
    "the directory in a frame": "/embed/v1/directory/?lang=ar",
    "the builder": "/embed/",
    "logging in": "/accounts/login/",
    "the door of the editor": "/admin/",
    "a style sheet": "/static/defenders/site/site.css",
}


def scan(machine, path):
    """Return what the Observatory says of an address of the machine."""
    if not (FOLDER / "node_modules").is_dir():
        pytest.fail("The Observatory is not installed: make test-deployment does it.", pytrace=False)
    command = [find("node", "nodejs"), "scan.js", "localhost"]
    command += [str(machine.places.http), str(machine.places.https), path]
    done = subprocess.run(  # noqa: S603
        command,
        cwd=FOLDER,
        env={"NODE_EXTRA_CA_CERTS": str(machine.certificate.authority)},
        capture_output=True,
        text=True,
        timeout=SCAN_SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gets_the_best_grade(machine, name):
    said = scan(machine, PAGES[name])
    reasons = "\n".join(f"{one['modifier']:+d} {one['name']}: {one['result']}" for one in said["tests"])
    assert said["verified"] and said["status"] == 200
    assert said["grade"] == BEST, f"{PAGES[name]}: {said['grade']}, {said['score']} points\n{reasons}"
    assert [one["name"] for one in said["tests"] if not one["pass"]] == []


def test_the_observatory_sees_the_site_and_not_a_mistake(machine):
    results = {one["name"]: one["result"] for one in scan(machine, "/es/")["tests"]}
    assert len(results) == 10
    assert results["content-security-policy"] == "csp-implemented-with-no-unsafe-default-src-none"
    assert results["redirection"] == "redirection-to-https"
    assert results["strict-transport-security"] == "hsts-implemented-max-age-at-least-six-months"
    assert results["cookies"] == "cookies-not-found"
