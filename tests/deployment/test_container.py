"""The commands of the container file, run here in a copy of what it copies: there is no engine in these tests."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests import containerfile
from tests.browser.conftest import free_port
from tests.containerfile import ROOT, instructions, the

OF_THE_SITE = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "defenders.example.org",
    "BASE_URL": "https://defenders.example.org",
}


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """A folder with what the image has below /srv, the packages aside, and with its volume as `data`."""
    folder = tmp_path_factory.mktemp("image")
    for sources, target in containerfile.copied():
        for source in sources:
            place = folder / "app" / (source if target == "./" else target)
            place.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place, ignore=left_out)
            else:
                shutil.copyfile(ROOT / source, place)
    for one in instructions():
        if one.word == "RUN" and "manage.py" in one.rest:
            run(one.command, folder, {})
    shutil.copytree(folder / "build" / "static", folder / "static")
    (folder / "data").mkdir()
    return folder


def left_out(folder, names):
    place = Path(folder).relative_to(ROOT).as_posix()
    return [name for name in names if containerfile.is_ignored(f"{place}/{name}")]


def here():
    """The environment of the image and of a site."""
    return containerfile.environment() | OF_THE_SITE


def placed(words, folder):
    """Return words with the places of the image exchanged for those here."""
    places = {
        "/srv/venv/bin": str(Path(sys.executable).parent),
        "/srv/": f"{folder}/",
        "/data": str(folder / "data"),
    }
    for place, instead in places.items():
        words = [word.replace(place, instead) for word in words]
    return words


def started(command, folder, environment):
    # Nothing of the tests' own settings: `env -i`, and a PATH.
    values = placed([f"{name}={value}" for name, value in environment.items()], folder)
    words = ["env", "-i", f"PATH={os.environ['PATH']}", *values, *placed(command, folder)]
    return subprocess.Popen(words, cwd=folder / "app")  # noqa: S603


def run(command, folder, environment):
    assert started(command, folder, environment).wait(timeout=120) == 0, command


@pytest.fixture(scope="module")
def server(image):
    """The server, on a free port; gives its address and the health check's command for it."""
    port = str(free_port())
    command = [port if word == the("EXPOSE").rest else word for word in the("CMD").command]
    process = started(command, image, here())
    check = [word.replace(the("EXPOSE").rest, port) for word in the("HEALTHCHECK").command]
    try:
        for _attempt in range(60):
            if started(check, image, here()).wait(timeout=30) == 0:
                break
        yield f"http://127.0.0.1:{port}", check, process
    finally:
        process.kill()
        process.wait()


def test_the_health_check_says_that_it_lives(server, image):
    _url, check, process = server
    assert process.poll() is None
    assert started(check, image, here()).wait(timeout=30) == 0


def test_it_serves_its_static_files(server):
    url = server[0]
    with urllib.request.urlopen(f"{url}/static/defenders/site/site.css", timeout=10) as answer:  # noqa: S310
        assert b"font" in answer.read()


def test_a_visitor_without_https_is_led_there(server):
    request = urllib.request.Request(f"{server[0]}/es/", headers={"Host": "defenders.example.org"})  # noqa: S310
    with pytest.raises(urllib.error.URLError):
        urllib.request.build_opener(NoRedirect).open(request, timeout=10)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows nobody."""

    def redirect_request(self, request, file, code, message, headers, url):
        assert (code, url) == (301, "https://defenders.example.org/es/")


def test_it_ends_by_itself_when_the_engine_stops_it(server, image):
    _url, check, process = server
    process.send_signal(getattr(signal, the("STOPSIGNAL").rest))
    assert process.wait(timeout=40) in (0, -signal.SIGTERM)
    assert started(check, image, here()).wait(timeout=30) != 0
