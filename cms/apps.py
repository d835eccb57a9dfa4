"""The app: label "defenders", because "cms" is the label of django CMS."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from cms.common.quiet_logging import requests_are_answered


class DefendersConfig(AppConfig):
    name = "cms"
    label = "defenders"
    verbose_name = _("Defenders directory")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.core.signals import request_started

        from cms import checks  # noqa: F401  registers the system checks
        from cms.api import checks as api_checks  # noqa: F401  registers more of them
        from cms.directory import changes
        from cms.directory.index import publication  # noqa: F401  adds the index to every release
        from cms.directory.open_data import files as open_data
        from cms.editing.freshness.links import results as link_results
        from cms.editing.translations import checks as translation_checks  # noqa: F401  registers more of them
        from cms.exchange import overtaking
        from cms.headers import checks as header_checks  # noqa: F401  registers more of them
        from cms.localisation import copies, gate, refresh, repetitions
        from cms.pages import guidance, withdrawn
        from cms.snippets import erased

        changes.connect()
        open_data.connect()
        gate.connect()
        copies.connect()
        refresh.connect()
        repetitions.connect()
        guidance.connect()
        withdrawn.connect()
        link_results.connect()
        overtaking.connect()
        erased.connect()
        request_started.connect(_a_request_is_answered, dispatch_uid="defenders.quiet_logging")


def _a_request_is_answered(**kwargs):
    """Receive Django's signal."""
    requests_are_answered()
