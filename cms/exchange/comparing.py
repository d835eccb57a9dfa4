"""A row of a file beside the organisation it is about: what it would change, and what is wrong with it."""

from dataclasses import dataclass, field
from typing import Any

from cms.common.cells import unguarded
from cms.common.languages import SOURCE_LANGUAGE
from cms.common.organisation_columns import PROPOSABLE, TEXT_COLUMNS, text_column, written
from cms.common.problems import InvalidValue
from cms.exchange.places import merged_places
from cms.exchange.present import TEXT_FORMS, Present, place_record
from cms.exchange.problems import Refused, problem, problems_of
from cms.exchange.values import Vocabulary, read_value
from cms.localisation.aligned import StructuresDiffer, aligned

# Lists whose order says nothing.
SETS = {"roles", "services", "audiences", "areas_served", "languages"}


@dataclass
class Comparison:
    """What a row would do: `changes` map columns to values, `places` are those of the next version if it has others."""

    present: Present
    changes: dict[str, Any] = field(default_factory=dict)
    places: list[dict] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)

    @property
    def state(self):
        """The state of the row: "error", "new", "changed" or "unchanged"."""
        if any(one["level"] == "error" for one in self.problems):
            return "error"
        if self.present.pk is None:
            return "new"
        return "changed" if self.changes else "unchanged"

    def proposed(self):
        """Return the record as it would be."""
        return self.present.record | self.changes


@dataclass(frozen=True)
class Site:
    """What values are checked against: the categories, the languages that are set up, and slugs in use by key."""

    vocabulary: Vocabulary
    languages: frozenset[str]
    slugs: dict[str, int]


def compare(cells, present: Present, site: Site):
    """Return the Comparison of the cells of a row ({column: text}) with an organisation (an empty Present for none).

    Asks the database nothing, but for pages that rich texts link to.
    """
    result = Comparison(present)
    # Texts come last: translations are measured by the Spanish text. Contacts come after places.
    for column in (one.name for one in _IN_ORDER if one.name in cells and one.name != "id"):
        before = len(result.problems)
        try:
            _compare_cell(column, cells[column], result, site)
        except (Refused, InvalidValue) as error:
            del result.problems[before:]
            result.problems += problems_of(error, column)
    if present.pk is None and not result.changes.get("name") and not _has_problem(result, "name"):
        result.problems.append(problem("name_missing", "name"))
    touched = {TEXT_COLUMNS[column][1] if column in TEXT_COLUMNS else "" for column in result.changes}
    result.problems += [
        problem(code) for code in sorted({present.busy[key] for key in touched & present.busy.keys()})
    ]
    return result


_LATE = {"contacts"}
_IN_ORDER = sorted(PROPOSABLE, key=lambda column: (column.name in TEXT_COLUMNS, column.name in _LATE))
_COLUMNS = {column.name: column for column in PROPOSABLE}


def _compare_cell(column, cell, result, site):
    present = result.present
    text = unguarded(cell)
    if _lines(text) == _lines(written(present.record, _COLUMNS[column])):
        return
    exact = any(place["precision"] == "exact" for place in result.places or present.places)
    value = read_value(column, text, site.vocabulary, exact_place=exact)
    if column == "places":
        _compare_places(value, result)
    elif column in TEXT_COLUMNS:
        _compare_text(column, value, result, site)
    elif not _same(column, value, present.record[column]):
        if column == "slug" and site.slugs.get(value, present.pk) != present.pk:
            raise Refused("slug_taken")
        result.changes[column] = _in_stored_order(column, value, present.record[column])


def _lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _same(column, one, other):
    return set(one) == set(other) if column in SETS else one == other


def _in_stored_order(column, value, stored):
    if column not in SETS:
        return value
    kept = [code for code in stored if code in value]
    return kept + [code for code in value if code not in kept]


def _compare_places(wanted, result):
    places, problems = merged_places(wanted, result.present.places)
    result.problems += problems
    records = [place_record(place) for place in places]
    if sorted(map(repr, records)) != sorted(map(repr, result.present.record["places"])):
        result.changes["places"], result.places = records, places


def _compare_text(column, value, result, site):
    name, language = TEXT_COLUMNS[column]
    present = result.present
    if value == present.record[column]:
        return
    if language not in site.languages:
        result.problems.append(problem("language_missing", column))
        return
    if language != SOURCE_LANGUAGE and (language in present.translated or language not in present.languages):
        basis = translation_basis(result)
        if basis is None:
            result.problems.append(problem("text_needs_spanish", column))
            return
        try:
            aligned(basis[name], value, TEXT_FORMS[name] == "html")
        except StructuresDiffer:
            result.problems.append(problem("text_differs", column))
            return
    result.changes[column] = value


def translation_basis(comparison):
    """Return the Spanish texts of which translations are made once the row is imported, or None without any."""
    present = comparison.present
    if present.basis_is_public:
        return present.basis
    spanish = {name: text_column(name, SOURCE_LANGUAGE) for name in TEXT_FORMS}
    changed = {
        name: comparison.changes[column] for name, column in spanish.items() if column in comparison.changes
    }
    if present.basis is None and not any(changed.values()):
        return None
    return dict.fromkeys(TEXT_FORMS, "") | (present.basis or {}) | changed


def _has_problem(result, column):
    return any(one["column"] == column for one in result.problems)
