"""The wheel, installed into a fresh Wagtail project that is changed as docs/plugin.md says, is a working directory."""

import base64
import hashlib
import json
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.build_wheel import ROOT, build_wheel
from tests.plugin import documentation
from tests.plugin.project import Project, start_project

# Sources of what is built, and of what is compiled.
NOT_IN_WHEEL = {".po", ".pyc"}
FOLDERS_NOT_IN_WHEEL = {"src", "locale_sources"}
EXISTING_HOME = b"Welcome to your new Wagtail site!"


@dataclass(frozen=True)
class Site:
    """A running project: `url` is where it is served, `applied` the files that the documentation changed."""

    project: Project
    url: str
    applied: list[str]

    def get(self, path):
        """Return (headers, content) of an address."""
        with urllib.request.urlopen(f"{self.url}{path}", timeout=30) as answer:  # noqa: S310
            return answer.headers, answer.read()

    def get_json(self, path):
        """Return the JSON values of an address."""
        return json.loads(self.get(path)[1])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def site(tmp_path_factory, wheel):
    """A site that existed before: its database has a home page of its own when the plugin arrives."""
    project = start_project(tmp_path_factory.mktemp("plugin"), wheel)
    project.manage("migrate", "--verbosity", "0")
    applied = documentation.apply_to(project.folder)
    for command in documentation.commands():
        project.manage(*command)
    project.script(Path(__file__).with_name("content.py").read_text(encoding="utf-8"))
    with project.serve() as url:
        yield Site(project, url, applied)


def files_of_the_apps():
    found = {
        path for app in ("accounts", "cms", "widgets") for path in (ROOT / app).rglob("*") if path.is_file()
    }
    return {
        str(path.relative_to(ROOT))
        for path in found
        if path.suffix not in NOT_IN_WHEEL
        and not {"src", "locale_sources"} & set(path.parts)
        and not path.name.startswith(".")
    }


def test_the_wheel_holds_everything_the_apps_use_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == files_of_the_apps()
    assert "widgets/static/widgets/v1/defenders.js" in names
    assert "cms/locale/eu/LC_MESSAGES/django.mo" in names


def test_the_same_sources_give_the_same_wheel(wheel, tmp_path):
    assert build_wheel(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_documentation_was_applied_to_settings_and_addresses(site):
    assert set(site.applied) == {
        "mysite/settings/base.py",
        "mysite/settings/production.py",
        "mysite/urls.py",
    }
    assert ["migrate"] in documentation.commands()


def test_the_apps_come_from_the_wheel_and_nothing_from_this_checkout(site):
    code = (
        "import cms, widgets, sys, importlib.util;"
        "print(cms.__file__, widgets.__file__, sep='\\n');"
        "print(importlib.util.find_spec('config'));"
        f"print([path for path in sys.path if path.rstrip('/') == {str(ROOT)!r}])"
    )
    cms, widgets, config, checkout = site.project.script(code).splitlines()
    environment = site.project.python.parents[1]
    assert Path(cms).is_relative_to(environment)
    assert Path(widgets).is_relative_to(environment)
    assert (config, checkout) == ("None", "[]")


def test_the_api_gives_organisations(site):
    answer = site.get_json("/api/v2/organisations/?lang=es&country=CO")
    assert [item["name"] for item in answer["items"]] == ["Refugio de Prueba"]
    assert answer["items"][0]["places"][0]["city"] == "Bilbao"
    assert answer["items"][0]["meta"]["detail_url"].startswith(
        "https://www.example.org/api/v2/organisations/"
    )


def test_the_api_describes_itself_for_programs_and_people(site):
    assert site.get_json("/api/v2/schema/")["servers"] == [{"url": "https://www.example.org"}]
    assert b"<h1>" in site.get("/api/v2/docs/")[1]
    assert b"prefers-color-scheme" in site.get("/api/v2/docs/style.css")[1]


def test_the_published_file_has_the_organisation_and_its_labels(site):
    headers, content = site.get("/published/v1/directory.eu.json")
    directory = json.loads(content)
    assert [one["slug"] for one in directory["organisations"]] == ["refugio-de-prueba"]
    assert directory["labels"]["role"]["accompaniment"]
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Set-Cookie"] is None


def test_the_loader_leads_to_a_map_that_is_what_was_built(site):
    loader = site.get("/widgets/v1/defenders.js")[1].decode()
    modules = site.get_json("/widgets/v1/manifest.json")
    assert modules["map-more"]["file"] in loader
    module = modules["map"]
    content = site.get(f"/widgets/v1/{module['file']}")[1]
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
    assert module["integrity"] == f"sha384-{digest}"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/embed/v1/map/?lang=es&country=CO", "Refugio de Prueba"),
        ("/embed/v1/organisations/refugio-de-prueba/?lang=ar", "Refugio de Prueba"),
    ],
)
def test_an_embed_page_is_there_without_scripts(site, path, sentence):
    headers, content = site.get(path)
    assert sentence in content.decode()
    assert headers["X-Frame-Options"] is None


def test_guidance_is_there_in_spanish_with_its_style_and_its_map(site):
    page = site.get("/es/proteger/")[1].decode()
    assert '<html lang="es" dir="ltr">' in page
    assert "Saltar al contenido" in page
    assert "/es/proteger/quien-acompana/" in page
    assert "<defenders-map" in site.get("/es/proteger/quien-acompana/")[1].decode()
    assert b"font" in site.get("/static/defenders/site/site.css")[1]


def test_the_pages_that_were_there_before_are_still_there(site):
    assert EXISTING_HOME in site.get("/en/")[1]
    assert EXISTING_HOME in site.get("/")[1]


def test_an_unknown_address_is_answered_by_the_site_itself(site):
    with pytest.raises(urllib.error.HTTPError) as refusal:
        site.get("/en/nothing-here/")
    assert refusal.value.code == 404


def test_an_editor_finds_the_organisation_in_the_menu(site):
    answers = site.project.script(
        "from django.contrib.auth import get_user_model\n"
        "from django.test import Client\n"
        "client = Client()\n"
        "client.force_login(get_user_model().objects.create_superuser('editor'))\n"
        "listing = client.get('/admin/snippets/defenders/organisation/').content.decode()\n"
        "print('Refugio de Prueba' in listing)\n"
        "print(client.get('/admin/snippets/defenders/organisation/add/').status_code)\n"
    )
    assert answers.splitlines() == ["True", "200"]
