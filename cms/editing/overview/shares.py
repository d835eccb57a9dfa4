"""How far each language is, with links into the report: the same in the report and on the first page of the admin."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail.admin.utils import set_query_params

from cms.common.languages import ENDONYMS
from cms.editing.overview.cells import STATE_WORDS
from cms.localisation.overview import Share

URL_NAME = "defenders_translations"


@dataclass(frozen=True)
class Count:
    """How many items of a language are in a state, and where they are listed."""

    code: str
    word: str
    icon: str
    number: int
    url: str


@dataclass(frozen=True)
class Language:
    """A language, its share, and what it consists of; `url` lists all of it."""

    share: Share
    name: str
    url: str
    counts: list[Count]


def language_of(share):
    """Return the Language of a Share; states in which nothing is are left out."""
    counts = [
        Count(code, str(word), icon, share.counts[code], report_url(language=share.language, state=code))
        for code, (word, icon) in STATE_WORDS.items()
        if share.counts[code]
    ]
    return Language(share, ENDONYMS[share.language], report_url(language=share.language), counts)


def report_url(**filters):
    """Return the address of the report with these filters."""
    return set_query_params(reverse(URL_NAME), filters)
