"""Commits inside the one transaction of a test, which is taken back at its end."""

from django.db import connection, transaction


def commit_at_once(monkeypatch):
    """From now on run what waits for a commit as soon as no transaction is open but the test's own.

    Emptying a hundred tables after each test that really commits would take a second.
    """
    depth = len(connection.atomic_blocks)
    leave, on_commit = transaction.Atomic.__exit__, connection.on_commit

    def run_what_waits():
        if len(connection.atomic_blocks) == depth and not connection.needs_rollback:
            waiting, connection.run_on_commit = connection.run_on_commit, []
            for _savepoints, function, _robust in waiting:
                function()

    def exit_and_run(self, *exception):
        leave(self, *exception)
        run_what_waits()

    def on_commit_and_run(function, robust=False):
        on_commit(function, robust)
        run_what_waits()

    monkeypatch.setattr(transaction.Atomic, "__exit__", exit_and_run)
    monkeypatch.setattr(connection, "on_commit", on_commit_and_run)
