"""Addresses below the admin's own."""

from django.urls import path

from cms.editing.gazetteer_view import find_cities
from cms.editing.hints.view import find_hints
from cms.editing.previews.link_view import preview_link_urls
from cms.editing.withdrawal.urls import page_patterns


def admin_urls():
    """Return them for the hook `register_admin_urls`, which asks for a login first."""
    return [
        path("defenders/gazetteer/", find_cities, name="defenders_gazetteer"),
        path("defenders/hints/", find_hints, name="defenders_hints"),
        *page_patterns(),
        *preview_link_urls(),
    ]
