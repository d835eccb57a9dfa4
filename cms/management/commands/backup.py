"""`manage.py backup FOLDER`: one archive of the database and the uploaded files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from cms.backup.errors import BackupError
from cms.backup.taking import take_backup


class Command(BaseCommand):
    help = (
        "Write one archive of the database and the uploaded files into a folder, readable for its owner alone. The "
        "site goes on meanwhile. Exit code 1, and nothing left, if it fails."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="an existing folder, best on another disk")
        parser.add_argument(
            "--encrypt-to",
            action="append",
            default=[],
            metavar="RECIPIENT",
            help="a public key of age, or a key of GnuPG by fingerprint or address; may be repeated",
        )
        parser.add_argument(
            "--keep", type=int, metavar="N", help="delete all but the newest N archives in the folder"
        )

    def handle(self, *, folder, encrypt_to, keep, verbosity, **options):
        if keep is not None and keep < 1:
            raise CommandError("--keep is a whole number from 1.")
        try:
            taken = take_backup(folder, encrypt_to, keep)
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        except DatabaseError as problem:
            raise CommandError(f"The database does not answer as it should: {problem}") from problem
        manifest = taken.manifest
        if verbosity:
            self.stdout.write(
                f"{taken.path}  {taken.path.stat().st_size:,} bytes  sha256 {taken.sha256}\n"
                f"Database and {len(manifest.files)} files. {len(taken.dropped)} older archives deleted."
            )
        if manifest.elsewhere:
            self.stderr.write(
                f"{len(manifest.elsewhere)} files lie in another storage: they are named in the archive and not in it."
            )
        if manifest.missing:
            self.stderr.write(
                f"{len(manifest.missing)} files that the database names are not there: "
                + ", ".join(manifest.missing[:5])
            )
        if not encrypt_to:
            self.stderr.write(
                "Not encrypted: the archive holds internal notes, drafts and the secrets of second factors. "
                "--encrypt-to encrypts it."
            )
