"""`manage.py export_mirror`: a static copy of everything public, for any web server."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError

from cms.common.languages import LANGUAGES
from widgets.mirror.export import export_mirror
from widgets.mirror.folder import FolderUnusable
from widgets.mirror.release import ReleaseUnusable


class Command(BaseCommand):
    help = (
        "Write a static copy of the current release to a folder that any web server can serve: published files, "
        "widgets, and pages that need no scripts. Needs no database. See docs/mirror.md."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", metavar="DIR", help="an empty folder, or one that holds a copy made here"
        )
        parser.add_argument(
            "--base-url",
            default="",
            help="where the copy will be served, such as https://mirror.example; needed by its page for wrong "
            "addresses alone",
        )
        parser.add_argument(
            "--languages",
            default=",".join(LANGUAGES),
            help=f"languages of the pages, the first one at the shortest addresses (default: {','.join(LANGUAGES)})",
        )
        parser.add_argument(
            "--again",
            action="store_true",
            help="look at every file, even when the folder holds a copy of this release",
        )

    def handle(self, *args, folder, base_url, languages, again, verbosity, **options):
        try:
            outcome = export_mirror(Path(folder), _languages(languages), _base_url(base_url), again)
        except (ReleaseUnusable, FolderUnusable) as error:
            raise CommandError(str(error)) from error
        if not verbosity:
            return
        if outcome.current:
            self.stdout.write(f"{folder} is up to date: information of {outcome.as_of}.")
        else:
            self.stdout.write(
                f"{folder}: information of {outcome.as_of}, {outcome.files} files, "
                f"{outcome.bytes / 1e6:.1f} MB; {outcome.changed} written, {outcome.removed} removed."
            )


def _languages(text):
    wanted = tuple(dict.fromkeys(filter(None, re.split(r"[\s,]+", text))))
    unknown = [lang for lang in wanted if lang not in LANGUAGES]
    if unknown or not wanted:
        raise CommandError(f"--languages takes some of {', '.join(LANGUAGES)}, not “{' '.join(unknown)}”.")
    return wanted


def _base_url(text):
    if not text:
        return ""
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError as error:
        raise CommandError(f"--base-url “{text}” is no address.") from error
    sound = url.scheme in ("http", "https") and url.hostname and port != 0
    if (
        not sound
        or url.username
        or url.password
        or url.query
        or url.fragment
        or re.search(r"[\s\"'<>\\]", text)
    ):
        raise CommandError(
            f"--base-url must be like https://mirror.example or https://example.org/copy, not “{text}”."
        )
    return text.rstrip("/")
