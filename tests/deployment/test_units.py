"""The units of deploy/systemd/: systemd understands them, and they may do no more than they need."""

import re
import shutil
import subprocess
import time

import pytest

from tests.deployment.programs import find
from tests.deployment.shipped import DEPLOY, UNITS, commands_of_unit, setting_of_unit

SERVICES = sorted(path.name for path in UNITS.glob("*.service"))
TIMERS = sorted(path.name for path in UNITS.glob("*.timer"))
# Of 10; what `systemd-analyze security` calls "OK" ends at 4.
MOST_EXPOSED = "2.0"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A file system in which the units and the programs they start are where a real one has them."""
    folder = tmp_path_factory.mktemp("root")
    shutil.copytree(UNITS, folder / "etc/systemd/system")
    shutil.copytree("/usr/lib/systemd/system", folder / "usr/lib/systemd/system", symlinks=True)
    for program in ("srv/defenders/app/deploy/manage", "srv/defenders/venv/bin/granian", "bin/kill"):
        (folder / program).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DEPLOY / "manage", folder / program)
    return folder


def analyze(*arguments):
    command = [find("systemd-analyze", "systemd"), "--no-pager", *arguments]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
    return done.returncode, done.stdout + done.stderr


def test_there_is_a_timer_for_every_service_but_the_site():
    assert [name.replace(".service", ".timer") for name in SERVICES if "web" not in name] == TIMERS
    assert len(TIMERS) == 5


@pytest.mark.parametrize("unit", SERVICES + TIMERS)
def test_systemd_understands_every_line(root, unit):
    code, said = analyze(f"--root={root}", "verify", unit)
    assert (code, [line for line in said.splitlines() if "defenders" in line]) == (0, [])


@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_may_do_little(root, unit):
    code, said = analyze(f"--root={root}", "security", "--offline=yes", unit)
    assert code == 0, said
    exposure = re.search(r"Overall exposure level for \S+: (\d+\.\d)", said)[1]
    assert float(exposure) < float(MOST_EXPOSED)


@pytest.mark.parametrize("timer", TIMERS)
def test_a_timer_has_a_time_that_comes(timer):
    (when,) = setting_of_unit(timer, "OnCalendar")
    code, said = analyze("calendar", when)
    assert code == 0
    assert "Next elapse" in said


@pytest.mark.parametrize(
    "unit", ["defenders-publish.service", "defenders-daily.service", "defenders-weekly.service"]
)
def test_the_commands_of_a_timer_work(machine, unit):
    for command in commands_of_unit(unit, machine.places):
        # Websites of organisations are not asked by a test.
        machine.manage(*command, *(["--help"] if "check_links" in command else []))


def test_the_publication_is_asked_for_every_minute():
    assert setting_of_unit("defenders-publish.timer", "OnCalendar") == ["*:*:00"]
    assert [line.split()[1] for line in setting_of_unit("defenders-publish.service", "ExecStart")] == [
        "publish_scheduled",
        "publish",
    ]


def test_a_backup_is_refused_until_somebody_is_named_and_works_then(machine, tmp_path):
    (command,) = setting_of_unit("defenders-backup.service", "ExecStart")
    words = command.replace("/var/backups/defenders", str(tmp_path)).split()[1:]
    with pytest.raises(AssertionError, match="encrypt"):
        machine.manage(*(word.replace("${RECIPIENT}", "") for word in words))
    assert list(tmp_path.iterdir()) == []


def test_the_site_is_killed_no_sooner_than_granian_gives_up_waiting():
    (command,) = setting_of_unit("defenders-web.service", "ExecStart")
    waits = int(re.search(r"--workers-kill-timeout (\d+)", command)[1])
    (stop,) = setting_of_unit("defenders-web.service", "TimeoutStopSec")
    assert waits < int(stop)


def test_stopping_ends_within_the_time_of_the_unit(machine):
    began = time.monotonic()
    machine.granian.stop()
    took = time.monotonic() - began
    machine.granian.start()
    assert took < 45
