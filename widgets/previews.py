"""Drafts of organisations as the embed pages and the lists will show them: from a directory file of one."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from cms.directory.previews import CARD, PAGE
from widgets import cards, pages
from widgets.directory_file import Directory, DirectoryUnavailable, parse_directory
from widgets.options import EmbedOptions

TEMPLATES = {PAGE: "widgets/embed/preview_page.html", CARD: "widgets/embed/preview_card.html"}

# As much as the first cards of an embed page say, see `widgets.rendering.DETAILS`.
CONTACTS_ON_CARD, SUMMARY_ON_CARD = 3, 600


def render_preview(
    directory_file: bytes, lang: str, look: str, notes: Sequence[str] = (), looks: Sequence = ()
) -> str:
    """Return the whole page; `looks` are (words, address, current) of the same draft seen otherwise."""
    try:
        directory = parse_directory(directory_file, lang)
    except DirectoryUnavailable:
        return render_to_string("widgets/embed/preview_nothing.html", _frame(lang, notes))
    record = directory.organisations[0]
    content = pages.organisation_page(record, directory, EmbedOptions(lang=lang))
    if look == CARD:
        content |= _list_entry(record, directory)
    page_url = next((url for _words, url, current in looks if not current), "")
    return render_to_string(
        TEMPLATES[look], content | {"preview_notes": notes, "looks": looks, "page_url": page_url}
    )


def _list_entry(record: dict, directory: Directory) -> dict:
    card = cards.make_card(record, directory, CONTACTS_ON_CARD)
    return {"card": cards.shortened(card, SUMMARY_ON_CARD)}


def _frame(lang, notes):
    options = EmbedOptions(lang=lang)
    return pages.frame("directory", options) | {
        "title": _("This version cannot be shown"),
        "preview_notes": notes,
    }
