"""Who may be seen: the one place that decides it. Whatever becomes public starts from these querysets."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from cms.snippets.organisation import Organisation
from cms.snippets.place import Place
from cms.snippets.texts import OrganisationText


def _not_expired():
    # Unpublishing on time is the timer's work; what has expired is not shown even if the timer stands still.
    return Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())


def public_organisations():
    """Organisations that are published, not withdrawn and not expired."""
    return Organisation.objects.filter(_not_expired(), live=True, visibility="public")


def public_texts():
    """Published texts of public organisations."""
    return OrganisationText.objects.filter(
        _not_expired(), live=True, organisation__in=public_organisations()
    ).select_related("locale")


def public_places():
    """Places of public organisations that are not hidden."""
    return Place.objects.filter(organisation__in=public_organisations()).exclude(precision="hidden")


def public_pages():
    """Published pages without viewing restrictions."""
    return Page.objects.live().public().filter(_not_expired())
