"""`manage.py set_up_roles`: the groups of the roles and the review before anything becomes public."""

from django.core.management.base import BaseCommand

from cms.editing.roles.set_up import set_up_roles


class Command(BaseCommand):
    help = (
        "Add the groups Editor, Reviewer, Administrator and one Translator per language, and the review, where they "
        "are missing. Run it again after adding a language."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--reset",
            action="store_true",
            help="give the groups and the review their first rights again; changes made by hand are lost",
        )

    def handle(self, *args, reset, **options):
        for kind, count in set_up_roles(reset=reset).items():
            self.stdout.write(f"{kind}: {count} set up")
