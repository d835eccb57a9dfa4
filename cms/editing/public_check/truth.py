"""What may be public, from the plain columns of the rows. Deliberately not from `directory.visibility`."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.directory.richtext import page_url
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation
from cms.snippets.page_withdrawal import PageWithdrawal
from cms.snippets.place import Place
from cms.snippets.programme import Programme
from cms.snippets.testimony import Testimony
from cms.snippets.training import Training

# Name of the records -> model of the facts.
MODELS = {
    "organisations": Organisation,
    "programmes": Programme,
    "trainings": Training,
    "testimonies": Testimony,
}


@dataclass(frozen=True)
class Truth:
    """`facts` maps the name of records to {uuid: languages in which there is a public text}.

    `contacts` and `places` map organisations to what may be shown of them: (kind, value), and (country,) or (country,
    lat, lng). `pages` are the keys, `page_urls` the addresses of public pages.
    """

    facts: dict[str, dict[str, set[str]]]
    contacts: dict[str, set[tuple]]
    places: dict[str, set[tuple]]
    pages: set[int]
    page_urls: set[str]


def truth_of(today: date) -> Truth:
    """Return what may be public on a day, which matters to consents alone."""
    rows = {name: _rows(model, name, today) for name, model in MODELS.items()}
    pages = _pages()
    return Truth(
        {name: _with_texts(found) for name, found in rows.items()},
        _of_organisations(ContactChannel.objects.values_list("organisation__uuid", "kind", "value")),
        _of_organisations(_shown_places()),
        {page.pk for page in pages},
        {url for page in pages if (url := page_url(page))},
    )


def is_published(row) -> bool:
    """Say whether a row is live and not expired."""
    return row.live and (row.expire_at is None or row.expire_at > timezone.now())


def is_public(row, today: date) -> bool:
    """Say whether facts may be public: published, not withdrawn, of a public organisation, agreed to."""
    if not is_published(row) or row.visibility != "public":
        return False
    if isinstance(row, Testimony):
        agreed = row.is_composed or (row.consent_given_on is not None and row.consent_given_on <= today)
        return agreed and (row.consent_expires_on is None or row.consent_expires_on >= today)
    return isinstance(row, Organisation) or is_public(row.organisation, today)


def _rows(model, name, today):
    rows = model.objects.prefetch_related("texts__locale")
    if name in ("programmes", "trainings"):
        rows = rows.select_related("organisation")
    return [row for row in rows if is_public(row, today)]


def _with_texts(rows):
    return {
        str(row.uuid): {text.locale.language_code for text in row.texts.all() if is_published(text)}
        for row in rows
    }


def _of_organisations(rows):
    found = {}
    for uuid, *values in rows:
        found.setdefault(str(uuid), set()).add(tuple(values))
    return found


def _shown_places():
    columns = ("organisation__uuid", "precision", "country", "lat", "lng")
    for uuid, precision, country, lat, lng in Place.objects.values_list(*columns):
        if precision != "hidden":
            yield uuid, country
        if precision in ("exact", "city"):
            yield uuid, country, float(lat), float(lng)


def _pages():
    closed = set(PageViewRestriction.objects.values_list("page__path", flat=True))
    withdrawn = PageWithdrawal.objects.values("translation_key")
    closed |= set(Page.objects.filter(translation_key__in=withdrawn).values_list("path", flat=True))
    rows = Page.objects.filter(depth__gt=1).select_related("locale", "alias_of")
    return [
        row
        for row in rows
        if is_published(row)
        and not _is_below(row.path, closed)
        and not (row.alias_of and _is_below(row.alias_of.path, closed))
    ]


def _is_below(path, paths):
    return any(path[:length] in paths for length in range(Page.steplen, len(path) + 1, Page.steplen))
