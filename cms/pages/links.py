"""Links from page to page: only to what is public, and in the reader's language where that exists."""

from cms.directory.richtext import page_url
from cms.directory.visibility import public_pages


def public_links(pages, lang=None):
    """Return {pk: {"url", "title", "lang"}} of those pages that are public, with absolute addresses.

    Two queries, however many pages. A page stands for its public translation into `lang`; without one, for itself.
    """
    pages = [page for page in pages if page]
    if not pages:
        return {}
    public = list(
        public_pages()
        .filter(translation_key__in={page.translation_key for page in pages})
        .select_related("locale")
    )
    itself = {page.pk: page for page in public}
    translated = {page.translation_key: page for page in public if page.locale.language_code == lang}
    found = {page.pk: translated.get(page.translation_key) or itself.get(page.pk) for page in pages}
    links = {pk: _link(target) for pk, target in found.items() if target}
    # A page outside every site has no address.
    return {pk: link for pk, link in links.items() if link["url"]}


def _link(page):
    return {"url": page_url(page), "title": page.title, "lang": page.locale.language_code}
