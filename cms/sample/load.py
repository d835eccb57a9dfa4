"""Load the sample content: categories, organisations, what the guidance tells of, and its pages.

Loading twice changes nothing.
"""

from django.db import transaction
from wagtail.models import Locale, Page

from cms.common.languages import LANGUAGES
from cms.conf import defenders_settings
from cms.directory.changes import publish_once
from cms.sample.categories import load_categories
from cms.sample.guidance import load_programmes, load_testimonies, load_trainings
from cms.sample.indexes import indexes_built_at_the_end
from cms.sample.organisations import load_fictional_organisations, load_organisations
from cms.sample.pages import load_pages


class SampleContentRefused(Exception):
    """Unverified content about real organisations must not get onto a public site."""


def load_sample() -> dict[str, int]:
    """Load what is missing and publish once; return how many of each kind were added."""
    if not defenders_settings.SAMPLE_CONTENT:
        raise SampleContentRefused(
            "The sample content is unverified and is loaded only with DEBUG or DEFENDERS_SAMPLE_CONTENT."
        )
    with publish_once(), indexes_built_at_the_end():
        with transaction.atomic():
            for code in LANGUAGES:
                Locale.objects.get_or_create(language_code=code)
            added = {
                "categories": load_categories(),
                "organisations": load_organisations() + load_fictional_organisations(),
                "programmes": load_programmes(),
                "trainings": load_trainings(),
                "testimonies": load_testimonies(),
                "pages": load_pages(),
            }
        # Localize publishes translated pages at commit, each with the number of children it had when it was made.
        Page.fix_tree()
    return added
