"""Where the report is found: addresses, a menu item among the reports, and a panel on the first page."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from cms.editing.freshness.panel import FreshnessPanel
from cms.editing.freshness.report import URL_NAME, FreshnessReport
from cms.snippets.organisation import Organisation


def may_see(user):
    """Say whether the user may see the report: whoever may change or publish organisations."""
    policy = policy_registry.get_by_type(Organisation)
    return policy.user_has_any_permission(user, FreshnessReport.any_permission_required)


def freshness_urls():
    """Return the addresses for the hook `register_admin_urls`."""
    return [
        path("defenders/freshness/", FreshnessReport.as_view(), name=URL_NAME),
        path(
            "defenders/freshness/results/",
            FreshnessReport.as_view(results_only=True),
            name=f"{URL_NAME}_results",
        ),
    ]


class FreshnessMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request):
        return may_see(request.user)


def freshness_menu_item():
    """Return the item of the menu of reports."""
    return FreshnessMenuItem(
        _("Freshness"), reverse(URL_NAME), name="freshness", icon_name="history", order=110
    )


def add_freshness_panel(request, panels):
    """Add the panel for those who may see the report."""
    if may_see(request.user):
        panels.append(FreshnessPanel())
