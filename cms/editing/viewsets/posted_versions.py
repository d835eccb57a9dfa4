"""Which version a form was made from, as the browser says it."""

from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.editing.forms.codes import is_key


class KnownVersionsOnly:
    """Edit view that answers a made-up version to overwrite like one that does not exist, not with an error."""

    @cached_property
    def overwrite_revision(self):
        asked = self.request.POST.get("overwrite_revision_id")
        if asked and not is_key(asked):
            raise PermissionDenied("Cannot overwrite a revision that does not exist")
        return super().overwrite_revision


class AsksBeforeOverwriting(KnownVersionsOnly):
    """Edit view whose first save of an out-of-date form is refused, whatever else is wrong with it.

    The page that says so carries the latest version, so that the second save goes through.
    """

    def is_valid(self, form):
        valid = super().is_valid(form)
        if self.expects_json_response or not self.is_out_of_date:
            return valid
        # Else the page that asks would save itself without waiting for an answer.
        self.autosave_enabled = False
        sentences = [] if valid else [self.produced_error_message]
        sentences.append(self.what_happened(form, valid))
        if differing := form.differing():
            sentences.append(
                _("What you see here differs from what was saved in: %(fields)s.")
                % {"fields": ", ".join(differing)}
            )
        self.produced_error_code = "invalid_revision"
        self.produced_error_message = " ".join(map(str, sentences))
        return False

    def what_happened(self, form, valid):
        """Return the sentences about who was quicker, and what the editor can do."""
        return _(
            "“%(name)s” was saved after you had opened it, by somebody else or by you in another window. Nothing was "
            "saved yet, and what you wrote is still here. Look at it in a new window, and save again only if what "
            "you see here is right: it then replaces what was saved."
        ) % {"name": self.object}


class AsksBeforeRefining(AsksBeforeOverwriting):
    """The same for organisations, whose places may have become less precise meanwhile."""

    def what_happened(self, form, valid):
        if valid and form.refines_places():
            return _(
                "Somebody else saved this organisation after you had opened it, and a place is less precise now, or "
                "deleted. Nothing was saved yet. Look at the tab “Where it is” in a new window, and save again only "
                "if the places here are right."
            )
        return super().what_happened(form, valid)
