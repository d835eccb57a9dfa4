"""Pages at the addresses that organisations had before: a server would answer them with a redirect, a file cannot."""

import re
from collections.abc import Iterator, Mapping

from django.template.loader import render_to_string

from cms.common.languages import direction
from widgets import addresses
from widgets.mirror import layout, pages
from widgets.mirror.pages import Copy

SLUG = re.compile(r"[-\w]{1,100}")


def moved_pages(copy: Copy, former: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, HTML) of pages that lead on; `former` maps slugs of before to those of now."""
    names = {record["slug"]: record["name"] for record in copy.directory.organisations}
    for old, now in former.items():
        place = layout.organisation(old)
        path = layout.path(place, copy.lang, copy.languages)
        if SLUG.fullmatch(old) and now in names and old not in names:
            yield path, _moved_page(copy, place, now, names[now])


def _moved_page(copy, place, slug, name):
    links = pages.links_on(copy, place)
    content = {
        "lang": copy.lang,
        "dir": direction(copy.lang),
        "name": name,
        "url": links.page(layout.organisation(slug), copy.lang),
        "canonical": addresses.absolute("organisation", slug, query=f"lang={copy.lang}"),
        "style_url": links.file(layout.STYLE),
        "mirror": {"policy": pages.CONTENT_SECURITY_POLICY},
    }
    return render_to_string("widgets/mirror/moved.html", content).encode()
