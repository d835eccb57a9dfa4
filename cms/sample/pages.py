"""The guidance pages: written in Spanish, translated as translators do it."""

import uuid

from wagtail.models import Locale, Page, Site

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.localisation.aligned import plain_strings
from cms.pages import home, protection, standard, training, who_accompanies
from cms.sample.files import read_json
from cms.sample.page_bodies import body_strings, body_values
from cms.sample.translate import translate

PAGE_TYPES = {
    page_type.__name__: page_type
    for page_type in (
        home.HomePage,
        who_accompanies.WhoAccompaniesPage,
        protection.TemporaryProtectionPage,
        protection.PermanentProtectionPage,
        training.TrainingPage,
        standard.StandardPage,
    )
}
PLAIN_FIELDS = ("title", "slug", "menu_title", "introduction", "search_description")


def load_pages() -> int:
    """Add the whole tree of pages in its languages unless there is a home page; return the number of pages."""
    if home.HomePage.objects.exists():
        return 0
    entries = read_json("pages.json")
    pages = _create_source_pages(entries)
    for entry in entries:
        page = pages[entry["key"]]
        page.body = body_values(entry, pages)
        page.sources = [
            {"type": "source", "value": source, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, source["url"]))}
            for source in entry["sources"]
        ]
        page.full_clean()
        page.save_revision().publish()
    _show_on_site(pages["home"])
    translated = 0
    for entry in entries:
        strings = {
            language: _strings(entry, language)
            for language in LANGUAGES
            if language != SOURCE_LANGUAGE and language in entry["title"]
        }
        translate(PAGE_TYPES[entry["type"]].objects.get(pk=pages[entry["key"]].pk), strings)
        translated += len(strings)
    return len(pages) + translated


def _create_source_pages(entries):
    locale = Locale.objects.get(language_code=SOURCE_LANGUAGE)
    pages = {}
    for entry in entries:
        page_type = PAGE_TYPES[entry["type"]]
        page = page_type(
            locale=locale,
            is_sample=True,
            live=False,
            **{name: entry[name][SOURCE_LANGUAGE] for name in PLAIN_FIELDS},
        )
        if page_type is standard.StandardPage:
            page.key = entry["key"]
        parent = pages[entry["parent"]] if entry["parent"] else Page.get_first_root_node()
        parent.add_child(instance=page)
        pages[entry["key"]] = page
    return pages


def _strings(entry, language):
    strings = body_strings(entry, language)
    for name in PLAIN_FIELDS:
        strings |= plain_strings(entry[name][SOURCE_LANGUAGE], entry[name][language])
    return strings


def _show_on_site(home_page):
    """Make the page the root of the default site and remove the page that a new Wagtail site greets with."""
    site, _ = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home_page}
    )
    greeting = site.root_page
    site.root_page = home_page
    site.save()
    if greeting.specific_class is Page and not greeting.get_children().exists():
        greeting.delete()
