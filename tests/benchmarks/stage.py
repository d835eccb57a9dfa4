"""A stage without servers: every side is a WSGI application in this process."""

import os
import time
from contextlib import nullcontext
from dataclasses import dataclass

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from benchmarks.api import task
from benchmarks.api.in_process import answer


@dataclass
class Application:
    """Answers as a server does."""

    name: str
    application: object
    pid: int = os.getpid()

    def ask(self, path, headers=()):
        return answer(self.application, path, headers)

    def load(self, case, seconds):
        began = time.monotonic()
        statuses = [self.ask(path, case.headers)[0] for path in case.paths]
        passed = time.monotonic() - began
        each = passed / len(statuses) * 1000
        errors = sum(status >= 400 for status in statuses)
        return {"rate": len(statuses) / passed, "p50": each, "p99": each, "errors": errors}


class InProcess:
    """The database and the published folder of the test."""

    def __init__(self, count):
        self.published = settings.DEFENDERS_PUBLISHED_ROOT / "current"

    def task(self, name, *arguments):
        return task.TASKS[name](*arguments)

    def ours(self):
        from config.wsgi import application

        return nullcontext(Application("this project", application))

    def stock(self):
        return nullcontext(Application("stock", stock_application()))

    def nginx(self):
        return nullcontext(Application("nginx", files_of(self.published)))

    def static(self):
        return nullcontext(Application("static", files_of(self.published)))


def stock_application():
    """Return an application that answers at the addresses of the stock site alone."""
    with override_settings(MIDDLEWARE=["tests.benchmarks.stage.stock_addresses"]):
        return WSGIHandler()


def stock_addresses(get_response):
    """Middleware: another site than the one of this process."""

    def middleware(request):
        request.urlconf = "benchmarks.api.stock_urls"
        return get_response(request)

    return middleware


def files_of(folder):
    """Return an application that sends files as the configuration of nginx says."""

    def application(environ, start_response):
        _, prefix, *_, name = environ["PATH_INFO"].split("/")
        is_gzip = prefix == "published" and environ["HTTP_ACCEPT_ENCODING"] == "gzip"
        not_changed = environ.get("HTTP_IF_NONE_MATCH") == '"tag"'
        start_response("304 Not Modified" if not_changed else "200 OK", [("ETag", '"tag"')])
        return [b"" if not_changed else (folder / f"{name}{'.gz' * is_gzip}").read_bytes()]

    return application
