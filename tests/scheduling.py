"""Which tests run in the same process: what is dear to set up is set up once.

The browser tests share one running site. Other files keep their module's data, which only `-n auto` would build twice.
"""

from pathlib import PurePosixPath

from xdist.scheduler import LoadScopeScheduling

# Folders whose files share what they set up.
SHARING = ("tests/browser",)


def scope_of(nodeid: str) -> str:
    """Return what a test shares its set-up with: its folder or its file."""
    file = nodeid.partition("::")[0]
    folder = str(PurePosixPath(file).parent)
    return folder if folder in SHARING else file


class SharedSetUp(LoadScopeScheduling):
    """Gives a process whole scopes, the ones with the most tests first."""

    def _split_scope(self, nodeid):
        return scope_of(nodeid)
