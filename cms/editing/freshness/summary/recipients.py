"""Who gets the summary: reviewers and administrators with an address, each in the language of their admin."""

from django.conf import settings
from django.contrib.auth import get_user_model

from cms.editing.roles.review import REVIEWING_ROLES


def recipients():
    """Return the active members of the reviewing groups who have an e-mail address."""
    email = get_user_model().get_email_field_name()
    users = get_user_model().objects.filter(is_active=True, groups__defenders_role__key__in=REVIEWING_ROLES)
    return users.exclude(**{email: ""}).select_related("wagtail_userprofile").distinct().order_by("pk")


def language_of(user) -> str:
    """Return the language in which a user reads the admin."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
