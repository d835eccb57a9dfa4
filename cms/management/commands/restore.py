"""`manage.py restore ARCHIVE`: put a backup in the place of what is there."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from cms.backup.errors import BackupError
from cms.backup.restoring import put_back, restore_backup, verified


class Command(BaseCommand):
    help = (
        "Restore an archive of manage.py backup while the site is stopped. Everything in it is verified first; when "
        "anything fails, all is as it was. Nothing is published before manage.py publish --accept-restored."
    )

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("archive", type=Path, nargs="?", help="the archive")
        what.add_argument(
            "--put-back",
            action="store_true",
            help="undo a restoration that was interrupted",
        )
        parser.add_argument("--replace", action="store_true", help="replace a database that is not empty")
        parser.add_argument(
            "--verify", action="store_true", help="only read the archive and say what is in it"
        )
        parser.add_argument(
            "--identity", type=Path, help="the file of the key, for archives encrypted with age"
        )

    def handle(self, *, archive, put_back, replace, verify, identity, **options):
        try:
            if put_back:
                self._put_back()
            elif verify:
                self._describe(verified(archive, identity))
            else:
                self._tell(restore_backup(archive, identity, replace))
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        except DatabaseError as problem:
            raise CommandError(f"The database does not answer as it should: {problem}") from problem

    def _put_back(self):
        if not put_back():
            raise CommandError("No restoration was interrupted: there is nothing to put back.")
        self.stdout.write("Everything is as it was before the restoration.")

    def _describe(self, manifest):
        about = manifest.about
        versions = ", ".join(f"{name} {version}" for name, version in about.versions.items())
        self.stdout.write(
            f"Whole. Made {about.made_at:%Y-%m-%d %H:%M} UTC ({versions}): "
            f"the database and {len(manifest.files)} files, {manifest.media_size:,} bytes."
        )

    def _tell(self, restored):
        self._describe(restored.manifest)
        self.stdout.write("Restored; everybody is logged out.")
        names = restored.returned.names
        if names is None:
            self.stdout.write(
                "There are no published files to compare with: "
                "what was withdrawn after the backup is public in it again."
            )
        elif names:
            self.stdout.write(
                "Withdrawn, because they were not public like this when the site was published last:"
            )
            for name in names:
                self.stdout.write(f"  {name}")
        for name in restored.lost_elsewhere:
            self.stderr.write(f"Not there: the uploaded file {name}.")
        self.stdout.write(
            "Nothing is published yet. Look through it (docs/backup.md), then: manage.py publish --accept-restored"
        )
