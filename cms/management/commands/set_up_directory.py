"""`manage.py set_up_directory`: what a site needs before its first organisation can be written."""

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale

from cms.common.languages import LANGUAGES
from cms.directory.changes import publish_once
from cms.editing.roles.set_up import set_up_roles
from cms.sample.categories import load_categories


class Command(BaseCommand):
    help = "Add the languages, categories and roles that are missing; what is already there stays as it is."

    def handle(self, *args, **options):
        with publish_once(), transaction.atomic():
            added = {
                "languages": sum(Locale.objects.get_or_create(language_code=code)[1] for code in LANGUAGES),
                "categories": load_categories(),
                "roles": set_up_roles()["roles"],
            }
        for kind, count in added.items():
            self.stdout.write(f"{kind}: {count} added")
