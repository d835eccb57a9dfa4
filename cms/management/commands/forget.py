"""`manage.py forget`: delete what editors left behind and nobody needs any more."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.editing.forgetting import forget_forms, forget_names

MONTHS = 24
DAYS_PER_MONTH = 365.25 / 12


class Command(BaseCommand):
    help = "Delete forms that were typed for a preview, and take the names of editors out of what was done long ago."

    def add_arguments(self, parser):
        parser.add_argument("--months", type=int, default=MONTHS, help=f"after how many months ({MONTHS})")

    def handle(self, *, months, verbosity, **options):
        if not 1 <= months <= 1200:
            raise CommandError("--months is a whole number from 1 to 1200.")
        now = timezone.now()
        forms = forget_forms(now)
        names = forget_names(now - timedelta(days=round(months * DAYS_PER_MONTH)))
        if verbosity:
            self.stdout.write(f"{forms} forms deleted, names taken out of {names} entries.")
