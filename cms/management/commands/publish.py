"""`manage.py publish`: bring the published files up to date, or show an older release."""

import sys

from django.core.management.base import BaseCommand, CommandError

from cms.conf import defenders_settings
from cms.directory import kept
from cms.directory import publish as publication
from cms.directory.guard import lost_organisations
from cms.directory.lock import PublicationBusy
from cms.directory.origin import origin_of
from cms.directory.publish import PublicationHeld
from cms.directory.releases import current_release, kept_releases

HELD_CODE = 3


class Command(BaseCommand):
    help = (
        "Publish what is public now to DEFENDERS_PUBLISHED_ROOT. Run it every minute, beside publish_scheduled. "
        "When many organisations would disappear that nobody took away, it publishes nothing new and ends with exit "
        f"code {HELD_CODE}; with --verbosity 0 it says so once."
    )

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--accept-removals",
            action="store_true",
            help="publish although many organisations disappear that nobody took away",
        )
        choice.add_argument(
            "--accept-restored",
            action="store_true",
            help="publish what a restored backup holds, after somebody looked through it",
        )
        choice.add_argument("--list", action="store_true", help="list the releases that are kept")
        choice.add_argument(
            "--back-to",
            metavar="NUMBER",
            help="show an older release until --resume; withdrawals go on taking effect",
        )
        choice.add_argument("--resume", action="store_true", help="show the newest release again")

    def handle(self, *args, verbosity, accept_removals, accept_restored, list, back_to, resume, **options):
        root = defenders_settings.PUBLISHED_ROOT
        if list:
            return self._list(root)
        try:
            if back_to:
                self._go_back(root, back_to)
            if resume:
                kept.resume(root)
            changed = self._publish(root, accept_removals, accept_restored)
        except PublicationHeld as held:
            if verbosity or held.is_new:
                raise CommandError(str(held), returncode=HELD_CODE) from held
            sys.exit(HELD_CODE)
        except PublicationBusy as busy:
            raise CommandError(str(busy)) from busy
        if verbosity:
            self._say(root, changed)
        return None

    def _publish(self, root, accepts, accepts_restored):
        if accepts_restored:
            return publication.accept_restored()
        return publication.accept_removals(lost_organisations(root)) if accepts else publication.publish()

    def _say(self, root, changed):
        chosen = kept.chosen_release(root)
        if chosen:
            self.stdout.write(f"Release {chosen.number} is shown until manage.py publish --resume.")
        else:
            state = "Published to" if changed else "Nothing changed in"
            self.stdout.write(f"{state} {root}.")

    def _list(self, root):
        for release in kept_releases(root):
            origin = origin_of(release)
            is_shown = current_release(root) == release.link
            mark = " (shown)" if is_shown else ""
            self.stdout.write(
                f"{release.number}  made {origin.made_at:%Y-%m-%d %H:%M:%S} UTC  "
                f"{len(origin.keys.get('organisations', ()))} organisations{mark}"
            )

    def _go_back(self, root, number):
        if not kept.go_back(root, number):
            known = ", ".join(str(release.number) for release in kept_releases(root)) or "none"
            raise CommandError(f"There is no release {number}. Kept are: {known}.")
