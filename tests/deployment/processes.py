"""A server in a process of its own: started, stopped and started again by tests, and stopped whatever happens."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.deployment.programs import find

START_SECONDS = 60
STOP_SECONDS = 40


# What a program needs of the environment of whoever runs the tests: systemd gives a service no more.
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")


def own_environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a program that knows nothing of the tests."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | dict(more)


class Server:
    """A program that serves: `answers` tells whether it does, `log` is where it writes."""

    def __init__(
        self,
        command: Sequence[str],
        answers: Callable[[], bool],
        log: Path,
        *,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
    ):
        self.command = [str(part) for part in command]
        self.answers = answers
        self.log = log
        self._environment = own_environment(environment or {})
        self._folder = folder
        self._stop_signal = stop_signal
        self._process: subprocess.Popen | None = None

    @property
    def pid(self) -> int:
        """The process that was started."""
        return self._process.pid

    def start(self):
        """Start and wait until it answers; AssertionError with its log if it does not."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                # Whoever kills the tests ends the servers too.
                [find("setpriv", "util-linux"), "--pdeathsig", self._stop_signal.name, *self.command],
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise AssertionError(f"{self.command[0]} does not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.05)

    def send(self, number: int):
        """Send a signal."""
        self._process.send_signal(number)

    def stop(self):
        """Stop it and everything it started, and wait until it has ended."""
        if self._process is None:
            return
        process, self._process = self._process, None
        if process.poll() is None:
            process.send_signal(self._stop_signal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
        # Its session is its own: whatever is left in it was started by it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
