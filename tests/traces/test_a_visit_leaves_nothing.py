"""Somebody visits a public host in every way there is; afterwards everything it wrote is searched for that visit."""

import re

import pytest

from tests.traces.conftest import HOST
from tests.traces.kanaria import (
    FORM,
    HEADERS,
    IS_FORM,
    IS_UPLOAD,
    LOGIN,
    PASSWORD,
    QUERY,
    TRACES,
    UPLOAD,
    WORD,
)

# A line of the log: the hour, how bad, who says so; lines about an exception are indented.
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:00Z (WARNING|ERROR|CRITICAL) [\w.]+: \S.*|  +\S.*")
OF_GRANIAN = re.compile(r"\[(INFO|WARNING|ERROR)\] .*")
EXACT_TIME = re.compile(r"\b[0-2]?\d:(?!00\b)[0-5]\d\b|\b[0-2]?\d:\d\d:\d\d\b")

PATH = f"{TRACES['path']}/"
ELSEWHERE = {"Host": f"{TRACES['host']}.example"}
PREFLIGHT = {"Origin": f"https://{TRACES['referrer']}.example", "Access-Control-Request-Method": "GET"}
# What people ask for, and what it is answered with.
VISITS = [
    ("GET", "/", {}, None, 302),
    ("GET", f"/{QUERY}", {}, None, 302),
    ("GET", f"/published/v1/directory.es.json{QUERY}", {}, None, 200),
    ("GET", f"/published/v1/{PATH}", {}, None, 404),
    ("GET", f"/embed/v1/directory/{QUERY}", {}, None, 200),
    ("GET", f"/embed/v1/map/{QUERY}&country=CO", {}, None, 200),
    ("GET", f"/embed/v1/organisations/{PATH}{QUERY}", {}, None, 404),
    ("GET", "/embed/v1/organisations/casa-abierta/", {}, None, 200),
    ("GET", f"/embed/{QUERY}", {}, None, 200),
    ("GET", f"/oembed/?format=json&url=https://{HOST}/embed/v1/map/{PATH}", {}, None, 404),
    ("GET", f"/api/v2/organisations/{QUERY}", {}, None, 200),
    ("GET", f"/api/v2/organisations/?{TRACES['search']}=1", {}, None, 400),
    ("GET", f"/api/v2/organisations/?country={TRACES['search']}", {}, None, 400),
    ("GET", f"/api/v2/{PATH}{QUERY}", {}, None, 404),
    ("GET", f"/api/v2/pages/{QUERY}", {}, None, 200),
    ("POST", f"/api/v2/organisations/{QUERY}", IS_FORM, FORM, 405),
    ("OPTIONS", f"/api/v2/organisations/{QUERY}", PREFLIGHT, None, 204),
    ("GET", f"/{PATH}{QUERY}", {}, None, 302),
    ("GET", f"/es/{PATH}{QUERY}", {}, None, 404),
    ("GET", f"/documents/1/{PATH}", {}, None, 302),
    ("GET", f"/preview/?token={TRACES['search']}", {}, None, 404),
    ("POST", f"/es/{QUERY}", IS_FORM, FORM, 405),
    ("POST", f"/fails/raises/{QUERY}", IS_UPLOAD, UPLOAD, 500),
    ("POST", f"/fails/raises/{QUERY}", IS_FORM, FORM, 500),
    ("POST", f"/embed/v1/directory/{QUERY}", IS_UPLOAD, UPLOAD, 405),
    ("GET", f"/{PATH}{QUERY}", ELSEWHERE, None, 400),
    ("GET", f"/es/{QUERY}", {**ELSEWHERE, "X-Forwarded-Proto": "http"}, None, 400),
    ("GET", f"/admin/{QUERY}", {}, None, 302),
    ("GET", f"/accounts/login/{QUERY}&next=/admin/{PATH}", {}, None, 200),
    ("POST", "/accounts/login/", IS_UPLOAD, UPLOAD, 403),
    ("GET", f"/privacy/{QUERY}", {}, None, 302),
    ("GET", f"/privacy/es/{QUERY}", {}, None, 200),
    ("GET", f"/admin/pages/{PATH}{QUERY}", {}, None, 302),
    ("GET", f"/fails/raises/{QUERY}", {}, None, 500),
    ("GET", f"/fails/because/{QUERY}", {}, None, 500),
    ("GET", f"/fails/database/{QUERY}", {}, None, 503),
    ("GET", f"/fails/suspicious/{QUERY}", {}, None, 400),
    ("GET", f"/fails/logs/{QUERY}", {}, None, 200),
    ("GET", f"/outside/{QUERY}", {}, None, 500),
]
WITHOUT_A_DATABASE = [
    (f"/es/{QUERY}", 503),
    (f"/api/v2/pages/{QUERY}", 503),
    (f"/admin/{QUERY}", 503),
    (f"/readyz{QUERY}", 200),
    (f"/embed/v1/directory/{QUERY}", 200),
]


