"""The error pages as a public site gives them: the demo site shows developers their own instead."""

import mimetypes
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from cms.common.http.policies import Kind, headers_of

HOST = "http://failing.example"


def error_page(status, lang):
    """Return the HTML of the page for a status in a language."""
    with translation.override(lang):
        return render_to_string(f"{status}.html")


def show_error_page(visit, status, lang):
    """Show the page in the browser of a visit, its style sheet and scripts as they are."""

    def static(route):
        path = finders.find(route.request.url.split("/static/")[1])
        kind = mimetypes.guess_type(path)[0]
        route.fulfill(body=Path(path).read_bytes(), content_type=kind)

    visit.context.route(f"{HOST}/static/**", static)

    def page(route):
        headers = dict(headers_of(Kind.PAGE))
        route.fulfill(body=error_page(status, lang), content_type="text/html", headers=headers)

    visit.context.route(f"{HOST}/", page)
    visit.page.goto(f"{HOST}/")
