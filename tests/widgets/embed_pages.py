"""Addresses of embed pages, three organisations to show on them, and how their HTML is read."""

from bs4 import BeautifulSoup

from tests.widgets.directories import contact, hotline, record

DIRECTORY, MAP, FINDER = "/embed/v1/directory/", "/embed/v1/map/", "/embed/v1/finder/"
ORGANISATION = "/embed/v1/organisations/colombia/"

COLOMBIA = record("colombia", areas_served=["CO"], website="https://colombia.example.org/")
AMERICAS = record("americas", areas_served=["americas"], roles=["training"])
WORLD = record("world", areas_served=["worldwide"], contacts=[hotline(), contact()], urgent_help=True)
THREE = (COLOMBIA, AMERICAS, WORLD)


def read(client, url, status=200):
    """Return the page as a tree."""
    response = client.get(url)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def listed(page):
    """Return the names of the organisations that a page lists."""
    return [link.get_text() for link in page.select(".cards article :is(h3, h4) a")]
