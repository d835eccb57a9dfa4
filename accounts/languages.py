"""In which language somebody is spoken to: the one they chose in the editor."""

from django.utils.translation import get_language
from wagtail.users.models import UserProfile


def language_of(user) -> str:
    """Return the language of an account; that of the request if they chose none."""
    profile = UserProfile.objects.filter(user=user).first()
    return (profile and profile.preferred_language) or get_language()
