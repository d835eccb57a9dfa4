"""The panel on the first page of the admin: what is to be done in one's own languages, or how far each language is."""

from wagtail.admin.ui.components import Component

from cms.common.languages import LANGUAGES
from cms.editing.overview.cells import Links, Row, own_languages, visible_kinds
from cms.editing.overview.shares import language_of, report_url
from cms.localisation.overview import items, shares

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


def urgency(state):
    """Return how soon a translator should look at it, 0 first; None where nothing is left for her to do."""
    if state.newer == "in_review":
        return None
    if state.newer == "draft" and state.code == "public":
        return 1
    return {"outdated": 0, "draft": 1, "missing": 2}.get(state.code)


def next_rows(found, language, links):
    """Return the Rows of the first things that a translator can do in a language, the most urgent first."""
    waiting = [item for item in found if urgency(item.states[language]) is not None]
    rows = []
    for item in sorted(waiting, key=lambda item: urgency(item.states[language])):
        cell = links.cell(item, language)
        if cell.url:
            rows.append(Row(item, [cell]))
        if len(rows) == NEXT_ITEMS:
            break
    return rows
