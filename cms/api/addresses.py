"""Absolute addresses, from the configured base URL and never from the request."""

from django.urls import reverse

from cms.conf import defenders_settings


def organisation_url(uuid, lang):
    """Return the address of an organisation's detail in a language."""
    return record_url("organisations", uuid, lang)


def record_url(endpoint, uuid, lang):
    """Return the address of the detail of a record in a language."""
    path = reverse(f"defenders_api:{endpoint}:detail", args=(str(uuid),))
    return f"{defenders_settings.BASE_URL}{path}?lang={lang}"


def page_detail_url(pk):
    """Return the address of a page's detail."""
    return f"{defenders_settings.BASE_URL}{reverse('defenders_api:pages:detail', args=(pk,))}"
