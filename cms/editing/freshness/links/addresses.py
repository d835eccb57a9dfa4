"""The web addresses that visitors, or editors, are led to: those of public organisations and of what they run."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from cms.directory.visibility import public_organisations, public_programmes, public_trainings
from cms.editing.freshness.links.run import host_of
from cms.editing.freshness.links.targets import is_onion
from cms.snippets.channel import ContactChannel

# Kinds of channels whose value is the address of a page.
PAGE_CHANNELS = ("web_form", "encrypted_form")


def links_of(organisations=None) -> set[tuple[int, str]]:
    """Return {(key of the organisation, address)} of the public ones among these organisations, or of all.

    Five queries. Addresses in the onion network are left out: they cannot be asked from here.
    """
    public = public_organisations()
    if organisations is not None:
        public = public.filter(pk__in=organisations)
    pks = public.values("pk")
    found: list[tuple[int, str]] = []
    for pk, website, source in public.values_list("pk", "website", "source_url"):
        found += [(pk, website), (pk, source)]
    found += ContactChannel.objects.filter(organisation__in=pks, kind__in=PAGE_CHANNELS).values_list(
        "organisation_id", "value"
    )
    found += _addresses(public_programmes(), pks, "application_url")
    found += _addresses(public_trainings(), pks, "url")
    return {(pk, url) for pk, url in found if url and _is_asked(url)}


def _addresses(rows, organisations, name) -> Iterable[tuple[int, str]]:
    rows = rows.filter(organisation__in=organisations)
    return [
        address for field in (name, "source_url") for address in rows.values_list("organisation_id", field)
    ]


def _is_asked(url):
    return urlsplit(url).scheme in {"http", "https"} and not is_onion(host_of(url))
