"""Entries that may be about the same organisation."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from cms.common.likeness import Entry, alike
from cms.snippets.organisation import Organisation

# So many entries are compared at most: more than any such directory has.
MOST = 5000

SENTENCES = {
    "website": gettext_lazy("There is an entry with the same website: {entry}. Is it the same organisation?"),
    "name": gettext_lazy("There is an entry with the same name: {entry}. Is it the same organisation?"),
    "acronym": gettext_lazy("There is an entry with the same acronym: {entry}. Is it the same organisation?"),
    "similar": gettext_lazy("There is an entry with a similar name: {entry}. Is it the same organisation?"),
}


def may_be_the_same(key, *, name, alternate_name, acronym, website):
    """Yield a sentence with a link for each entry but `key` that may be the same. One query."""
    rows = Organisation.objects.exclude(pk=key).order_by("pk")
    entries = rows.values_list("pk", "name", "alternate_name", "acronym", "website")[:MOST]
    for likeness in alike(Entry(key, name, alternate_name, acronym, website), map(Entry._make, entries)):
        url = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[likeness.entry.key])
        link = format_html('<a href="{}" target="_blank" rel="noreferrer">{}</a>', url, likeness.entry.name)
        yield format_html(str(SENTENCES[likeness.reason]), entry=link)
