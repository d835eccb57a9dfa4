"""What partners, editors and developers can use is in the documentation; what is in the README exists."""

import re
from pathlib import Path

import pytest

from cms.conf import DefendersSettings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCES = ROOT / "widgets" / "src"


def read(*parts):
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def in_sources(pattern, suffix):
    return {
        found
        for path in SOURCES.rglob(f"*{suffix}")
        for found in re.findall(pattern, path.read_text(encoding="utf-8"))
    }


def attributes():
    table = read("widgets", "src", "shared", "options.js").split("const TABLE = ")[1].split("});")[0]
    return re.findall(r"^  (\w+): \[", table, re.M)


def test_every_attribute_of_the_elements_is_documented():
    assert len(attributes()) >= 15
    assert [name for name in attributes() if f"| `{name}` |" not in read("docs", "widgets.md")] == []


def test_every_property_and_part_is_documented():
    text = read("docs", "widgets.md")
    properties = in_sources(r"var\((--defenders-[a-z-]+)", ".css")
    parts = in_sources(r"part: '([a-z-]+)'", ".js")
    assert {name for name in properties | parts if f"`{name}`" not in text} == set()


@pytest.mark.parametrize("event", ["defenders-ready", "defenders-select", "defenders-error"])
def test_every_event_is_documented(event):
    assert event in in_sources(r"'(defenders-[a-z]+)'", ".js")
    assert f"`{event}`" in read("docs", "widgets.md")


def test_every_setting_is_documented():
    assert [
        name for name in DefendersSettings.NAMES if f"`{name}`" not in read("docs", "architecture.md")
    ] == []


def test_every_command_of_make_that_is_named_exists():
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.M))
    named = {
        name
        for page in ("README.md", "CONTRIBUTING.md")
        for name in re.findall(r"make ([a-z-]+)", read(page))
    } - {"are"}
    assert named <= targets


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md")))]
)
def test_links_and_pictures_lead_somewhere(page):
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def variables_in_docs():
    """Return the names in the table of docs/deploy.md."""
    page = read("docs", "deploy.md")
    rows = re.findall(r"^\| (`[A-Z][A-Z0-9_]+`(?:, `[A-Z0-9_]+`)*) \|", page, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def variables_of_settings():
    """Return the names that the settings of a public host read, however they do."""
    readers = "required|optional|names|number|yes|address|origin"
    asked = re.compile(rf'(?:environ(?:\.get\(|\[)|\b(?:{readers})\(\s*)"([A-Z][A-Z0-9_]+)"')
    elsewhere = {"dev.py", "test.py"}
    files = [path for path in (ROOT / "config").rglob("*.py") if path.name not in elsewhere]
    found = {name for path in files for name in asked.findall(path.read_text(encoding="utf-8"))}
    return found - {"DJANGO_SETTINGS_MODULE"}


def test_every_variable_is_documented_and_every_documented_one_is_read():
    assert len(variables_in_docs()) > 15
    assert variables_in_docs() == variables_of_settings()


def test_no_other_settings_read_the_environment_on_their_own():
    reading = {
        path.name
        for path in (ROOT / "config" / "settings").glob("*.py")
        if "os.environ" in path.read_text(encoding="utf-8")
    }
    assert reading <= {"environment.py", "base.py", "dev.py", "test.py"}
