"""What the pages of accounts say about the site."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def site_name():
    """Return the name of the site."""
    return settings.WAGTAIL_SITE_NAME
