"""Visitors who ask without a pause while a test does something to the servers."""

import threading
from dataclasses import dataclass, field

from tests.deployment.visitor import Visitor


@dataclass
class Load:
    """So many visitors, half of whom keep their connection; `answered` and `failures` are what they met.

    A server may end a connection between two requests. Whoever sends one at that very moment asks once more on a new
    connection, as browsers do (RFC 9112, section 9.3.1); `asked_again` counts these.
    """

    visitor: Visitor
    paths: tuple[str, ...]
    visitors: int = 4
    answered: int = 0
    asked_again: int = 0
    failures: list[str] = field(default_factory=list)

    def __enter__(self):
        self._enough = threading.Event()
        self._lock = threading.Lock()
        self._threads = [
            threading.Thread(target=self._visit, args=(number,)) for number in range(self.visitors)
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._enough.set()
        for thread in self._threads:
            thread.join()

    def _visit(self, number):
        keeps, has_answered, turn = number % 2 == 0, False, number
        connection = self.visitor.connection() if keeps else None
        while not self._enough.is_set():
            path = self.paths[turn % len(self.paths)]
            try:
                self._ask(path, connection)
                has_answered = True
            except OSError as error:
                was_ended = isinstance(error, ConnectionError)
                if connection:
                    connection.close()
                if was_ended and has_answered:
                    # The next request is the same one, on a new connection.
                    has_answered = False
                    self.asked_again += 1
                    continue
                self._note(f"{path}: {error!r}")
            turn += 1
            has_answered &= keeps
        if connection:
            connection.close()

    def _ask(self, path, connection):
        reply = self.visitor.ask(path, connection=connection)
        with self._lock:
            self.answered += 1
            if reply.status != 200:
                self.failures.append(f"{path}: {reply.status}")

    def _note(self, failure):
        with self._lock:
            self.failures.append(failure)
