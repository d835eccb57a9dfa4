"""What was found: which links are to be asked next, and what is kept of the answers."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from wagtail.signals import published

from cms.editing.freshness.links.addresses import links_of
from cms.editing.freshness.links.probe import Finding
from cms.snippets.link_check import LinkCheck
from cms.snippets.organisation import Organisation
from cms.snippets.programme import Programme
from cms.snippets.training import Training


def addresses_to_ask(limit: int, today: date) -> list[str]:
    """Return the addresses whose turn it is: never asked first, then the longest ago; none that was asked today."""
    last = {(one.organisation_id, one.url): one.last_checked_on for one in LinkCheck.objects.all()}
    # Of the same address of two organisations, the one that waits longer decides.
    by_url: dict[str, date] = {}
    for link in links_of():
        day = last.get(link, date.min)
        by_url[link[1]] = min(day, by_url.get(link[1], date.max))
    waiting = [(day, url) for url, day in by_url.items() if day < today]
    return [url for _day, url in sorted(waiting)[:limit]]


@transaction.atomic
def record(findings: Iterable[tuple[str, Finding]], today: date) -> None:
    """Keep what was found on this day, and forget links that are not there any more."""
    found = dict(findings)
    links = links_of()
    kept = {(one.organisation_id, one.url): one for one in LinkCheck.objects.all()}
    LinkCheck.objects.filter(pk__in=[one.pk for link, one in kept.items() if link not in links]).delete()
    for pk, url in links:
        if url in found:
            check = kept.get((pk, url)) or LinkCheck(organisation_id=pk, url=url)
            check.record(found[url].outcome, found[url].status, today)
            check.save()


def broken_links_of(organisations: Iterable[int]) -> dict[int, list[LinkCheck]]:
    """Return {key of the organisation: its broken links}. One query."""
    by_organisation = defaultdict(list)
    for check in LinkCheck.objects.broken().filter(organisation__in=organisations).order_by("url"):
        by_organisation[check.organisation_id].append(check)
    return dict(by_organisation)


def forget_replaced_links(sender, instance, **kwargs):
    """A link that was corrected, or is gone, is not shown as broken any more."""
    pk = instance.pk if isinstance(instance, Organisation) else instance.organisation_id
    current = {url for _pk, url in links_of([pk])}
    LinkCheck.objects.filter(organisation=pk).exclude(url__in=current).delete()


def connect():
    """Listen to what is published; called once when the app is ready."""
    for model in (Organisation, Programme, Training):
        published.connect(
            forget_replaced_links, sender=model, dispatch_uid=f"defenders_forget_links_{model.__name__}"
        )
