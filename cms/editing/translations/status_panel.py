"""The side panel "Status" of translated texts: wagtail-localize's fails while a review is on."""

from wagtail.snippets.side_panels import SnippetStatusSidePanel

from cms.editing.translations.addresses import address, view_name


class TranslationStatusPanel(SnippetStatusSidePanel):
    """Wagtail's panel, told what its own edit view would tell it."""

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {
            "draftstate_enabled": True,
            "history_url": address("history", self.object),
            "workflow_history_url": address("workflow_history", self.object),
            "revisions_compare_url_name": view_name("revisions_compare", self.object),
            "lock_url": address("lock", self.object),
            "unlock_url": address("unlock", self.object),
        }
