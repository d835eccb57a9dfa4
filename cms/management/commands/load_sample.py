"""`manage.py load_sample`: add the sample content that is missing."""

from django.core.management.base import BaseCommand, CommandError

from cms.editing.roles.set_up import set_up_roles
from cms.sample.load import SampleContentRefused, load_sample


class Command(BaseCommand):
    help = "Load the unverified sample content for trying things out; what is already there stays as it is."

    def handle(self, *args, **options):
        try:
            added = load_sample()
        except SampleContentRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        added["roles"] = set_up_roles()["roles"]
        for kind, count in added.items():
            self.stdout.write(f"{kind}: {count} added")
