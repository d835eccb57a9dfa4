"""Work that is measured in a process of its own: `python -m benchmarks.api.task NAME [ARGUMENT...]` prints JSON.

`run(environment, name, *arguments)` starts it and returns what it printed.
"""

import json
import os
import resource
import shutil
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


def publish() -> dict:
    """Publish as the first time: everything is dated and every file is new. Times in s, memory in bytes."""
    from cms.conf import defenders_settings
    from cms.models import Organisation

    shutil.rmtree(defenders_settings.PUBLISHED_ROOT, ignore_errors=True)
    Organisation.objects.update(public_digest="", updated_on=None)
    return _published()


def publish_change() -> dict:
    """Publish after a change of one organisation."""
    from cms.models import Organisation

    first = Organisation.objects.order_by("pk").first()
    # Another acronym at each run: nothing is found unchanged.
    Organisation.objects.filter(pk=first.pk).update(acronym=datetime.now(UTC).strftime("%H%M%S"))
    return _published()


def _published():
    from cms.directory.publish import publish as publish_now

    began, processor = time.monotonic(), _processor_time()
    publish_now()
    return {
        "seconds": time.monotonic() - began,
        "processor": _processor_time() - processor,
        "memory": _usage("ru_maxrss", max) * PEAK_UNIT,
    }


def _processor_time():
    return _usage("ru_utime", sum) + _usage("ru_stime", sum)


def _usage(name, of_both):
    """Return what this process and its children used."""
    return of_both(
        getattr(resource.getrusage(who), name) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def cost(count: int, seconds: float) -> dict:
    """Return {case: processor time per request in ms} of the live API."""
    from benchmarks.api.cases import live
    from benchmarks.api.in_process import milliseconds
    from config.wsgi import application

    return {case.name: milliseconds(application, case, seconds) for case in live(count)}


def stock_cost(endpoint: str, seconds: float) -> dict:
    """Return {case: processor time per request in ms} of a stock endpoint."""
    from benchmarks.api.cases import stock
    from benchmarks.api.in_process import milliseconds
    from benchmarks.api.stock_wsgi import application
    from cms.models import Organisation

    keys = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    return {case.name: milliseconds(application, case, seconds) for case in stock(keys, endpoint)}


TASKS: dict[str, Callable[..., dict]] = {
    "publish": publish,
    "publish_change": publish_change,
    "cost": cost,
    "stock_cost": stock_cost,
}


def main() -> None:
    """Run the task that is named; its arguments are JSON where they can be."""
    import django

    name, *arguments = sys.argv[1:]
    if name == "stock_cost":
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.api.stock_settings"
    django.setup()
    print(json.dumps(TASKS[name](*map(_value, arguments))))  # noqa: T201


def _value(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


if __name__ == "__main__":
    main()
