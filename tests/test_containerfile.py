"""What can be held of the container file without an engine: tests/deployment/test_container.py runs its commands."""

import re

import pytest

from tests import containerfile
from tests.containerfile import ROOT, instructions, is_ignored, the


def rests(word):
    return [one.rest for one in instructions() if one.word == word]


def test_there_are_two_stages_from_one_base_that_is_named_by_version():
    assert rests("FROM") == ["${BASE} AS build", "${BASE}"]
    (base,) = rests("ARG")
    assert re.fullmatch(r"BASE=python:3\.\d+-slim-[a-z]+", base)


def test_everything_that_is_copied_exists_and_reaches_the_engine():
    sources = [source for sources, _target in containerfile.copied() for source in sources]
    assert {"accounts", "cms", "config", "widgets", "manage.py"} <= set(sources)
    assert [source for source in sources if not (ROOT / source).exists() or is_ignored(source)] == []


def test_what_is_taken_from_the_first_stage_is_made_there():
    taken = [rest.split()[1] for rest in rests("COPY") if "--from=build" in rest]
    first = " ".join(one.rest for one in instructions() if one.stage == 1)
    assert taken == ["/srv/venv", "/srv/app", "/srv/build/static"]
    assert all(place.removesuffix("/static") in first for place in taken)


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        "var/db.sqlite3",
        "var/secret_key",
        ".venv/bin/python",
        "node_modules/esbuild/bin",
        "environment",
        ".env",
        "deploy/manage",
        "tests/conftest.py",
        "cms/__pycache__/apps.pyc",
        "requirements/test.txt",
        "widgets/src/defenders.js",
    ],
)
def test_data_history_secrets_and_tools_do_not_reach_the_engine(path):
    assert is_ignored(path)


@pytest.mark.parametrize(
    "path", ["cms/apps.py", "widgets/static/widgets/v1/defenders.js", "cms/locale/eu/LC_MESSAGES/django.mo"]
)
def test_the_program_reaches_it(path):
    assert not is_ignored(path)


def test_packages_are_installed_by_hash():
    installs = [one.command for one in instructions() if one.word == "RUN" and "pip" in one.rest]
    assert [command[-3:] for command in installs] == [
        ["--require-hashes", "--requirement", "requirements/production.txt"]
    ]


def test_it_does_not_run_as_root_and_writes_to_its_volume_alone():
    user, _, group = the("USER").rest.partition(":")
    assert int(user) > 0
    assert int(group) > 0
    assert the("VOLUME").command == [containerfile.environment()["DATA_DIR"]]
    last = [one.word for one in instructions()]
    assert last.index("USER") > max(number for number, word in enumerate(last) if word in ("RUN", "COPY"))


def test_no_secret_is_in_it():
    text = containerfile.FILE.read_text(encoding="utf-8")
    assert not re.search(r"(SECRET|PASSWORD|TOKEN|_KEY|DATABASE_URL)[A-Z_]*=", text)
    assert set(containerfile.environment()) == {
        "DJANGO_SETTINGS_MODULE",
        "DATA_DIR",
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONUNBUFFERED",
    }


def test_it_ends_as_its_server_wants_to_be_ended_and_is_asked_whether_it_lives():
    assert the("STOPSIGNAL").rest == "SIGTERM"
    assert "/livez" in the("HEALTHCHECK").command[-1]
    command = the("CMD").command
    assert command[0].endswith("/granian")
    assert "--no-access-log" in command
    assert command[command.index("--port") + 1] == the("EXPOSE").rest
