"""Categories: labels per language, codes for good."""

import pytest
from django.core.exceptions import ValidationError

from cms.models import Category
from tests.factories import CategoryFactory

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
