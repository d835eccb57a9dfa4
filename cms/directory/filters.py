"""The filters of the public contract: one class per name, for published records; editors' lists use some on rows.

`parse_filters` turns raw values (lists of strings, as a query string gives them) into a `Filters`, or raises
`InvalidParameter` with the name and a sentence. `Filters.matches(record)` says whether a record passes; for many at
once there is an index (`directory.index`) that says the same. Several values of one name: any of them; different
names: all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.common.languages import matches_language, normalise_language_tag
from cms.common.territories import is_country, regions_of
from cms.common.vocabularies import WORLDWIDE
from cms.snippets.organisation import Organisation
from cms.snippets.place import Place

MAX_SEARCH = 200
MAX_VALUES = 50


class InvalidParameter(ValueError):
    """A parameter that cannot be used: its name and a (lazily translated) sentence a client can act on."""

    def __init__(self, parameter, message, **params):
        self.parameter = parameter
        self.message = message
        self.params = params
        super().__init__(parameter)

    @property
    def detail(self):
        """The sentence in the active language."""
        return str(self.message) % self.params if self.params else str(self.message)


class Filter:
    """A name of the contract. `codes` are the values it may take, where these come from the content."""

    name: str
    multiple = True

    def parse(self, value, codes):
        """Return the value in its normal form, or raise InvalidParameter."""
        raise NotImplementedError

    def q(self, values):
        """Return the same as a condition on Organisation, where the database is asked."""
        raise NotImplementedError

    def matches(self, record, values):
        """Say whether a public record passes."""
        raise NotImplementedError


class CategoryFilter(Filter):
    """Base of the three names whose values are categories."""

    field: str

    def parse(self, value, codes):
        if value not in codes[self.name]:
            raise InvalidParameter(
                self.name,
                _("“%(value)s” is not one of the values of “%(name)s”: %(codes)s."),
                value=value[:80],
                name=self.name,
                codes=", ".join(codes[self.name]),
            )
        return value

    def q(self, values):
        links = getattr(Organisation, self.field).through.objects
        organisations = links.filter(category__kind=self.name, category__code__in=values)
        return Q(pk__in=organisations.values("organisation_id"))

    def matches(self, record, values):
        return not set(values).isdisjoint(record[self.field])


class RoleFilter(CategoryFilter):
    """`role`: the part it plays."""

    name, field = "role", "roles"


class ServiceFilter(CategoryFilter):
    """`service`: the help it gives."""

    name, field = "service", "services"


class AudienceFilter(CategoryFilter):
    """`audience`: whom it helps."""

    name, field = "audience", "audiences"


class CountryValues(Filter):
    """Base of the names whose values are ISO 3166-1 alpha-2 codes, in any case."""

    def parse(self, value, codes):
        # Some letters that are not ASCII become two of it: ß is not South Sudan.
        code = value.upper() if value.isascii() else value
        if not is_country(code):
            raise InvalidParameter(
                self.name,
                _("“%(value)s” is not a country: use a code of two letters (ISO 3166-1), such as CO."),
                value=value[:80],
            )
        return code


class CountryFilter(CountryValues):
    """`country`: where help is needed; finds who serves the country, its region or the world."""

    name = "country"

    def q(self, values):
        return Q(areas_served__overlaps=sorted(areas_that_serve(values)))

    def matches(self, record, values):
        return not areas_that_serve(values).isdisjoint(record["areas_served"])


class SeatFilter(CountryValues):
    """`seat`: the country of a place that is not hidden."""

    name = "seat"

    def q(self, values):
        # A hidden place has no country, so the condition cannot find one.
        return Q(pk__in=Place.objects.filter(country__in=values).values("organisation_id"))

    def matches(self, record, values):
        return any(place["country"] in values for place in record["places"])


class LanguageFilter(Filter):
    """`language`: a language it works in; `es` also finds `es-MX`."""

    name = "language"

    def parse(self, value, codes):
        tag = normalise_language_tag(value)
        if tag is None:
            raise InvalidParameter(
                self.name,
                _("“%(value)s” is not a language tag (BCP 47), such as es or pt-BR."),
                value=value[:80],
            )
        return tag

    def matches(self, record, values):
        return any(matches_language(wanted, tag) for wanted in values for tag in record["languages"])


class FlagFilter(Filter):
    """Base of the names that take true (and perhaps false)."""

    multiple = False
    allowed: Mapping[str, bool]

    def parse(self, value, codes):
        if value not in self.allowed:
            raise InvalidParameter(
                self.name,
                _("“%(name)s” can be: %(codes)s."),
                name=self.name,
                codes=", ".join(self.allowed),
            )
        return self.allowed[value]


class UrgentFilter(FlagFilter):
    """`urgent`: answers around the clock."""

    name = "urgent"
    allowed = {"true": True}

    def matches(self, record, values):
        return record["urgent_help"]


class GovernmentFilter(FlagFilter):
    """`government`: a governmental host."""

    name = "government"
    allowed = {"true": True, "false": False}

    def matches(self, record, values):
        return record["is_government"] is values[0]


FILTERS: dict[str, Filter] = {
    cls.name: cls()
    for cls in (
        RoleFilter,
        ServiceFilter,
        AudienceFilter,
        CountryFilter,
        SeatFilter,
        LanguageFilter,
        UrgentFilter,
        GovernmentFilter,
    )
}


@dataclass(frozen=True)
class Filters:
    """Parsed values by name, and the words searched for ("" for none). What is not asked for is not in `values`."""

    values: Mapping[str, Sequence]
    search: str = ""

    def matches(self, record):
        """Say whether a public record passes; the words are not part of it (see `search`)."""
        return all(FILTERS[name].matches(record, values) for name, values in self.values.items())

    @property
    def countries(self):
        """The countries asked for, which also decide the order."""
        return self.values.get("country", ())


def parse_filters(params: Mapping[str, Sequence[str]], codes: Mapping[str, Sequence[str]]) -> Filters:
    """Return the filters among the parameters; raise InvalidParameter for the first that cannot be used.

    `codes` maps role, service and audience to their values. Empty values count as not asked for. Parameters that are
    no filters are ignored: whether they are allowed is the caller's business.
    """
    return Filters(parse_values(params, codes, FILTERS), parse_search(params.get("search", ())))


def parse_values(params, codes, known: Mapping[str, Filter]) -> dict[str, tuple]:
    """Return the values of the known filters among the parameters, as `parse_filters` does."""
    values = {}
    for name, one in known.items():
        raw = _split(name, params.get(name, ()), one.multiple)
        if raw:
            values[name] = tuple(dict.fromkeys(one.parse(value, codes) for value in raw))
    return values


def parse_search(raw: Sequence[str]) -> str:
    """Return the words searched for; raise InvalidParameter for more than one value or one that is too long."""
    (text,) = _split("search", raw, multiple=False) or ("",)
    if len(text) > MAX_SEARCH:
        raise InvalidParameter("search", _("Search for at most %(limit)d characters."), limit=MAX_SEARCH)
    return text


def single_value(name: str, raw: Sequence[str]) -> str:
    """Return the one value of a parameter, "" for none; raise InvalidParameter when it is repeated or unreadable."""
    if len(raw) > 1:
        raise InvalidParameter(name, _("“%(name)s” can be given only once."), name=name)
    text = raw[0].strip() if raw else ""
    if any(ord(char) < 32 or ord(char) == 127 or 0xD800 <= ord(char) <= 0xDFFF for char in text):
        raise InvalidParameter(name, _("“%(name)s” contains characters that are not text."), name=name)
    return text


def areas_that_serve(countries: Sequence[str]) -> set[str]:
    """Return the areas (countries, their regions, the world) whose organisations serve any of the countries."""
    return {WORLDWIDE, *countries}.union(*(regions_of(country) for country in countries))


def scope_rank(areas: Sequence[str], countries: Sequence[str]) -> int:
    """Return how near somebody who serves the areas is to the countries: 0 country, 1 region, 2 world."""
    if not set(areas).isdisjoint(countries):
        return 0
    regions = set().union(*(regions_of(country) for country in countries))
    return 1 if not regions.isdisjoint(areas) else 2


def _split(name, raw, multiple):
    if not multiple:
        value = single_value(name, raw)
        return [value] if value else []
    values = [part.strip() for value in raw for part in single_value(name, [value]).split(",")]
    if len(values) > MAX_VALUES:
        raise InvalidParameter(
            name, _("“%(name)s” can have at most %(limit)d values."), name=name, limit=MAX_VALUES
        )
    return [value for value in values if value]
