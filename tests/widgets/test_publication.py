"""From the database to the embed pages, by way of the published files."""

import pytest

from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/embed/v1/directory/",
    "/embed/v1/directory/?lang=eu&search=etxea&country=CO",
    "/embed/v1/map/?lang=ar",
    "/embed/v1/map.light.webp",
    "/published/v1/directory.es.json",
    "/published/v1/overview.json",
    "/published/v1/former_slugs.json",
    "/widgets/v1/defenders.js",
]


@pytest.fixture
def house(publish):
    """A published organisation."""
    house = OrganisationFactory(name="Etxea", slug="etxea")
    publish()
    return house


@pytest.mark.parametrize("address", [*ADDRESSES, "/embed/v1/organisations/etxea/?lang=fr"])
def test_no_public_address_asks_the_database(client, house, django_assert_num_queries, address):
    with django_assert_num_queries(0):
        assert client.get(address).status_code == 200


def test_what_is_published_is_on_the_pages(client, house):
    assert b"Etxea" in client.get("/embed/v1/directory/").content
    assert b"Etxea" in client.get("/embed/v1/organisations/etxea/").content


def test_what_is_unpublished_is_gone_from_the_pages(client, house, publish):
    house.unpublish()
    publish()
    assert b"Etxea" not in client.get("/embed/v1/directory/").content
    assert client.get("/embed/v1/organisations/etxea/").status_code == 404


@pytest.fixture
def moved(house, publish):
    """The organisation got another slug, and that is published."""
    draft = house.get_latest_revision_as_object()
    draft.slug = "etxe-berria"
    draft.save_revision().publish()
    publish()
    house.refresh_from_db()
    return house


def test_a_former_slug_leads_to_the_page_without_the_database(client, moved, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/embed/v1/organisations/etxea/?lang=eu&accent=%23ff0")
    assert response.status_code == 301
    assert response["Location"] == "/embed/v1/organisations/etxe-berria/?lang=eu&accent=%23ff0"
    assert b"Etxea" in client.get(response["Location"]).content


def test_a_former_slug_of_a_withdrawn_organisation_leads_nowhere(client, moved, publish):
    moved.withdraw()
    publish()
    assert client.get("/embed/v1/organisations/etxea/").status_code == 404
