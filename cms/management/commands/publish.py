"""`manage.py publish`: bring the published files up to date."""

from django.core.management.base import BaseCommand

from cms.conf import defenders_settings
from cms.directory.publish import publish


class Command(BaseCommand):
    help = "Publish what is public now to DEFENDERS_PUBLISHED_ROOT. Run it every minute, beside publish_scheduled."

    def handle(self, *args, verbosity, **options):
        changed = publish()
        if verbosity:
            state = "Published to" if changed else "Nothing changed in"
            self.stdout.write(f"{state} {defenders_settings.PUBLISHED_ROOT}.")
