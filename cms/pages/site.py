"""What surrounds a page on the guidance site: the menu, the way up and the same page in other languages."""

from django.apps import apps

from cms.common.languages import ENDONYMS, direction
from cms.conf import defenders_settings
from cms.directory.richtext import page_url
from cms.directory.visibility import public_pages


def on_site(address):
    """Return an address of our own without scheme and host, so that it holds on every host.

    Other addresses, and none at all, come back as they are.
    """
    base = defenders_settings.BASE_URL
    return address[len(base) :] if base and address and address.startswith(f"{base}/") else address


def surroundings(page):
    """Return `{"home", "sections", "way_up", "languages"}` of a page, for the templates."""
    home = home_of(page)
    return {
        "home": home,
        "sections": sections(home, page),
        "way_up": way_up(home, page),
        "languages": language_versions(page),
    }


def home_of(page):
    """Return the home page that a page belongs to, itself included; None outside of any."""
    # By name, because pages are built on this module.
    home_page = apps.get_model("defenders", "HomePage")
    if isinstance(page, home_page):
        return page
    return home_page.objects.ancestor_of(page).select_related("locale").order_by("-depth").first()


def sections(home, page):
    """Return the menu: `{"title", "url", "current"}` per public child of the home page that belongs in menus.

    `current` is "page" for the page itself, "true" for the section it is in, else "".
    """
    children = public_pages().child_of(home).in_menu().specific() if home and home.pk else ()
    return [
        {"title": short_title(child), "url": on_site(page_url(child)), "current": _current(child, page)}
        for child in children
    ]


def way_up(home, page):
    """Return `{"title", "url"}` of the public pages between the home page and the page, from the top."""
    if home is None or page.depth <= home.depth + 1:
        return []
    ancestors = public_pages().ancestor_of(page).descendant_of(home).specific()
    return [{"title": short_title(one), "url": on_site(page_url(one))} for one in ancestors]


def language_versions(page):
    """Return `{"lang", "name", "dir", "url", "absolute_url", "current"}` per language the page is public in.

    An alias repeats another language's text and does not count. The page itself is always there, so that a
    preview looks like what it will become.
    """
    others = (
        public_pages()
        .filter(translation_key=page.translation_key, alias_of__isnull=True)
        .exclude(locale_id=page.locale_id)
        .select_related("locale")
    )
    by_language = {one.locale.language_code: one for one in (*others, page)}
    ordered = sorted(
        by_language, key=lambda lang: (list(ENDONYMS).index(lang) if lang in ENDONYMS else 99, lang)
    )
    return [_version(by_language[lang], lang, lang == page.locale.language_code) for lang in ordered]


def short_title(page):
    """Return the title for menus."""
    return getattr(page, "menu_title", "") or page.title


def _version(page, lang, current):
    address = page_url(page)
    return {
        "lang": lang,
        "name": ENDONYMS.get(lang) or page.locale.get_display_name(),
        "dir": direction(lang),
        "url": on_site(address),
        "absolute_url": address,
        "current": current,
    }


def _current(section, page):
    if section.pk == page.pk:
        return "page"
    return "true" if page.path and page.path.startswith(section.path) else ""
