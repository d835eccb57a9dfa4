"""Categories in use and those of the public contract stay, and say why; others can be deleted."""

import pytest
from django.urls import reverse

from cms.models import Category
from tests.editing.submissions import address
from tests.factories import CategoryFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    """Sentences are compared in the language in which they are written."""
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def unused(db):
    """A category of the editors that nobody has."""
    return CategoryFactory(kind="service", code="mediation", labels={"en": "Mediation"})


@pytest.fixture
def used(db):
    """A category of the editors that an organisation has."""
    category = CategoryFactory(kind="service", code="transport", labels={"en": "Transport"})
    OrganisationFactory(name="Red Ejemplo", services=["transport"])
    return category


@pytest.fixture
def fixed(db):
    """A category of the public contract that nobody has."""
    return CategoryFactory(kind="service", code="legal", labels={"en": "Legal help"})


def delete(category):
    return address("delete", category.pk, model="category")


def bulk_delete(*categories):
    url = reverse("wagtail_bulk_action", args=["defenders", "category", "delete"])
    return f"{url}?{'&'.join(f'id={one.pk}' for one in categories)}"


def sentences(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_an_unused_one_is_deleted(editor, unused):
    assert "Yes, delete" in editor.get(delete(unused)).content.decode()
    assert editor.post(delete(unused)).status_code == 302
    assert not Category.objects.filter(pk=unused.pk).exists()


def test_one_in_use_stays_and_says_who_uses_it(editor, used):
    for response in (editor.get(delete(used)), editor.post(delete(used))):
        html = response.content.decode()
        assert "“Transport” cannot be deleted while it is in use: Red Ejemplo." in html
        assert "Yes, delete" not in html
    assert Category.objects.filter(pk=used.pk).exists()


def test_one_of_the_public_contract_stays_and_says_why(editor, fixed):
    for response in (editor.get(delete(fixed)), editor.post(delete(fixed))):
        assert "“Legal help” cannot be deleted: partner websites rely on it." in response.content.decode()
    assert Category.objects.filter(pk=fixed.pk).exists()


def test_unused_ones_are_deleted_together(editor, unused):
    other = CategoryFactory(kind="role", code="other")
    assert "Yes, delete" in editor.get(bulk_delete(unused, other)).content.decode()
    assert editor.post(bulk_delete(unused, other)).status_code == 302
    assert not Category.objects.exists()


def test_none_of_several_is_deleted_when_one_has_to_stay(editor, unused, used, fixed):
    page = editor.get(bulk_delete(unused, used, fixed)).content.decode()
    assert "Yes, delete" not in page
    assert page.count("cannot be deleted") == 2
    listing = reverse(Category.snippet_viewset.get_url_name("list"))
    response = editor.post(f"{bulk_delete(unused, used, fixed)}&next={listing}", follow=True)
    assert "while it is in use" in sentences(response) and "rely on it" in sentences(response)
    assert Category.objects.filter(pk__in=[unused.pk, used.pk, fixed.pk]).count() == 3


@pytest.mark.parametrize(
    ("key", "status"), [("abc", 400), ("", 400), ("%00", 400), ("9" * 20, 400), ("-1", 404), ("999", 404)]
)
def test_what_is_no_category_is_not_found(editor, unused, key, status):
    response = editor.get(bulk_delete(unused).replace(f"id={unused.pk}", f"id={key}"), follow=True)
    assert response.status_code == status


def test_nobody_deletes_categories_without_the_right(client_with, unused):
    client = client_with("change_category")
    client.post(delete(unused))
    client.post(bulk_delete(unused))
    assert Category.objects.filter(pk=unused.pk).exists()
