"""Logging in: django-allauth before Wagtail's admin, and nothing else that makes a session."""

from accounts.settings import *  # noqa: F403
