"""Work that is measured in a process of its own: `python -m benchmarks.api.task NAME [ARGUMENT...]` prints JSON.

`run(environment, name, *arguments)` starts it and returns what it printed.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from benchmarks.api.data import ROOT

# ru_maxrss counts kilobytes, on a Mac bytes.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def run(environment: Mapping[str, str], name: str, *arguments) -> dict:
    """Run a task in a process with this environment; return what it found."""
    command = [sys.executable, "-m", "benchmarks.api.task", name, *map(str, arguments)]
    done = subprocess.run(  # noqa: S603
        command, check=True, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def publish(*_):
    """Publish as the first time: everything is dated and every file is new. Times in s, memory in bytes."""
    from cms.models import Organisation

    Organisation.objects.update(public_digest="", updated_on=None)
    return _published()


def publish_change(*_):
    """Publish after a change of one organisation."""
    from cms.models import Organisation

    first = Organisation.objects.order_by("pk").first()
    # Another acronym at each run: nothing is found unchanged.
    Organisation.objects.filter(pk=first.pk).update(acronym=datetime.now(UTC).strftime("%H%M%S"))
    return _published()


def _published():
    from cms.directory.publish import publish as publish_now

    before = resource.getrusage(resource.RUSAGE_SELF)
    began, processor = time.monotonic(), _processor_time()
    publish_now()
    return {
        "seconds": time.monotonic() - began,
        "processor": _processor_time() - processor,
        "memory before": before.ru_maxrss * PEAK_UNIT,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT,
    }


def _processor_time():
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def cost(count, seconds, *_):
    """Return {case: processor time per request in ms} of the live API."""
    from benchmarks.api.cases import live
    from benchmarks.api.in_process import milliseconds
    from config.wsgi import application

    return {case.name: milliseconds(application, case, float(seconds)) for case in live(int(count))}


TASKS: dict[str, Callable[..., dict]] = {
    "publish": publish,
    "publish_change": publish_change,
    "cost": cost,
}


def main() -> None:
    """Run the task that is named."""
    import django

    django.setup()
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))  # noqa: T201


if __name__ == "__main__":
    main()
