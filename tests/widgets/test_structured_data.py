"""What search engines read of an organisation's page: true, in the page's language, and locked in its element."""

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.common.territories import COUNTRIES
from tests.widgets.directories import contact, directory, hotline, record
from widgets import cards, structured_data
from widgets.directory_file import parse_directory

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
HOST = "https://defenders.example.org"
ONION = "http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/"


def page_of(client, slug="house", query="lang=es"):
    response = client.get(f"/embed/v1/organisations/{slug}/?{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def data_of(page):
    """Return the data on a page, None without any."""
    element = page.select_one("head script[type='application/ld+json']")
    return element and json.loads(element.get_text())


def made(one, lang="es", **changes):
    """Return the data about a record."""
    file = parse_directory(directory([one], lang, **changes), lang)
    (kept,) = file.organisations
    return structured_data.organisation_data(kept, cards.make_record(kept, file), file, f"{HOST}/page")


def test_the_page_says_what_it_is_about_in_its_language(client, publish_records):
    publish_records(record("house", areas_served=["CO", "worldwide"]), licence=LICENCE)
    data = data_of(page_of(client, query="lang=fr"))
    assert (data["@context"], data["@type"], data["inLanguage"]) == ("https://schema.org", "WebPage", "fr")
    assert data["url"] == f"{HOST}/embed/v1/organisations/house/?lang=fr"
    assert (data["dateModified"], data["license"]) == ("2026-11-22", LICENCE["url"])
    about = data["mainEntity"]
    assert (about["@type"], about["name"], about["url"]) == ("NGO", "House", "https://www.example.org/")
    assert about["areaServed"] == [
        {"@type": "Country", "name": "Colombie", "identifier": "CO"},
        {"@type": "Place", "name": "Le monde entier"},
    ]
    assert about["description"] == {"@value": "Acompaña a quien defiende.", "@language": "es"}
    assert about["knowsLanguage"] == ["es"]


def test_what_is_not_known_is_left_out():
    data = made(record(website="", summary=None, areas_served=[], languages=[], places=[], updated_on=None))
    assert set(data) == {"@context", "@type", "@id", "url", "name", "inLanguage", "mainEntity"}
    assert set(data["mainEntity"]) == {"@type", "@id", "name"}


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"organisation_type": "ngo"}, "NGO"),
        ({"organisation_type": "government"}, "GovernmentOrganization"),
        ({"organisation_type": "programme", "is_government": True}, "GovernmentOrganization"),
        ({"organisation_type": "academic"}, "EducationalOrganization"),
        ({"organisation_type": "network"}, "Organization"),
        ({"organisation_type": "something new"}, "Organization"),
    ],
)
def test_the_kind_of_organisation_is_one_search_engines_know(facts, kind):
    assert made(record(**facts))["mainEntity"]["@type"] == kind


def test_contacts_are_numbers_addresses_or_links_and_a_messenger_is_no_telephone():
    channels = [
        hotline(),
        contact("email", "info@example.org", label="press", languages=["es", "en"]),
        contact("signal", "+12025550145"),
        contact("postal", "Apartado 1"),
        contact("web_form", "javascript:alert(1)"),
    ]
    emergency, press, messenger = made(record(contacts=channels), lang="en")["mainEntity"]["contactPoint"]
    assert (emergency["telephone"], emergency["contactType"]) == ("+12025550142", "Emergencies")
    assert (press["email"], press["availableLanguage"]) == ("info@example.org", ["es", "en"])
    assert messenger["url"] == "https://signal.me/#p/+12025550145"
    assert "telephone" not in messenger


def test_no_point_is_in_it_and_a_hidden_place_is_not_there_at_all():
    exact = {"precision": "exact", "country": "ES", "city": "Bilbao", "lat": 43.26271, "lng": -2.92528}
    text = json.dumps(made(record(places=[exact | {"is_seat": True}])))
    assert '"addressLocality": "Bilbao"' in text
    assert "43.26" not in text
    assert "geo" not in text


def test_only_addresses_of_the_web_are_addresses():
    about = made(record(website="javascript:alert(1)", onion_url=ONION))["mainEntity"]
    assert "url" not in about
    assert about["sameAs"] == ONION


def test_sample_content_is_no_fact_for_search_engines(client, publish_records):
    publish_records(record("house"), record("sample", sample=True))
    sample, house = page_of(client, "sample"), page_of(client, "house")
    assert data_of(sample) is None
    assert sample.select_one("meta[name=robots]")["content"] == "noindex"
    assert data_of(house)
    assert not house.select("meta[name=robots]")


def test_a_page_that_is_nearly_too_large_goes_without(client, publish_records):
    long = {"html": "<p>" + "palabra " * 11_000 + "</p>", "lang": "es", "outdated": False}
    publish_records(record("house", description=long, areas_served=sorted(COUNTRIES)))
    response = client.get("/embed/v1/organisations/house/?lang=es")
    assert len(response.content) <= 100_000
    assert data_of(BeautifulSoup(response.content, "html.parser")) is None


def test_a_page_is_known_under_one_address_per_language(client, publish_records):
    publish_records(record("house"))
    page = page_of(client, query="lang=eu&theme=dark&accent=7a2e1d&country=CO")
    address = f"{HOST}/embed/v1/organisations/house/?lang="
    assert page.select_one("link[rel=canonical]")["href"] == f"{address}eu"
    assert {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")} == {
        **{lang: address + lang for lang in ("es", "eu", "en", "fr", "ar")},
        "x-default": f"{address}es",
    }


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.sampled_from(
            ["</script>", "<!--<script>", "]]>", "&lt;/script>", "\u2028", "</ScRiPt >", "\\u003c"]
        ),
        st.text(max_size=40),
    )
)
def test_no_value_leaves_the_element(value):
    element = structured_data.as_element({"name": value})
    inside = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")
    assert json.loads(inside) == {"name": value}
    (parsed,) = BeautifulSoup(element, "html.parser").contents
    assert parsed.name == "script"
