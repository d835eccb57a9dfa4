"""`manage.py check_public`: whether anything is public without a public source."""

from itertools import chain

from django.core.management.base import BaseCommand, CommandError

from cms.conf import defenders_settings
from cms.directory import publish
from cms.editing.public_check.api import wrong_answers
from cms.editing.public_check.published import wrong_files
from cms.editing.public_check.rows import (
    index_entries_without_row,
    pictures_without_public_facts,
    translations_without_source,
)
from cms.editing.public_check.truth import truth_of


class Command(BaseCommand):
    help = (
        "Walk the published files, the API, translations, the search index and pictures, and say what is public "
        "although its source is withdrawn, not published or gone. Exit code 1 if there is anything."
    )

    def handle(self, *, verbosity, **options):
        today = publish.today_utc()
        truth = truth_of(today)
        found = list(
            dict.fromkeys(
                chain(
                    wrong_files(defenders_settings.PUBLISHED_ROOT, truth),
                    wrong_answers(truth),
                    translations_without_source(truth, today),
                    index_entries_without_row(),
                    pictures_without_public_facts(today),
                )
            )
        )
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"{len(found)} things are public without a public source.", returncode=1)
        if verbosity:
            self.stdout.write("Everything that is public has a public source.")
