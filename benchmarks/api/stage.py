"""Where it is measured: real servers on loopback, work in processes of its own.

The sections know a stage by these names only; a test puts up one of its own, without servers.
"""

from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.api import data, task
from benchmarks.api.load import Answers
from benchmarks.api.servers import APPLICATION, granian, granian_static, nginx

STOCK_APPLICATION = "benchmarks.api.stock_wsgi:application"


class Loopback:
    """One database with so many organisations, and servers that work on it."""

    def __init__(self, count: int, folder: Path):
        self.environment = data.prepare(count, folder)

    @property
    def published(self) -> Path:
        """The folder of the current release."""
        return Path(self.environment["DATA_DIR"]) / "published" / "current"

    def task(self, name: str, *arguments) -> dict:
        """Return what a task of `task.TASKS` found."""
        return task.run(self.environment, name, *arguments)

    def ours(self) -> AbstractContextManager[Answers]:
        """This project, as it recommends to run it."""
        return granian("this project", self.environment, APPLICATION)

    def stock(self) -> AbstractContextManager[Answers]:
        """The stock site, on the same server."""
        return granian("stock", self.environment, STOCK_APPLICATION)

    def nginx(self) -> AbstractContextManager[Answers]:
        """Nginx over the published files."""
        return nginx(self.published)

    def static(self) -> AbstractContextManager[Answers]:
        """Granian's own route for files."""
        return granian_static(self.published, self.environment)
