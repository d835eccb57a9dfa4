"""Which tests run in the same process, and in which order: what is dear to set up is set up once.

The browser tests share one running site, those of the API one published directory, the search for leaks one world.
Other files keep their module's data, which every process would build anew.
Tests that empty the database when they are done come last: whatever followed them would miss what migrations put there.
"""

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[1]

# Folders whose files share what they set up.
SHARING = ("tests/api", "tests/bad_input", "tests/browser", "tests/leaks")
# What takes longest comes first, in this order, lest one process works on it alone at the end.
FIRST = ("tests/browser", "tests/plugin/test_wheel.py", "tests/api", "tests/leaks")
EMPTYING = "emptying"


def files_that_empty_the_database() -> frozenset[str]:
    """Return the files with tests that commit, as paths from the root."""
    files = (path for path in (ROOT / "tests").rglob("test_*.py") if "transactional_db" in path.read_text())
    return frozenset(path.relative_to(ROOT).as_posix() for path in files)


class SharedSetUp(LoadScopeScheduling):
    """Gives a process whole scopes: those that take longest first, and the emptying ones, as one, last."""

    emptying_files = files_that_empty_the_database()

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        if file in self.emptying_files:
            return EMPTYING
        return next((folder for folder in SHARING if file.startswith(f"{folder}/")), file)

    def _assign_work_unit(self, node):
        for scope in reversed(FIRST):
            if scope in self.workqueue:
                self.workqueue.move_to_end(scope, last=False)
        if EMPTYING in self.workqueue:
            self.workqueue.move_to_end(EMPTYING)
        super()._assign_work_unit(node)
