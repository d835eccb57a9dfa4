"""Which tests run in the same process, and in which order: what is dear to set up is set up once.

The browser tests share one running site. Other files keep their module's data, which every process would build anew.
Tests that empty the database when they are done come last: whatever followed them would miss what migrations put there.
"""

from pathlib import Path, PurePosixPath

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[1]

# Folders whose files share what they set up.
SHARING = ("tests/browser",)
EMPTYING = "emptying"


def files_that_empty_the_database() -> frozenset[str]:
    """Return the files with tests that commit, as paths from the root."""
    files = (path for path in (ROOT / "tests").rglob("test_*.py") if "transactional_db" in path.read_text())
    return frozenset(path.relative_to(ROOT).as_posix() for path in files)


class SharedSetUp(LoadScopeScheduling):
    """Gives a process whole scopes: the browser's first, which takes longest, and the emptying ones, as one, last."""

    emptying_files = files_that_empty_the_database()

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        folder = str(PurePosixPath(file).parent)
        if file in self.emptying_files:
            return EMPTYING
        return folder if folder in SHARING else file

    def _assign_work_unit(self, node):
        for folder in SHARING:
            if folder in self.workqueue:
                self.workqueue.move_to_end(folder, last=False)
        if EMPTYING in self.workqueue:
            self.workqueue.move_to_end(EMPTYING)
        super()._assign_work_unit(node)
