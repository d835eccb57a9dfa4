"""Lists of codes: kept in order, checked, and found alike on every database."""

import pytest
from django.core.exceptions import ValidationError

from cms.models import Organisation
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def found(**conditions):
    return set(Organisation.objects.filter(**conditions).values_list("name", flat=True))


@pytest.fixture
def organisations():
    OrganisationFactory(name="Colombia", areas_served=["CO", "PE"], languages=["es-CO"])
    OrganisationFactory(name="World", areas_served=["worldwide"], languages=["en", "es"])
    OrganisationFactory(name="None", areas_served=[], languages=[])


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (["CO"], {"Colombia"}),
        (["CO", "worldwide"], {"Colombia", "World"}),
        (["C"], set()),
        (["_O"], set()),
        (["%"], set()),
        (["CO|PE"], {"Colombia"}),
        ([], set()),
    ],
)
def test_overlapping_codes_are_found_whole(organisations, codes, names):
    assert found(areas_served__overlaps=codes) == names


def test_codes_come_back_as_a_list_in_their_order():
    organisation = OrganisationFactory(areas_served=["PE", "CO"])
    assert Organisation.objects.get(pk=organisation.pk).areas_served == ["PE", "CO"]
    assert organisation.latest_revision.as_object().areas_served == ["PE", "CO"]


@pytest.mark.parametrize("codes", [["XX"], ["co"], ["latin_america"], ["CO", ""], ["|"]])
def test_an_unknown_code_is_refused(codes):
    with pytest.raises(ValidationError) as raised:
        Organisation(name="x", areas_served=codes).full_clean()
    assert "areas_served" in raised.value.message_dict


def test_a_language_is_kept_in_its_usual_spelling():
    organisation = Organisation(name="x", languages=["ES-mx", "es-MX", "ZH-hant"])
    organisation.full_clean()
    assert organisation.languages == ["es-MX", "zh-Hant"]
