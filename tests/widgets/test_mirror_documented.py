"""docs/mirror.md says what is true: its commands are run, its options and files are those of the export."""

import argparse
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.widgets.directories import record
from tests.widgets.mirrors import publish_whole, tree
from widgets.management.commands.export_mirror import Command
from widgets.mirror.front import HEADERS

PAGE = Path(__file__).parents[2] / "docs" / "mirror.md"
TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)^```", TEXT, re.M | re.S)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with the copy that the first command of the page makes."""
    root, srv = tmp_path_factory.mktemp("published"), tmp_path_factory.mktemp("made")
    publish_whole(root, [record("a")])
    first, *arguments = shlex.split(COMMANDS[0].replace("/srv/", f"{srv}/"))[1:]
    assert first == "manage.py"
    with override_settings(DEFENDERS_PUBLISHED_ROOT=root):
        call_command(*arguments, verbosity=0)
    return srv


@pytest.fixture
def srv(made, tmp_path):
    """A folder in place of /srv, with a copy in it."""
    return shutil.copytree(made, tmp_path / "srv")


def shell(command, srv):
    """Run a command of the page in the shell; return what it said."""
    command = command.replace("/srv", str(srv))
    done = subprocess.run(["/bin/sh", "-ec", command], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout + done.stderr


def test_the_first_command_makes_a_copy_of_which_the_page_names_every_part(srv):
    files = tree(srv / "mirror")
    assert "embed/v1/organisations/a/eu/index.html" in files
    missing = {path.split("/")[0] for path in files if path.split("/")[0] not in TEXT}
    assert missing == set()
    assert b'"url": "https://mirror.example"' in files["mirror.json"]


def test_the_command_that_verifies_finds_what_was_changed(srv):
    (verify,) = [command for command in COMMANDS if "sha256sum" in command]
    assert shell(verify, srv) == ""
    (srv / "mirror" / "index.html").write_text("changed")
    with pytest.raises(subprocess.CalledProcessError):
        shell(verify, srv)


@pytest.mark.parametrize(
    ("as_of", "stays"), [("2026-11-22", False), ("2999-01-01", True), ("2001-01-01", False)]
)
def test_the_command_for_old_copies_moves_only_those_away(srv, as_of, stays):
    (move,) = [command for command in COMMANDS if "mirror.old" in command]
    marker = srv / "mirror" / "mirror.json"
    marker.write_text(marker.read_text().replace("2026-11-22", as_of))
    fixed = move.replace("date -u -d '7 days ago'", "date -u -d '2026-12-01'")
    assert fixed != move
    assert shell(fixed, srv) == ""
    assert (srv / "mirror").exists() is stays


def test_every_option_is_in_the_table():
    parser = argparse.ArgumentParser(add_help=False)
    Command().add_arguments(parser)
    options = {name for action in parser._actions for name in action.option_strings}
    assert options == set(re.findall(r"^\| `(--[a-z-]+)` \|", TEXT, re.M))


def test_the_headers_that_the_page_names_are_those_of_the_file_for_hosts():
    for name in ("Access-Control-Allow-Origin", "Referrer-Policy", "X-Content-Type-Options"):
        assert name in HEADERS and name in TEXT


def test_every_server_allows_other_sites_to_read_and_keeps_no_log():
    for server in ("nginx", "apache"):
        (lines,) = re.findall(rf"^```{server}\n(.*?)^```", TEXT, re.M | re.S)
        assert re.search(r'Access-Control-Allow-Origin "\*"', lines)
        assert re.search(r"access_log off|CustomLog /dev/null", lines)
