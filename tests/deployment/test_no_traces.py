"""After a visit to the whole machine nothing that nginx, Granian, PostgreSQL or Redis wrote knows of it."""

from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tests.deployment import documentation
from tests.deployment.shipped import ROOT
from tests.traces.kanaria import ADDRESS, FORM, HEADERS, IS_FORM, IS_UPLOAD, QUERY, TRACES, UPLOAD
from tests.traces.test_a_visit_leaves_nothing import EXACT_TIME

PATH = f"{TRACES['path']}/"
SENT = {name: value for name, value in HEADERS.items() if name != "X-Forwarded-Proto"}
VISITS = [
    ("GET", f"/es/{QUERY}", {}, None),
    ("GET", f"/es/{PATH}{QUERY}", {}, None),
    ("GET", f"/embed/v1/directory/{QUERY}", {}, None),
    ("GET", f"/embed/v1/organisations/{PATH}{QUERY}", {}, None),
    ("GET", f"/published/v1/directory.es.json{QUERY}", {}, None),
    ("GET", f"/published/v1/{PATH}{QUERY}", {}, None),
    ("GET", f"/static/{PATH}{QUERY}", {}, None),
    ("GET", f"/media/{PATH}{QUERY}", {}, None),
    ("GET", f"/api/v2/organisations/{QUERY}", {}, None),
    ("GET", f"/api/v2/pages/?search={TRACES['search']}", {}, None),
    ("GET", f"/api/v2/organisations/?country={TRACES['search']}", {}, None),
    ("POST", f"/es/{QUERY}", IS_FORM, FORM),
    ("POST", "/accounts/login/", IS_FORM, FORM),
    ("POST", f"/embed/v1/map/{QUERY}", IS_UPLOAD, UPLOAD),
    ("GET", f"/es/{QUERY}", {"Host": f"{TRACES['host']}.example"}, None),
    ("GET", f"/es/{'x' * 9000}{QUERY}", {}, None),
    ("BREW", f"/es/{QUERY}", {}, None),
]
# Asked while PostgreSQL, and then the application, is stopped.
DURING_A_STOP = [f"/es/{QUERY}", f"/api/v2/pages/{QUERY}"]


@pytest.fixture(scope="module")
def visited(machine):
    """The machine, after a visit that went well and badly."""
    for method, path, headers, body in VISITS:
        try:
            machine.visitor.ask(path, {**SENT, **headers}, method=method, body=body)
        except OSError:
            # Another host is not answered at all, and a body too large not read to its end.
            assert headers
    for server in (machine.postgresql, machine.granian):
        server.stop()
        try:
            assert {machine.visitor.ask(path, SENT).status for path in DURING_A_STOP} <= {502, 503, 504}
        finally:
            server.start()
    return machine


def files_with(folder, *traces):
    """Return {name of file: traces} of all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    contents = ((path, path.read_bytes().lower()) for path in files)
    return {
        str(path.relative_to(folder)): found
        for path, content in contents
        if (found := {trace for trace in traces if trace.lower().encode() in content})
    }


def test_nothing_that_was_written_knows_of_the_visit(visited):
    assert files_with(visited.places.folder, ADDRESS, *TRACES.values()) == {}
    assert (visited.places.folder / "granian.log").exists()


def test_the_log_of_the_application_has_whole_hours(visited):
    lines = [line for line in (visited.places.folder / "granian.log").read_text().splitlines() if line]
    assert any(" ERROR " in line or " WARNING " in line for line in lines), (
        "Nothing failed: nothing is shown."
    )
    assert [line for line in lines if EXACT_TIME.search(line)] == []


def test_what_the_application_logs_is_not_given_to_a_journal_that_adds_the_second():
    unit = (ROOT / "deploy/systemd/defenders-web.service").read_text(encoding="utf-8")
    assert "\nStandardError=append:/var/log/defenders/web.log\n" in unit
    assert "install -d -m 0750 -o root -g defenders /var/log/defenders\n" in documentation.PAGE.read_text()


def fail_in(database, word):
    """Ask PostgreSQL something that quotes a word and fails; as a visitor's search may when it takes too long."""
    parts = urlsplit(database)
    with (
        psycopg.connect(host=unquote(parts.hostname), user=parts.username, dbname="postgres") as connection,
        pytest.raises(psycopg.Error),
    ):
        connection.execute(f"SELECT * FROM nowhere WHERE title LIKE '%{word}%'")  # noqa: S608


def test_postgresql_writes_down_no_question_that_failed(machine):
    log = machine.places.folder / "postgresql.log"
    before, after = "kanaria-before", "kanaria-after"
    fail_in(machine.postgresql.url, before)
    parts = urlsplit(machine.postgresql.url)
    with psycopg.connect(
        host=unquote(parts.hostname), user=parts.username, dbname="postgres", autocommit=True
    ) as administrator:
        for statement in documentation.blocks("sql"):
            administrator.execute(statement.replace("DATABASE defenders", "DATABASE postgres"))
    fail_in(machine.postgresql.url, after)
    written = log.read_text()
    assert before in written, "PostgreSQL keeps failed questions unless told otherwise."
    assert after not in written
