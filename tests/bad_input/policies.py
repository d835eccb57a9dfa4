"""What every answer keeps to, by its form: bounded, of one policy, and telling nothing about the inside."""

import json
import re

from tests.bad_input.asking import Answer
from tests.bad_input.cases import Case, Kind

SECONDS = 2
LONGEST = {
    Kind.PROBLEM: 3_000,
    Kind.DATA: 3_000_000,
    Kind.EMBED: 100_000,
    Kind.SITE: 60_000,
    Kind.EDITOR: 1_500_000,
    Kind.SCRIPT: 1_500_000,
    Kind.MOVED: 3_000,
    Kind.NOTHING: 0,
}
MEMBERS = ["type", "title", "status", "detail", "parameter"]
# What only the inside of the machine knows.
INSIDE = re.compile(
    rb"Traceback \(most recent|site-packages|\.py\b.{0,20}line \d|DJANGO_SETTINGS|SECRET_KEY|"
    rb"(?:Value|Key|Type|Attribute|Overflow|Integrity|Data|Operational|Programming)Error|psycopg|sqlite3|root:x:0:"
)
LIVE_MARKUP = re.compile(rb"<script>alert|<img src=x|onerror=alert\(1\)>")
PAGES = frozenset({Kind.EMBED, Kind.SITE, Kind.EDITOR})


def check(case: Case, answer: Answer):
    """Assert that an answer is the one of the table and keeps to what all answers of its form keep to."""
    assert answer.status == case.status, answer.body[:600]
    check_safe(answer, case.kind)
    FORMS[case.kind](case, answer)


def check_safe(answer: Answer, kind: Kind | None = None):
    """Assert what holds for every answer, whatever was asked."""
    assert answer.status < 500 or answer.status in (501, 503), answer.body[:600]
    assert not INSIDE.search(answer.body)
    assert len(answer.body) <= LONGEST.get(kind, max(LONGEST.values()))
    for name, value in answer.headers.items():
        assert name == "set-cookie" or not re.search(r"[\r\n\x00]", value), name
    declared = answer.headers.get("content-length")
    assert declared is None or not answer.body or int(declared) == len(answer.body)
    assert answer.status in (301, 302, 304) or answer.headers.get("x-content-type-options") == "nosniff"
    if "html" in answer.headers.get("content-type", ""):
        assert not LIVE_MARKUP.search(answer.body)


def _problem(case, answer):
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "set-cookie" not in answer.headers
    if case.method == "HEAD":
        return
    problem = json.loads(answer.body)
    assert list(problem) == MEMBERS and problem["status"] == case.status
    assert case.says in problem["detail"]
    assert problem["detail"].endswith((".", "?", "…"))


def _data(case, answer):
    assert "html" not in answer.headers.get("content-type", "")
    assert "no-store" not in answer.headers.get("cache-control", "") or case.target.startswith(
        ("/livez", "/readyz")
    )
    assert "set-cookie" not in answer.headers
    assert case.says in answer.text


def _embed(case, answer):
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert case.status == 200 or "no-store" in answer.headers["cache-control"]
    _page(case, answer)


def _site(case, answer):
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert case.status == 200 or answer.headers["cache-control"].startswith(("no-store", "max-age=0"))
    _page(case, answer)


def _page(case, answer):
    if case.method != "HEAD":
        assert case.says in answer.text, answer.text[:3000]
        assert re.search(r'<html[^>]* lang="[a-z]{2}"', answer.text)


def _script(case, answer):
    assert answer.headers["content-type"].startswith("application/json")
    assert case.says in json.loads(answer.body)["error"]


def _moved(case, answer):
    assert case.says in answer.headers["location"]
    assert re.match(r"/(?![/\\])|https://defenders\.example\.org/", answer.headers["location"])


def _nothing(case, answer):
    assert answer.body == b""


FORMS = {
    Kind.PROBLEM: _problem,
    Kind.DATA: _data,
    Kind.EMBED: _embed,
    Kind.SITE: _site,
    Kind.EDITOR: _site,
    Kind.SCRIPT: _script,
    Kind.MOVED: _moved,
    Kind.NOTHING: _nothing,
}
