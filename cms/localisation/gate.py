"""The one place where wagtail-localize is changed: how it saves a translation of this app's texts and pages.

`TranslationSource.create_or_update_translation` is what all its ways of saving come together in: sending something to
translators, synchronising, publishing from its editor. As it comes, it writes drafts into the row (a public text goes
offline, a public page shows its source's language) and puts the source's language over sentences that have no
translation yet. Here it saves a version (`cms.localisation.drafts`), and publishes only what is complete. Models of
other apps keep wagtail-localize's behaviour.
"""

import functools
import inspect

from wagtail.models import DraftStateMixin
from wagtail_localize.models import TranslationSource

from cms.localisation.drafts import save_translation
from cms.snippets.translated import TranslatedContent

METHOD = "create_or_update_translation"
PARAMETERS = ("self", "locale", "user", "publish", "copy_parent_pages", "fallback")
# What `cms.localisation.drafts` takes from wagtail-localize besides.
USED = ("as_instance", "get_translated_instance", "sync_view_restrictions", "_get_segments_for_translation")


def is_guarded(model):
    """Say whether translations of this model, or of an instance's, go through the gate."""
    model = model if inspect.isclass(model) else type(model)
    return issubclass(model, TranslatedContent) and issubclass(model, DraftStateMixin)


def connect():
    """Put the gate in place; called when the app is ready, harmless when called again."""
    stock = getattr(TranslationSource, METHOD)
    if hasattr(stock, "__wrapped__"):
        return

    @functools.wraps(stock)
    def create_or_update_translation(
        self, locale, user=None, publish=True, copy_parent_pages=False, fallback=False
    ):
        if not is_guarded(self.specific_content_type.model_class()):
            return stock(self, locale, user, publish, copy_parent_pages, fallback)
        row, version, is_new = save_translation(
            self, locale, user=user, copy_parents=copy_parent_pages, final=publish
        )
        if publish:
            version.publish(user=user, skip_permission_checks=True)
            row.refresh_from_db()
        return row, is_new

    setattr(TranslationSource, METHOD, create_or_update_translation)


def what_changed_in_localize():
    """Return what this gate relies on and wagtail-localize no longer has, as a list of names."""
    method = getattr(TranslationSource, METHOD, None)
    found = tuple(inspect.signature(method).parameters) if method else ()
    changed = [] if found == PARAMETERS else [f"TranslationSource.{METHOD}"]
    return changed + [f"TranslationSource.{name}" for name in USED if not hasattr(TranslationSource, name)]
