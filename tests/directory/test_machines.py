"""Machines that share a database publish one after the other."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection

from cms.directory import machines
from cms.directory.lock import PublicationBusy

TAKE, GIVE_BACK = "SELECT pg_try_advisory_lock(%s)", "SELECT pg_advisory_unlock(%s)"


class PostgreSQL:
    """A connection that answers as told, one answer after the other, and remembers what it was asked."""

    vendor = "postgresql"

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), []

    @contextmanager
    def cursor(self):
        yield SimpleNamespace(execute=self._execute, fetchone=lambda: (self.answers.pop(0),))

    def _execute(self, sql, params):
        assert params == [machines.LOCK_KEY]
        self.asked.append(sql)
        if isinstance(self.answers[0], Exception):
            raise self.answers.pop(0)


@pytest.fixture
def connected(monkeypatch):
    """Return a function that puts a connection in the place of the database's."""

    def connect(one):
        monkeypatch.setattr(machines, "connections", {"default": one})
        return one

    return connect


def test_the_key_is_one_that_postgresql_takes():
    assert -(2**63) <= machines.LOCK_KEY < 2**63


def test_the_lock_is_taken_for_the_block_and_given_back(connected):
    database = connected(PostgreSQL(True, True))
    with machines.one_machine_at_a_time():
        assert database.asked == [TAKE]
    assert database.asked == [TAKE, GIVE_BACK]


def test_the_lock_is_given_back_when_the_block_fails(connected):
    database = connected(PostgreSQL(True, True))
    with pytest.raises(OSError, match="disk"), machines.one_machine_at_a_time():
        raise OSError("disk full")
    assert database.asked == [TAKE, GIVE_BACK]


def test_a_machine_waits_for_another_one(connected):
    database = connected(PostgreSQL(False, False, True, True))
    with machines.one_machine_at_a_time():
        assert database.asked == [TAKE, TAKE, TAKE]


def test_a_machine_that_does_not_finish_does_not_hang_the_others(connected, monkeypatch):
    connected(PostgreSQL(*[False] * 10))
    monkeypatch.setattr(machines, "LOCK_SECONDS", 0.01)
    with pytest.raises(PublicationBusy, match="Another machine"), machines.one_machine_at_a_time():
        pytest.fail("published beside another machine")


def test_a_connection_that_broke_meanwhile_is_no_failure_of_the_publication(connected):
    connected(PostgreSQL(True, OperationalError("gone")))
    with machines.one_machine_at_a_time():
        pass


@pytest.mark.django_db
def test_it_holds_on_the_database_of_these_tests(django_assert_num_queries):
    with (
        django_assert_num_queries(2 if connection.vendor == "postgresql" else 0),
        machines.one_machine_at_a_time(),
    ):
        pass
