"""Whether there is something to serve, and whether the database answers. Neither question is ever waited for long."""

import json
import threading
import time
from dataclasses import dataclass
from datetime import date

from django.db import connection

from cms.conf import defenders_settings
from cms.directory import manifest, markers

WAIT_SECONDS = 2
KEPT_SECONDS = 1  # whoever asks more often than this does not trouble the database

# SQLite does not read its file for less than a table.
_QUESTIONS = {"sqlite": "SELECT 1 FROM sqlite_master"}


@dataclass(frozen=True)
class Published:
    """The release that is served: the UTC day it was made for, and what publications after it came to."""

    as_of: date
    is_behind: bool
    is_held: bool


def published() -> Published | None:
    """Return what is served; None when there is no release, or when not all of it is there."""
    root = defenders_settings.PUBLISHED_ROOT
    current = root / "current"
    try:
        content = (current / manifest.NAME).read_bytes()
        files = json.loads(content)["files"]
        if not all((current / name).stat().st_size == file["bytes"] for name, file in files.items()):
            return None
        as_of = date.fromisoformat(manifest.as_of(content))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return Published(as_of, markers.files_are_behind(), markers.waits_for_a_person(root))


class DatabaseProbe:
    """Asks the database in a thread of its own: a server that takes a connection and says nothing holds nobody up."""

    def __init__(self):
        self._lock = threading.Lock()
        self._asking: threading.Thread | None = None
        self._answered = False
        self._asked_at = float("-inf")

    def answers(self) -> bool:
        """Say whether the database answers, or did a moment ago."""
        with self._lock:
            if not self._is_asking() and time.monotonic() - self._asked_at > KEPT_SECONDS:
                self._asked_at = time.monotonic()
                self._asking = threading.Thread(target=self._ask, daemon=True)
                self._asking.start()
            asking = self._asking
        if asking:
            asking.join(max(0, self._asked_at + WAIT_SECONDS - time.monotonic()))
        return self._answered and not self._is_asking()

    def _is_asking(self):
        return self._asking is not None and self._asking.is_alive()

    def _ask(self):
        try:
            with connection.cursor() as cursor:
                cursor.execute(_QUESTIONS.get(connection.vendor, "SELECT 1"))
                cursor.fetchone()
            self._answered = True
        except Exception:  # noqa: BLE001  drivers have errors of their own, and each of them means no
            self._answered = False
        finally:
            connection.close()


database = DatabaseProbe()
