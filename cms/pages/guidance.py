"""`guidance.<lang>.json`: the guidance pages by their neutral names, programmes, trainings and testimonies.

A page that does not exist in a language comes in its first fallback, and says in which language it is.
"""

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from cms.common.languages import LANGUAGES
from cms.conf import defenders_settings
from cms.directory.changes import publish_when_changed
from cms.directory.kinds import KINDS
from cms.directory.labels import categories_in, guidance_labels_in, load_categories
from cms.directory.open_data.terms import licence
from cms.directory.richtext import page_url
from cms.directory.snapshot import Snapshot, regions, register_builder
from cms.directory.visibility import public_pages
from cms.localisation.fallback import first_available
from cms.pages.base import DefendersPage


def guidance_files(snapshot: Snapshot) -> dict[str, dict]:
    """Return {file name: data} of all languages."""
    categories = load_categories()
    pages = pages_by_key()
    return {
        f"guidance.{lang}.json": snapshot.head(
            lang=lang,
            licence=licence(),
            labels=guidance_labels_in(lang, categories),
            categories=categories_in(lang, categories),
            regions=regions(),
            pages=pages_in(lang, pages),
            **{
                kind.name: [
                    kind.record(loaded, lang, snapshot.today) for loaded in snapshot.guidance[kind.name]
                ]
                for kind in KINDS
            },
        )
        for lang in LANGUAGES
    }


def pages_by_key() -> dict[str, dict[str, dict]]:
    """Return {key: {language: page as JSON}} of the public guidance pages that have a key and an address.

    An alias repeats another language's text and does not count. Where several sites have the same page, that of the
    first in the tree is taken.
    """
    found: dict[str, dict[str, dict]] = {}
    pages = public_pages().filter(alias_of__isnull=True).select_related("locale").order_by("path").specific()
    for page in pages:
        lang = page.locale.language_code
        if not isinstance(page, DefendersPage) or not page.key or lang in found.get(page.key, {}):
            continue
        url = page_url(page)
        if url:
            found.setdefault(page.key, {})[lang] = _as_json(page, lang, url)
    return dict(sorted(found.items()))


def pages_in(lang: str, pages: dict[str, dict[str, dict]]) -> dict[str, dict]:
    """Return {key: page as JSON} in a language; a page that exists in none of its fallbacks is not there."""
    chosen = {
        key: first_available(lang, by_lang, defenders_settings.FALLBACKS) for key, by_lang in pages.items()
    }
    return {key: found[1] for key, found in chosen.items() if found}


def _as_json(page, lang, url):
    context = {"links": page.public_links()}
    return {
        "title": page.title,
        "introduction": page.introduction,
        "body": page.body.stream_block.get_api_representation(page.body, context=context),
        "lang": lang,
        "url": url,
        "is_sample": page.is_sample,
    }


def connect():
    """Add the files to every publication, and publish when a page changes; called once when the app is ready."""
    register_builder(guidance_files)
    pages = [model for model in apps.get_app_config("defenders").get_models() if issubclass(model, Page)]
    publish_when_changed([*pages, Page], [post_save, post_delete, post_page_move])
    publish_when_changed([PageViewRestriction, Site], [post_save, post_delete])
