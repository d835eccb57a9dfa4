"""docs/plugin.md tells a developer everything there is to set, to run and to be told."""

import re
from pathlib import Path

import pytest

import accounts
import cms
from cms.conf import DefendersSettings
from tests.plugin import documentation

CMS = Path(cms.__file__).parent
ACCOUNTS = Path(accounts.__file__).parent
PAGE = documentation.PAGE.read_text(encoding="utf-8")

# The first belongs to the project's own checkout.
COMMANDS = {
    path.stem for app in (CMS, ACCOUNTS) for path in (app / "management" / "commands").glob("[a-z]*.py")
} - {"demo"}


def check_ids():
    texts = (
        path.read_text(encoding="utf-8")
        for path in (
            *(CMS / folder / "checks.py" for folder in ("", "api", "headers")),
            ACCOUNTS / "checks.py",
        )
    )
    return {one for text in texts for one in re.findall(r'id="(defenders\.[EW]\d{3})"', text)}


@pytest.mark.parametrize("name", DefendersSettings.NAMES)
def test_every_setting_is_explained(name):
    assert f"| `{name}` |" in PAGE


def test_every_check_is_listed_and_no_other():
    assert set(re.findall(r"`(defenders\.[EW]\d{3})`", PAGE)) == check_ids()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_named(name):
    assert f"manage.py {name}" in PAGE


def test_every_block_of_python_says_where_it_goes(tmp_path):
    for name in ("mysite/settings/base.py", "mysite/settings/production.py", "mysite/urls.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert len(documentation.apply_to(tmp_path)) == len(documentation.blocks("python")) >= 5
