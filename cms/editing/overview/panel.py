"""The panel on the first page of the admin: what is to be done in one's own languages, or how far each language is."""

from wagtail.admin.ui.components import Component

from cms.common.languages import LANGUAGES
from cms.editing.overview.cells import Links, Row, own_languages, visible_kinds
from cms.editing.overview.shares import language_of, report_url
from cms.localisation.overview import items, shares

# What is left to do, the most urgent first.
TO_DO = ("outdated", "draft", "missing")
NEXT_ITEMS = 5


class TranslationPanel(Component):
    """Numbers with links into the report; to translators also the next things to do."""

    name = "defenders_translations"
    template_name = "defenders/admin/overview/panel.html"
    order = 50

    class Media:
        css = {"all": ["defenders/admin/overview.css"]}

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        found, own = items(visible_kinds(user)), own_languages(user)
        links = Links(user) if own else None
        return {
            "is_translator": bool(own),
            "report_url": report_url(),
            "languages": [
                (language_of(share), next_rows(found, share.language, links) if links else [])
                for share in shares(found, own or LANGUAGES)
            ],
        }


def next_rows(found, language, links):
    """Return the Rows of the first things that a translator can do in a language, the most urgent first."""
    waiting = sorted(
        (item for item in found if item.states[language].code in TO_DO),
        key=lambda item: TO_DO.index(item.states[language].code),
    )
    rows = []
    for item in waiting:
        cell = links.cell(item, language)
        if cell.url:
            rows.append(Row(item, [cell]))
        if len(rows) == NEXT_ITEMS:
            break
    return rows
