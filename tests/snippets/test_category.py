"""Categories: labels per language, codes for good."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from cms.common.vocabularies import CATEGORY_CODES
from cms.models import Category
from tests.factories import CategoryFactory, OrganisationFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("lang", "labels", "shown"),
    [
        ("eu", {"es": "uno", "eu": "bat"}, "bat"),
        ("eu", {"es": "uno"}, "uno"),
        ("fr", {"eu": "bat"}, "bat"),
        ("es-mx", {"es": "uno"}, "uno"),
        ("xx", {"ar": "x", "es": "uno"}, "uno"),
        ("en", {"ar": "x"}, "legal"),
    ],
)
def test_a_missing_label_is_shown_in_another_language_or_as_its_code(lang, labels, shown):
    category = CategoryFactory(kind="service", code="legal", labels=labels)
    assert Category.objects.get(pk=category.pk).label_in(lang) == shown


@pytest.mark.parametrize("code", ["Legal", "le gal", "légal", "1legal", "-", "le-gal"])
def test_a_code_that_partners_could_not_write_is_refused(code):
    with pytest.raises(ValidationError) as raised:
        Category(kind="service", code=code).full_clean()
    assert "code" in raised.value.message_dict


def test_the_code_and_kind_of_a_category_stay():
    category = CategoryFactory(kind="service", code="legal")
    category.code = "lawyers"
    with pytest.raises(ValidationError) as raised:
        category.full_clean()
    assert "code" in raised.value.message_dict


def test_the_same_code_twice_in_a_kind_is_refused():
    CategoryFactory(kind="service", code="training")
    with pytest.raises(ValidationError):
        Category(kind="service", code="training").full_clean()
    Category(kind="role", code="training").full_clean()


def assert_stays(category):
    with pytest.raises(ProtectedError):
        category.delete()
    with pytest.raises(ProtectedError):
        Category.objects.all().delete()
    assert Category.objects.filter(pk=category.pk).exists()


@pytest.mark.parametrize("kind", CATEGORY_CODES)
def test_a_category_of_the_public_contract_cannot_be_deleted(kind):
    assert_stays(CategoryFactory(kind=kind, code=CATEGORY_CODES[kind][-1]))


def test_a_category_of_an_organisation_or_a_programme_cannot_be_deleted():
    role = CategoryFactory(kind="role", code="mediation")
    organisation = OrganisationFactory(roles=["mediation"])
    assert_stays(role)
    audience = CategoryFactory(kind="audience", code="teachers")
    programme = ProgrammeFactory(organisation=organisation, name="Acogida")
    programme.audiences.set([audience])
    programme.save()
    assert_stays(audience)
    assert "Acogida" in audience.reason_to_stay()


def test_a_category_of_a_draft_cannot_be_deleted_and_that_of_an_old_version_can():
    category = CategoryFactory(kind="role", code="mediation")
    draft = OrganisationFactory(name="Red Ejemplo").get_latest_revision_as_object()
    draft.roles.set([category])
    draft.save_revision()
    assert_stays(category)
    assert "Red Ejemplo" in category.reason_to_stay()
    draft.roles.set([])
    draft.save_revision()
    category.delete()
    assert not Category.objects.filter(code="mediation").exists()


def test_of_many_that_use_a_category_a_few_are_named():
    category = CategoryFactory(kind="role", code="mediation")
    for number in range(7):
        OrganisationFactory(name=f"Red {number}", slug=f"red-{number}", roles=["mediation"])
    reason = category.reason_to_stay()
    assert reason.count("Red ") == 5
    assert "…" in reason


def test_an_unused_category_of_the_editors_can_be_deleted():
    CategoryFactory(kind="role", code="mediation").delete()
    CategoryFactory(kind="service", code="mediation")
    Category.objects.all().delete()
    assert not Category.objects.exists()
