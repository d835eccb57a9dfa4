import threading

import pytest

from cms.directory import health, manifest
from cms.directory.health import DatabaseProbe
from tests.widgets.releases import release

FILES = {"directory.es.json": b'{"organisations": []}', "overview.json": b"{}"}


@pytest.fixture
def published(published_root, on_day):
    """A release of 22 November 2026, which is today."""
    content = manifest.manifest_of(FILES, "2026-11-22")
    return release(published_root, {**FILES, manifest.NAME: content})


@pytest.fixture
def database(monkeypatch):
    """Return a function that says whether the database answers."""
    return lambda answers: monkeypatch.setattr(health.database, "answers", lambda: answers)


def test_a_process_that_answers_is_alive_whatever_else_is_down(client):
    response = client.get("/livez")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("answers", [True, False])
def test_it_is_ready_as_long_as_there_is_something_to_serve(client, published, database, answers):
    database(answers)
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ready",
        "published": {"as_of": "2026-11-22", "age_days": 0, "behind": False, "held": False},
        "database": answers,
    }


def test_old_files_say_how_old_they_are(client, published, database, on_day):
    database(True)
    on_day("2026-11-25")
    assert client.get("/readyz").json()["published"]["age_days"] == 3


@pytest.mark.parametrize("name", ["failed", "held"])
def test_a_publication_that_failed_or_waits_is_told(client, published, published_root, database, name):
    database(True)
    (published_root / name).write_text("{}")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["published"]["behind"] is True
    assert response.json()["published"]["held"] is (name == "held")


def test_before_the_first_publication_it_is_not_ready(client, published_root, database):
    database(True)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response.json() == {"status": "unavailable", "published": None, "database": True}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b'{"files": []}',
        b'{"files": {"directory.es.json": {"bytes": 1}}, "as_of": "2026-11-22"}',
    ],
)
def test_a_release_that_is_not_whole_is_none(client, published, database, broken):
    database(True)
    (published / manifest.NAME).write_bytes(broken)
    assert client.get("/readyz").status_code == 503


def test_a_release_with_a_file_missing_is_none(client, published, database):
    database(True)
    (published / "overview.json").unlink()
    assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize("address", ["/livez", "/readyz"])
def test_nobody_keeps_the_answer_and_it_says_nothing_of_the_machine(
    client, published, published_root, address
):
    response = client.get(address)
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response
    assert not response.cookies
    assert str(published_root) not in response.content.decode()
    head = client.head(address)
    assert (head.content, head["Content-Length"]) == (b"", str(len(response.content)))
    assert client.post(address).status_code == 405


def test_the_database_is_asked_for_a_row(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        assert DatabaseProbe().answers() is True


def test_a_database_that_says_nothing_is_not_waited_for(monkeypatch):
    silence = threading.Event()
    monkeypatch.setattr(health, "WAIT_SECONDS", 0.05)
    monkeypatch.setattr(health, "connection", Silent(silence))
    probe = DatabaseProbe()
    assert probe.answers() is False
    assert probe.answers() is False
    assert Silent.asked == 1
    silence.set()
    probe._asking.join()


def test_a_database_that_comes_back_answers_again(monkeypatch):
    monkeypatch.setattr(health, "KEPT_SECONDS", 0)
    monkeypatch.setattr(health, "connection", Refusing())
    probe = DatabaseProbe()
    assert probe.answers() is False
    monkeypatch.setattr(health, "connection", Silent(threading.Event()))
    health.connection.silence.set()
    assert probe.answers() is True


def test_whoever_asks_often_does_not_trouble_the_database(monkeypatch):
    connection = Silent(threading.Event())
    connection.silence.set()
    Silent.asked = 0
    monkeypatch.setattr(health, "connection", connection)
    probe = DatabaseProbe()
    assert [probe.answers() for _time in range(5)] == [True] * 5
    assert Silent.asked == 1


class Silent:
    """A connection that takes a question and answers when the silence ends."""

    asked = 0
    vendor = "postgresql"

    def __init__(self, silence):
        self.silence = silence

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return None

    def execute(self, statement):
        type(self).asked += 1
        self.silence.wait(5)

    def fetchone(self):
        return (1,)

    def close(self):
        """Nothing is open."""


class Refusing(Silent):
    """A connection to a database that is down."""

    def __init__(self):
        super().__init__(threading.Event())

    def cursor(self):
        raise ConnectionError
