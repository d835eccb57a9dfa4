"""The app that serves the embeddable widgets and the pages they fall back to."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WidgetsConfig(AppConfig):
    name = "widgets"
    label = "defenders_widgets"
    verbose_name = _("Defenders widgets")

    def ready(self):
        from cms.directory.open_data.addresses import register_organisation_pages
        from cms.directory.previews import register_renderer
        from cms.directory.sitemaps import register_sitemaps
        from widgets.addresses import organisation_pages
        from widgets.previews import render_preview
        from widgets.sitemap import sitemaps

        register_renderer(render_preview)
        register_organisation_pages(organisation_pages)
        register_sitemaps(sitemaps)
