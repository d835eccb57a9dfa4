"""The accounts of the editors: one login, with a second factor, before everything that Wagtail's admin opens."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "defenders_accounts"
    verbose_name = _("Accounts of editors")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        import accounts.checks  # noqa: F401  registers the system checks
        from accounts import signals

        signals.connect()
