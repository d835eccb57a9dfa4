"""Organisations that are due on a day, links that are broken, and what the report of what is to be checked lists."""

from datetime import date, timedelta

from cms.models import LinkCheck
from tests.factories import OrganisationFactory

REPORT = "/admin/defenders/freshness/"
TODAY = date.today()


def due(days, **fields):
    """Return an organisation that is due in so many days."""
    day = TODAY + timedelta(days=days)
    return OrganisationFactory(verified_on=day - timedelta(days=365), review_due=day, **fields)


def break_link(organisation, url="https://gone.example/"):
    return LinkCheck.objects.create(
        organisation=organisation,
        url=url,
        outcome="missing",
        first_failed_on=TODAY - timedelta(days=2),
        last_failed_on=TODAY,
        last_checked_on=TODAY,
    )


def listed(client, query=""):
    response = client.get(REPORT + query, follow=True)
    assert response.status_code == 200
    return [row.name for row in response.context["table"].data]
