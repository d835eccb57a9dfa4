"""docs/deploy.md holds what was done here, and what was done here left what it says."""

import re
import stat

import pytest

from tests.deployment import documentation
from tests.deployment.shipped import DEPLOY, UNITS

PAGE = documentation.PAGE.read_text(encoding="utf-8")


def test_the_site_was_installed_by_the_commands_of_the_page(installed):
    assert len(installed) == len(documentation.commands()) > 8
    (checked,) = [text for command, text in installed.items() if "check --deploy" in command]
    assert "no issues" in checked


def test_every_block_is_run_or_says_that_it_is_not():
    kinds = set(re.findall(r"^```(\w*)$", PAGE, re.MULTILINE))
    assert kinds == {"", "console", "sh", "sql", "ini", "redis", "nginx"}


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_everything_in_deploy_is_put_somewhere(path):
    there = f"/srv/defenders/app/deploy/{path.name}"
    assert (f"{there}/*" if path.is_dir() else there) in PAGE


@pytest.mark.parametrize("timer", sorted(path.name for path in UNITS.glob("*.timer")))
def test_every_timer_is_enabled(timer):
    assert re.search(rf"systemctl enable --now .*\b{re.escape(timer)}", PAGE)


@pytest.mark.parametrize("name", ["documents", "original_images"])
def test_what_has_no_address_is_closed_to_nginx_too(machine, name):
    mode = stat.S_IMODE((machine.places.state / "media" / name).stat().st_mode)
    assert oct(mode) == "0o700"


def test_what_the_service_writes_is_closed_to_everybody_else(machine):
    released = machine.places.state / "published" / "current" / "manifest.json"
    assert stat.S_IMODE(released.stat().st_mode) & 0o007 in (0, 0o004)
    assert stat.S_IMODE((machine.places.run / "web.sock").stat().st_mode) == 0o660


def test_redis_writes_to_no_disk(machine):
    assert list((machine.places.folder / "redis").iterdir()) == []
    machine.redis.stop()
    assert list((machine.places.folder / "redis").iterdir()) == []
    machine.redis.start()
