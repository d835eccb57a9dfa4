"""When a form is saved, and what its editor is told afterwards."""

from wagtail.admin import messages


class NoAutosave:
    """Saving is the editor's decision."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class SavedWithWarnings:
    """After saving, shows the form's warnings: what is allowed but unwise. They stop nothing."""

    def save_action(self):
        if not self.expects_json_response:
            for sentence in self.form.warnings():
                messages.warning(self.request, sentence)
        return super().save_action()