@pytest.fixture(scope="module")
def visited(public_host):
    """The host after the visit, stopped; `.statuses` says how it answered, `.memory` what it held in memory."""
    public_host.statuses = [
        (method, path, public_host.ask(method, path, headers, body)[0], status)
        for method, path, headers, body, status in VISITS
    ]
    public_host.statuses += [("GET", *visit) for visit in without_a_database(public_host)]
    public_host.statuses += [("GET", *visit) for visit in ask_too_often(public_host)]
    public_host.logins = list(log_in(public_host))
    public_host.memory = public_host.ask("GET", "/fails/memory/")[1]
    public_host.stop()
    return public_host


def ask_too_often(host):
    """Yield what the API says to whoever asks more than it allows."""
    statuses = [host.ask("GET", f"/api/v2/categories/{QUERY}")[0] for _ in range(12)]
    yield "/api/v2/categories/", statuses[-1], 429


def log_in(host):
    """Yield how logins ended: forged, with a wrong password, forgotten, and right."""
    address = "/accounts/login/"
    _status, page = host.ask("GET", f"{address}?next=/admin/{TRACES['path']}")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    cookie = "; ".join(cookie.partition(";")[0] for cookie in host.cookies)
    yield host.ask("POST", address, IS_FORM, FORM)[0]
    headers = {
        **IS_FORM,
        "Cookie": f"{cookie}; visit={TRACES['cookie']}",
        "Referer": f"https://{HOST}{address}",
    }
    yield host.ask("POST", address, headers, f"csrfmiddlewaretoken={token}&{FORM}")[0]
    forgotten = f"csrfmiddlewaretoken={token}&email={TRACES['login']}@example.org"
    yield host.ask("POST", "/accounts/password/reset/", headers, forgotten)[0]
    right = (
        f"csrfmiddlewaretoken={token}&username={LOGIN}&login={LOGIN}&password={PASSWORD.replace(' ', '+')}"
    )
    yield host.ask("POST", address, headers, right)[0]


def without_a_database(host):
    """Yield (address, status, expected) while the database cannot be opened."""
    away = host.database.with_name("away.sqlite3")
    host.database.rename(away)
    host.database.mkdir()
    for path, status in WITHOUT_A_DATABASE:
        yield path, host.ask("GET", path)[0], status
    host.database.rmdir()
    away.rename(host.database)


def traces_in(content: bytes):
    """Return which places in the requests left something here."""
    lower = content.lower()
    return {place for place, trace in TRACES.items() if trace.encode().lower() in lower}


def test_the_visit_was_one(visited):
    assert [visit for visit in visited.statuses if visit[2] != visit[3]] == []
    assert visited.logins == [403, 200, 302, 302]


def test_an_ordinary_log_would_have_kept_nearly_all_of_it(visited):
    assert traces_in(visited.usual.read_bytes()) == set(TRACES) - {"uploaded"}


def test_the_log_keeps_nothing_of_it(visited):
    assert traces_in(visited.out.read_bytes()) == set()
    assert WORD not in visited.out.read_text()


def test_no_file_keeps_anything_of_it(visited):
    files = [
        path for folder in (visited.kept, visited.temporary) for path in folder.rglob("*") if path.is_file()
    ]
    assert visited.database in files
    assert any(path.name == "directory.es.json" for path in files)
    assert {path.name: found for path in files if (found := traces_in(path.read_bytes()))} == {}
    assert list(visited.temporary.iterdir()) == []


def test_memory_keeps_nothing_of_it(visited):
    assert "defenders-" in visited.memory, "The API counted nothing."
    assert "_auth_user_id" in visited.memory, "Nobody logged in."
    assert traces_in(visited.memory.encode()) == set()


def test_the_log_says_what_failed_and_where(visited):
    log = visited.out.read_text()
    for kind in ("ValueError", "because of builtins.ValueError", "OperationalError"):
        assert kind in log, kind
    assert re.search(r"tests/traces/failures\.py:\d+ in raises", log)
    assert "cms.test: Our own sentence about ValueError." in log
    assert "ERROR library: " in log
    assert "ERROR _granian.utils: " in log
    assert "WARNING py.warnings: " in log
    assert "ERROR cms.uncaught: Nobody caught an exception." in log


def test_times_are_whole_hours(visited):
    lines = [line for line in visited.out.read_text().splitlines() if line]
    assert len(lines) > 30
    assert [line for line in lines if not LINE.fullmatch(line) and not OF_GRANIAN.fullmatch(line)] == []
    assert [line for line in lines if EXACT_TIME.search(line)] == []
    assert EXACT_TIME.search(visited.usual.read_text())


def test_the_made_up_visitor_is_known_by_every_header():
    assert all(
        any(trace in value for value in HEADERS.values())
        for place, trace in TRACES.items()
        if place in {"address", "agent", "referrer", "cookie", "language"}
    )
