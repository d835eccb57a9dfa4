"""After a backup was restored nothing is published until a person says so: it may undo withdrawals.

A file in the root of what is published says it. What is taken away meanwhile disappears all the same.
"""

from datetime import datetime
from pathlib import Path

from cms.directory.durable import replace_file
from cms.directory.guard import Loss, PublicationHeld
from cms.directory.markers import RESTORED


class HeldAfterRestoration(PublicationHeld):
    """A publication waits because a backup was restored and nobody has looked through it yet."""

    def __init__(self, root: Path):
        Exception.__init__(
            self,
            f"Nothing was published: a backup of {(root / RESTORED).read_text()} was restored. What was withdrawn "
            "or made less precise after that moment is as it was. Look through it (docs/backup.md), then run "
            "manage.py publish --accept-restored.",
        )
        self.loss, self.is_new = Loss(), False


def hold_after_restoration(root: Path, made_at: datetime) -> None:
    """Let every publication wait; `made_at` is when the backup was made."""
    root.mkdir(parents=True, exist_ok=True)
    replace_file(root / RESTORED, f"{made_at:%Y-%m-%d %H:%M} UTC".encode())


def is_held_after_restoration(root: Path) -> bool:
    """Tell whether publications wait."""
    return (root / RESTORED).exists()


def end_hold_after_restoration(root: Path) -> None:
    """Let publications go on."""
    (root / RESTORED).unlink(missing_ok=True)
