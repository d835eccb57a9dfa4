"""Addresses of the actions on pages."""

from django.urls import path

from cms.editing.withdrawal.views import PAGE_ACTIONS


def page_patterns():
    """Return them, one per action: `defenders_page_withdraw` and so on."""
    return [
        path(
            f"defenders/pages/<int:pk>/{action.name}/",
            action.as_view(),
            name=f"defenders_page_{action.name}",
        )
        for action in PAGE_ACTIONS
    ]
