"""Where the overview is found: a menu item among the reports, and a panel on the first page."""

from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import set_query_params

from cms.editing.overview.cells import own_languages, visible_kinds
from cms.editing.overview.panel import TranslationPanel
from cms.editing.overview.report import TranslationOverview
from cms.editing.overview.shares import URL_NAME


def overview_urls():
    """Return the addresses for the hook `register_admin_urls`."""
    return [
        path("defenders/translations/", TranslationOverview.as_view(), name=URL_NAME),
        path(
            "defenders/translations/results/",
            TranslationOverview.as_view(results_only=True),
            name=f"{URL_NAME}_results",
        ),
    ]


class OverviewMenuItem(MenuItem):
    """Leads somebody who works in one language to that language."""

    def is_shown(self, request):
        return bool(visible_kinds(request.user))

    def render_component(self, request):
        own = own_languages(request.user)
        component = super().render_component(request)
        if len(own) == 1:
            component.url = set_query_params(str(self.url), {"language": own[0]})
        return component


def overview_menu_item():
    """Return the menu item for the hook `register_reports_menu_item`."""
    return OverviewMenuItem(
        gettext_lazy("Translations"),
        reverse_lazy(URL_NAME),
        name="defenders-translations",
        icon_name="wagtail-localize-language",
        order=10,
    )


def without_localize_report(request, items):
    """Take wagtail-localize's own report out of the menu: it knows submissions only, and no state of what is public."""
    replaced = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if str(item.url) != replaced]


def add_panel(request, panels):
    """Put the panel before the others on the first page of the admin."""
    if visible_kinds(request.user):
        panels.append(TranslationPanel())
