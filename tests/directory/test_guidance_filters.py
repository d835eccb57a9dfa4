"""The filters of programmes and trainings: what they read, what they refuse, what they find; search and order."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation

from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.filters import InvalidParameter, parse_values
from cms.directory.guidance_filters import PROGRAMME_FILTERS, TRAINING_FILTERS, passes
from cms.directory.index.guidance import make_entry
from cms.directory.programmes import PROGRAMMES
from cms.directory.trainings import TRAININGS
from tests.conftest import TODAY
from tests.factories import OrganisationFactory, ProgrammeFactory, TrainingFactory

NOBODY = "00000000-0000-4000-8000-000000000001"
REFUSED = [
    (PROGRAMME_FILTERS, "country=europe", "country", "ISO 3166-1"),
    (PROGRAMME_FILTERS, "audience=singers", "audience", "women_defenders"),
    (PROGRAMME_FILTERS, "language=spanish-of-mexico", "language", "BCP 47"),
    (PROGRAMME_FILTERS, "open=1", "open", "true, false"),
    (PROGRAMME_FILTERS, "open=true,false", "open", "true, false"),
    (PROGRAMME_FILTERS, "open=true&open=false", "open", "only once"),
    (PROGRAMME_FILTERS, "family=unknown", "family", "true, false"),
    (PROGRAMME_FILTERS, "organisation=abaco", "organisation", "abaco"),
    (PROGRAMME_FILTERS, f"organisation={{{NOBODY}}}", "organisation", "not the id"),
    (PROGRAMME_FILTERS, f"organisation={NOBODY},{NOBODY}", "organisation", "not the id"),
    (TRAINING_FILTERS, "country=ß", "country", "ß"),
    (TRAINING_FILTERS, "organisation=%00", "organisation", "not text"),
]


def parse(known, query):
    return parse_values(dict(QueryDict(query).lists()), CATEGORY_CODES, known)


def found(kind, known, query):
    values = parse(known, query)
    return [
        loaded.row.name for loaded in kind.load(TODAY) if passes(kind.facts(loaded, TODAY), values, known)
    ]


@pytest.mark.parametrize(("known", "query", "name", "words"), REFUSED)
def test_what_cannot_be_used_is_named_in_a_sentence(known, query, name, words):
    with translation.override("en"), pytest.raises(InvalidParameter) as refused:
        parse(known, query)
    assert refused.value.parameter == name
    with translation.override("en"):
        assert words in refused.value.detail
        assert refused.value.detail.endswith(".")


def test_the_names_are_those_of_the_contract():
    assert " ".join(PROGRAMME_FILTERS) == "country audience language organisation open family"
    assert " ".join(TRAINING_FILTERS) == "country language organisation"


@pytest.fixture(scope="module")
def rows(rows_of_module):
    """One programme and one training for each way to pass or fail a filter, in order."""
    basque = OrganisationFactory(uuid=NOBODY, name="Harrera", alternate_name="Acogida", areas_served=["FJ"])
    ProgrammeFactory(name="A", organisation=basque, call_closes=date(2026, 11, 22), family_included=True)
    ProgrammeFactory(name="B", host_countries=["ES", "DE"], languages=["es-MX", "de"], family_included=False)
    ProgrammeFactory(name="C", rolling=True, audiences=("artists", "journalists"), host_countries=[])
    ProgrammeFactory(name="D", upcoming=True, languages=["est"], audiences=())
    ProgrammeFactory(name="E", undated=True, host_countries=["FJ"], texts={"eu": "Itsasoaren ondoan."})
    ProgrammeFactory(name="F", closed=True, family_included=True, audiences=("artists",), languages=[])
    TrainingFactory(
        name="A", starts_on=date(2026, 11, 20), organisation=OrganisationFactory(areas_served=["worldwide"])
    )
    TrainingFactory(
        name="B", organisation=OrganisationFactory(areas_served=["americas"]), languages=["pt-BR"]
    )
    TrainingFactory(name="C", undated=True, on_request=True, languages=["pt"])
    TrainingFactory(name="D", undated=True, organisation=basque)
    TrainingFactory(name="E", over=True, organisation=OrganisationFactory(areas_served=["CO", "africa"]))


@pytest.fixture
def programmes(rows, db):
    """They are there."""


@pytest.fixture
def trainings(rows, db):
    """They are there."""


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "ABCDEF"),
        ("country=es", "ABDF"),
        ("country=DE,FJ", "BE"),
        ("country=CO", ""),
        ("audience=artists", "CF"),
        ("audience=artists,all_defenders", "ABCEF"),
        ("language=es", "ABCE"),
        ("language=es-MX", "B"),
        ("open=true", "ABC"),
        ("open=false", "DEF"),
        ("family=true", "AF"),
        ("family=false", "B"),
        (f"organisation={NOBODY.upper()}", "A"),
        ("open=true&family=true&country=ES", "A"),
        ("open=&family=&country=,", "ABCDEF"),
    ],
)
def test_each_filter_of_programmes_finds_what_it_promises(programmes, query, names):
    assert "".join(found(PROGRAMMES, PROGRAMME_FILTERS, query)) == names


@pytest.mark.parametrize(
    ("words", "lang", "names"),
    [
        ("harrera", "es", "A"),
        ("acog", "es", "A"),
        ("descanso", "es", "ABCDF"),
        ("descanso c", "es", "C"),
        ("itsaso", "eu", "E"),
        ("itsaso", "en", "E"),  # Basque is what an English reader is shown
        ("itsaso", "ar", "E"),
        ("nothing", "es", ""),
    ],
)
def test_a_search_looks_into_what_is_shown(programmes, words, lang, names):
    entries = [
        make_entry(PROGRAMMES, PROGRAMMES.record(one, lang, TODAY), vars(one.row.organisation))
        for one in PROGRAMMES.load(TODAY)
    ]
    assert "".join(entry.facts["name"] for entry in entries if entry.answers(words)) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "ABCDE"),
        ("country=CO", "ABCE"),
        ("country=FJ", "AD"),
        ("country=KE", "AE"),
        ("language=pt", "BC"),
        ("language=pt-BR", "B"),
        (f"organisation={NOBODY}", "D"),
        (f"organisation={NOBODY}&country=KE", ""),
    ],
)
def test_each_filter_of_trainings_finds_what_it_promises(trainings, query, names):
    assert "".join(found(TRAININGS, TRAINING_FILTERS, query)) == names


def test_the_order_changes_with_the_day(programmes):
    def order(day):
        return "".join(loaded.row.name for loaded in PROGRAMMES.load(day))

    assert order(date(2026, 11, 22)) == "ABCDEF"
    assert order(date(2026, 11, 23)) == "BCDEAF"
    assert order(date(2026, 12, 10)) == "DCEABF"
