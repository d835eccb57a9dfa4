"""Whatever changes in what is not public changes no byte of what is published, its index included.

Every column counts as private unless it is named here, so that a new one is tried out by itself.
"""

from datetime import UTC, date, datetime

import pytest
from django.db import models
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cms import models as content
from cms.directory.dating import date_changed_records
from cms.directory.indexes import build_indexes
from cms.directory.manifest import manifest_of
from cms.directory.snapshot import build_base, build_files, directories_of, take_snapshot
from tests.conftest import TODAY
from tests.factories import OrganisationFactory, ProgrammeFactory, TestimonyFactory, TrainingFactory

# What decides whether something is public, and what says when it last was another.
STATE = {"live", "visibility", "uuid", "public_digest", "updated_on", "is_sample"}
TEXT_STATE = {"live", "translation_key", "translated_from", "content_digest"}

PUBLIC = {
    content.Organisation: STATE
    | {"name", "alternate_name", "acronym", "slug", "website", "organisation_type", "is_government"}
    | {"areas_served", "languages", "response_time", "intake_status", "verified_on", "review_due"},
    content.OrganisationText: TEXT_STATE | {"summary", "description", "how_to_ask_for_help", "hours"},
    # The order is public, not the numbers that make it.
    content.Place: {"sort_order", "precision", "country", "city", "lat", "lng", "is_seat"},
    content.ContactChannel: {
        "sort_order",
        "kind",
        "value",
        "label",
        "languages",
        "urgent",
        "preferred",
        "pgp_fingerprint",
    },
    content.Programme: STATE
    | {"name", "host_countries", "stay_months_min", "stay_months_max", "places_per_year", "who_can_apply"}
    | {"call_opens", "call_closes", "is_rolling", "family_included", "children_supported", "languages"}
    | {"application_url"},
    content.ProgrammeText: TEXT_STATE | {"summary", "description", "what_it_offers", "nominator_note"},
    content.Training: STATE
    | {"name", "topics", "mode", "languages", "cost", "starts_on", "ends_on", "on_request", "url"},
    content.TrainingText: TEXT_STATE | {"summary", "description"},
    content.Testimony: STATE | {"attribution", "is_pseudonym", "is_composed", "order"},
    content.TestimonyText: TEXT_STATE | {"quote", "context", "picture_alt"},
}

# Columns that decide about visibility when they say one thing, and are private as long as they say another.
STILL_PUBLIC = {
    "expire_at": st.none() | st.datetimes(datetime(2030, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    # A place in a city has one of these; its name is what is shown.
    "city_id": st.integers(1, 10**7),
    "consent_given_on": st.dates(date(2000, 1, 1), TODAY),
    "consent_expires_on": st.none() | st.dates(TODAY, date(2090, 1, 1)),
}

# A hidden place has no city, and the database sees to it.
SEEN = {content.Place: models.Q(organisation__slug="seen", precision="city")}

WRITING = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def values_of(column):
    """Return the strategy of a column's values, None for keys and links to other rows."""
    if column.name in STILL_PUBLIC:
        return STILL_PUBLIC[column.name]
    if column.primary_key or column.is_relation:
        return None
    found = {
        models.BooleanField: st.booleans(),
        models.DateField: st.dates(date(2000, 1, 1), date(2090, 1, 1)),
        models.DateTimeField: st.datetimes(
            datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)
        ),
        models.UUIDField: st.uuids(),
    }.get(type(column))
    if found is None and isinstance(column, models.CharField | models.TextField):
        found = st.text(WRITING, max_size=min(column.max_length or 40, 40))
    assert found is not None, f"How does {column} look?"
    return found | st.none() if column.null else found


def private_columns(model):
    """Return {name: strategy} of the columns of a model that are not public."""
    return {
        column.name: values
        for column in model._meta.concrete_fields
        if column.name not in PUBLIC[model] and (values := values_of(column)) is not None
    }


PRIVATE = st.fixed_dictionaries({model: st.fixed_dictionaries(private_columns(model)) for model in PUBLIC})
# What nobody may see at all has no public column.
UNSEEN = st.fixed_dictionaries(
    {
        name: st.text(WRITING, max_size=40)
        for name in ("name", "alternate_name", "acronym", "website", "internal_note", "withdrawn_reason")
    }
)


def published():
    """Return {file name: content} of everything published now, and of the index."""
    snapshot = take_snapshot(TODAY)
    date_changed_records(snapshot)
    base, files = build_base(snapshot), {}
    build_files(base, into=files)
    files["manifest.json"] = manifest_of(files, TODAY.isoformat())
    return files | build_indexes(directories_of(base), files)


@pytest.fixture
def public(db):
    """One of everything that is public, beside what is not: two organisations and a place."""
    seen = OrganisationFactory(
        slug="seen",
        texts={"es": {"summary": "s", "description": "<p>d</p>", "hours": "9-14"}, "eu": "laburpena"},
        places=[{"precision": "city", "city_id": 3128026, "country": "ES"}],
        channels=[{"kind": "phone", "value": "+34944000000"}],
        verified=True,
    )
    OrganisationFactory(slug="withdrawn", withdrawn=True, in_bilbao=True)
    OrganisationFactory(slug="draft", draft=True)
    ProgrammeFactory(organisation=seen)
    TrainingFactory(organisation=seen)
    TestimonyFactory()
    published()  # what is new is dated
    return seen


@pytest.mark.parametrize("model", PUBLIC)
def test_public_columns_are_columns(model):
    assert PUBLIC[model] <= {column.name for column in model._meta.concrete_fields}


def test_no_private_change_changes_a_byte(public):
    before = published()
    assert {"directory.es.json", "guidance.eu.json", "overview.json"} <= before.keys()

    # What fails is shown as it is: making it smaller would publish hundreds of times.
    @settings(
        max_examples=8,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(private=PRIVATE, unseen=UNSEEN, hidden=st.booleans(), shift=st.integers(0, 1000))
    def holds(private, unseen, hidden, shift):
        for model, values in private.items():
            model.objects.filter(SEEN.get(model, models.Q())).update(**values)
        content.Organisation.objects.exclude(pk=public.pk).update(**unseen)
        for model in (content.Place, content.ContactChannel):
            model.objects.update(sort_order=models.F("sort_order") + shift)
        content.Place.objects.filter(organisation=public, precision="hidden").delete()
        if hidden:
            content.Place.objects.create(organisation=public, precision="hidden", sort_order=0)
        assert published() == before

    holds()
