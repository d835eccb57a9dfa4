"""Records of drafts: what visitors would read once what is written now is published.

They are made by the same functions as public records, so that a preview shows what publication will show and nothing
else. No draft becomes public here: whoever calls says to whom it is shown.
"""

from datetime import date

from wagtail.models import ModelLogEntry, Page, PageLogEntry

from cms.common.languages import SOURCE_LANGUAGE
from cms.directory.guidance import Kind, Loaded
from cms.directory.json_bytes import as_json
from cms.directory.labels import load_categories
from cms.directory.preview_tokens import ORGANISATION, PAGE, PreviewTarget
from cms.directory.records import CATEGORY_FIELDS, LoadedOrganisation, loaded_version
from cms.directory.snapshot import Snapshot, directory_in
from cms.directory.texts import linked_pages
from cms.directory.visibility import is_withdrawn
from cms.snippets.facts import Facts
from cms.snippets.organisation import Organisation
from cms.snippets.texts import TranslatableText


def latest_organisation(target: PreviewTarget) -> Organisation | None:
    """Return the latest version of what a token opens; None if that is not there, or was withdrawn since."""
    if target.kind != ORGANISATION:
        return None
    row = Organisation.objects.filter(uuid=target.key).exclude(visibility="withdrawn").first()
    if row is None or _since(target, ModelLogEntry.objects.for_instance(row)):
        return None
    return row.get_latest_revision_as_object()


def latest_page(target: PreviewTarget) -> Page | None:
    """Return the latest version of what a token opens; None if that is not there, or was withdrawn since."""
    if target.kind != PAGE:
        return None
    row = Page.objects.filter(pk=target.key, locale__language_code=target.lang).first()
    if row is None or is_withdrawn(row):
        return None
    at_or_above = row.get_ancestors(inclusive=True)
    if _since(target, PageLogEntry.objects.filter(page__in=at_or_above.values("pk"))):
        return None
    return row.get_latest_revision_as_object()


def _since(target, entries):
    # A withdrawal ends the links that were made before it for good: its end does not bring them back.
    return (
        target.made is not None
        and entries.filter(action="defenders.withdraw", timestamp__gte=target.made).exists()
    )


def newest_texts(facts: Facts, text: TranslatableText | None = None) -> dict[str, TranslatableText]:
    """Return {language: latest version} of the texts about some facts; `text` stands for the one in its language.

    A translation nobody has begun holds the words of its source: it is left out, so that the fallback is honest.
    """
    found = {}
    if facts.pk:
        for row in facts.texts.select_related("locale", "latest_revision"):
            found[row.language] = row.get_latest_revision_as_object()
    if text is not None:
        found[text.language] = text
    source = found.get(SOURCE_LANGUAGE)
    if source is not None:
        # What is stored is the digest of the row: this version may say something else.
        source.content_digest = source.digest()
    return {
        language: one
        for language, one in found.items()
        if one is text or one is source or source is None or _words(one) != _words(source)
    }


def draft_of_organisation(version: Organisation, text: TranslatableText | None = None) -> LoadedOrganisation:
    """Return what the record of a version needs; `text` is one that is not saved yet, or None."""
    for place in version.places.all():
        # In memory only: no record shows a place more finely than its precision, wherever the version comes from.
        place.clean_to_precision()
    codes = {kind: _codes(version, name) for kind, name in CATEGORY_FIELDS.items()}
    return loaded_version(version, codes, newest_texts(version, text))


def draft_of_guidance(kind: Kind, version: Facts, text: TranslatableText | None = None) -> Loaded:
    """Return what the record of a version of a programme, training or testimony needs."""
    texts = newest_texts(version, text)
    codes = _codes(version, "audiences") if hasattr(version, "audiences") else []
    return Loaded(version, texts, codes, linked_pages(texts.values(), kind.text_forms))


def directory_of_one(loaded: LoadedOrganisation, lang: str, today: date) -> bytes:
    """Return `directory.<lang>.json` as it is published, with this one organisation in it.

    Made by the builder of the published file, so that whatever reads that one reads this one.
    """
    return as_json(directory_in(lang, Snapshot(today, [loaded], {}, {}), load_categories()))


def _words(text):
    return [getattr(text, name) for name in text.text_fields]


def _codes(version, name):
    chosen = getattr(version, name).all()
    return [category.code for category in sorted(chosen, key=lambda one: (one.order, one.code))]
