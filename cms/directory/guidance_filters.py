"""The filters of programmes and trainings, by the same names and rules as those of organisations.

They look at the public facts of a record (`Kind.facts`), so that the database, the published files and the browser
agree without saying everything twice.
"""

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from cms.directory.filters import (
    AudienceFilter,
    CountryFilter,
    CountryValues,
    Filter,
    FlagFilter,
    InvalidParameter,
    LanguageFilter,
)

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


class HostCountryFilter(CountryValues):
    """`country`: where the programme receives people."""

    name = "country"

    def matches(self, record, values):
        return not set(values).isdisjoint(record["host_countries"])


class OrganisationFilter(Filter):
    """`organisation`: the identifier of the organisation behind it."""

    name = "organisation"
    multiple = False

    def parse(self, value, codes):
        identifier = value.lower()
        if not _UUID.fullmatch(identifier):
            raise InvalidParameter(
                self.name,
                _(
                    "“%(value)s” is not the id of an organisation, such as 6c0f3c7e-0d8f-4b7e-9a51-2f1c5d1b7a10."
                ),
                value=value[:80],
            )
        return identifier

    def matches(self, record, values):
        return record["organisation"]["id"] in values


class OpenFilter(FlagFilter):
    """`open`: takes applications today; false finds all others, those whose days nobody knows too."""

    name = "open"
    allowed = {"true": True, "false": False}

    def matches(self, record, values):
        return (record["call_state"] == "open") is values[0]


class FamilyFilter(FlagFilter):
    """`family`: the family can come too; where it is not known neither true nor false finds it."""

    name = "family"
    allowed = {"true": True, "false": False}

    def matches(self, record, values):
        return record["family_included"] is values[0]


def by_name(*filters: type[Filter]) -> dict[str, Filter]:
    """Return {name: filter}."""
    return {cls.name: cls() for cls in filters}


PROGRAMME_FILTERS = by_name(
    HostCountryFilter, AudienceFilter, LanguageFilter, OrganisationFilter, OpenFilter, FamilyFilter
)
TRAINING_FILTERS = by_name(CountryFilter, LanguageFilter, OrganisationFilter)


def passes(facts: Mapping, values: Mapping[str, Sequence], known: Mapping[str, Filter]) -> bool:
    """Say whether public facts pass all filters that were asked for."""
    return all(known[name].matches(facts, wanted) for name, wanted in values.items())
