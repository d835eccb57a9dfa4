"""The records that the API gives out, asked for as a visitor would, without a network."""

import json
from collections.abc import Iterator
from io import BytesIO

from django.core.handlers.wsgi import WSGIRequest
from django.urls import resolve, reverse

from cms.common.languages import LANGUAGES
from cms.editing.public_check.records import wrong_records
from cms.editing.public_check.truth import MODELS, Truth

# As many as one answer holds.
LIMIT = 100


def wrong_answers(truth: Truth) -> Iterator[str]:
    """Yield what the API shows without a public source."""
    for lang in LANGUAGES:
        for name in MODELS:
            yield from wrong_records(name, _items(name, lang), truth, f"The API ({name}, {lang})")
        for page in _items("pages", lang):
            if page["id"] not in truth.pages:
                yield f"The API (pages, {lang}) shows the page “{page['title']}”, which is not public or gone."


def _items(name, lang):
    path, offset, total = reverse(f"defenders_api:{name}:listing"), 0, 1
    while offset < total:
        answer = _get(path, f"lang={lang}&limit={LIMIT}&offset={offset}")
        if answer is None:
            return
        total = answer["meta"]["total_count"]
        yield from answer["items"]
        offset += LIMIT


def _get(path, query):
    """Return what the API answers; None while nothing is published that it could answer from."""
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "wsgi.input": BytesIO(),
        }
    )
    match = resolve(path)
    response = match.func(request, *match.args, **match.kwargs)
    if hasattr(response, "render"):
        response = response.render()
    return None if response.status_code == 503 else json.loads(response.content)
