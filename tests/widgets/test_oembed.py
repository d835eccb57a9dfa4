"""oEmbed: the code for an embed page, for whoever has its address; nothing of what was asked for is written back."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from tests.widgets.directories import record
from tests.widgets.embed_pages import read

BASE = settings.DEFENDERS_BASE_URL
MAP = f"{BASE}/embed/v1/map/?lang=eu&role=training&country=CO"


@pytest.fixture(autouse=True)
def published(publish_records):
    return publish_records(record("colombia", name="Colombia & <b>friends</b>"))


@pytest.fixture
def ask(client):
    """Return a function that asks for the code of an address."""

    def answer(url=None, status=200, **query):
        asked = query if url is None else {"url": url, **query}
        response = client.get(f"/oembed/?{urlencode(asked, doseq=True)}")
        assert response.status_code == status
        return response.json()

    return answer


def test_the_answer_is_what_the_specification_wants(ask):
    answer = ask(MAP, format="json")
    assert {name: answer[name] for name in ("version", "type", "width", "height")} == {
        "version": "1.0",
        "type": "rich",
        "width": 720,
        "height": 720,
    }
    assert answer["title"] == "Nork laguntzen dien giza eskubideen defendatzaileei"
    assert answer["provider_url"] == f"{BASE}/"


def test_the_code_is_a_bare_quotation_with_the_link_and_then_an_empty_frame(ask):
    html = ask(MAP)["html"]
    quotation, frame = BeautifulSoup(html, "html.parser").contents
    assert (quotation.name, quotation.attrs) == ("blockquote", {})
    assert quotation.a["href"] == frame["src"] == MAP
    assert frame.name == "iframe"
    assert not frame.contents
    assert set(frame.attrs) == {"src", "width", "height", "frameborder", "title"}
    assert frame["width"] == "100%"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/embed/v1/map/", "/embed/v1/map/?lang=es"),
        ("/embed/v1/directory?lang=fr", "/embed/v1/directory/?lang=fr"),
        ("/embed/v1/directory/?utm_source=x&lang=en#top", "/embed/v1/directory/?lang=en"),
        ("/embed/v1/directory/?role=singing&theme=dark", "/embed/v1/directory/?lang=es&theme=dark"),
        ("/embed/v1/map/?lang=fr&exit=on", "/embed/v1/map/?lang=fr&exit=on"),
        ("/embed/v1/organisations/colombia/?exit=on", "/embed/v1/organisations/colombia/?lang=es&exit=on"),
        ("/embed/v1/map/?exit=%22%3E", "/embed/v1/map/?lang=es"),
        ("/embed/v1/organisations/colombia/?lang=ar&country=CO", "/embed/v1/organisations/colombia/?lang=ar"),
        ("/embed/v1/organisations/%63olombia/", "/embed/v1/organisations/colombia/?lang=es"),
    ],
)
def test_the_address_is_made_anew_from_what_it_means(ask, asked, shown):
    html = ask(BASE + asked)["html"]
    assert BeautifulSoup(html, "html.parser").iframe["src"] == BASE + shown


@pytest.mark.parametrize("scheme", ["http", "https", "HTTPS"])
def test_the_scheme_of_a_pasted_address_does_not_matter(ask, scheme):
    host = urlsplit(BASE).netloc.upper()
    assert f'src="{BASE}/' in ask(f"{scheme}://{host}/embed/v1/map/")["html"]


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example.org/embed/v1/map/",
        f"https://{urlsplit(BASE).netloc}@elsewhere.example.org/embed/v1/map/",
        f'https://"><script>alert(1)</script>{urlsplit(BASE).netloc}/embed/v1/map/',
        f"javascript://{urlsplit(BASE).netloc}/embed/v1/map/",
        f"//{urlsplit(BASE).netloc}/embed/v1/map/",
        "embed/v1/map/",
        f"{BASE}/",
        f"{BASE}/admin/",
        f"{BASE}/api/v2/organisations/",
        f"{BASE}/embed/v1/organisations/nobody/",
        f"{BASE}/embed/v1/organisations/%00/",
        f"{BASE}/embed/v1/preview/?preview_token=x",
        f"{BASE}/embed/v1/map/%0A",
        f"{BASE}/embed/v1/finder/?lang=es",
        f"{BASE}/embed/v1/directory/?only=colombia",
        f"{BASE}/embed/v1/directory/?lang=es&print=true",
        "https://[broken/embed/v1/map/",
    ],
)
def test_an_address_that_is_none_of_ours_is_refused_with_a_sentence(client, url):
    response = client.get(f"/oembed/?{urlencode({'url': url})}")
    assert response.status_code in (400, 404)
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["parameter"] == "url"
    assert problem["detail"].endswith(".")
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ({}, 400, "url"),
        ({"url": ""}, 400, "url"),
        ({"url": [MAP, MAP]}, 400, "url"),
        ({"url": MAP, "format": "xml"}, 501, "format"),
        ({"url": MAP, "format": "json,xml"}, 501, "format"),
        *(({"url": MAP, name: value}, 400, name) for name in ("maxwidth", "maxheight")
          for value in ("0", "-1", "1.5", "wide", "1e3", "٣", "9" * 30)),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named(ask, query, status, parameter):
    assert ask(status=status, **query)["parameter"] == parameter


@pytest.mark.parametrize(
    ("query", "accepted", "lang"),
    [
        ({"url": f"{BASE}/embed/v1/organisations/nobody/?lang=eu"}, "fr", "eu"),
        ({"url": f"{BASE}/embed/v1/organisations/nobody/"}, "fr-CA,en;q=0.5", "fr"),
        ({"url": f"{BASE}/embed/v1/organisations/nobody/?lang=xx"}, "de,ar;q=0.2", "ar"),
        ({"url": "https://elsewhere.example.org/?lang=es-MX"}, "", "es"),
        ({}, "eu", "eu"),
        ({}, "", "en"),
        ({}, "de", "en"),
        ({}, "*", "en"),
        ({}, ";;,q=x," + "a" * 5000, "en"),
        ({"url": "https://[broken"}, "eu", "eu"),
        ({"url": [f"{BASE}/?lang=xx", f"{BASE}/?lang=fr"]}, "", "fr"),
    ],
)
def test_an_error_is_explained_in_the_language_of_the_page_or_of_who_asks(client, query, accepted, lang):
    response = client.get(
        f"/oembed/?{urlencode(query, doseq=True)}", headers={"Accept-Language": accepted} if accepted else {}
    )
    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == lang
    assert response["Cache-Control"] == "no-store"
    english = client.get(f"/oembed/?{urlencode(query, doseq=True)}", headers={"Accept-Language": "en"})
    if lang != "en" and english["Content-Language"] == "en":
        assert response.json()["detail"] != english.json()["detail"]


def test_what_consumers_add_of_their_own_does_no_harm(ask):
    assert ask(MAP, dnt="1", discover="true", maxwidth="500", maxheight="750")["width"] == 500


def test_the_frame_is_no_larger_than_asked_for(ask):
    answer = ask(MAP, maxwidth="500", maxheight="300")
    assert (answer["width"], answer["height"]) == (500, 300)
    assert 'height="300"' in answer["html"]


def test_a_name_cannot_leave_the_code(ask):
    answer = ask(f"{BASE}/embed/v1/organisations/colombia/")
    assert answer["title"] == "Colombia & <b>friends</b>"
    quotation, frame = BeautifulSoup(answer["html"], "html.parser").contents
    assert quotation.a.get_text() == frame["title"] == "Colombia & <b>friends</b>"


def test_before_the_first_publication_the_answer_is_to_come_again(client, published_root):
    (published_root / "current").unlink()
    response = client.get(f"/oembed/?{urlencode({'url': MAP})}")
    assert response.status_code == 503
    assert response["Retry-After"]


@pytest.mark.parametrize("page", ["map/", "directory/", "organisations/colombia/"])
def test_every_page_says_where_its_code_is(client, ask, page):
    tree = read(client, f"/embed/v1/{page}?lang=eu&role=accompaniment")
    (link,) = tree.head.find_all("link", type="application/json+oembed")
    assert link["rel"] == ["alternate"]
    address = urlsplit(link["href"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{BASE}/oembed/"
    ((url,), (form,)) = (parse_qs(address.query)[name] for name in ("url", "format"))
    assert form == "json"
    assert url == tree.head.find("link", rel="canonical")["href"]
    assert ask(url)["title"] == link["title"]


@pytest.mark.parametrize("page", ["finder/?lang=es", "directory/?lang=es&only=colombia"])
def test_a_page_that_cannot_be_embedded_names_no_code(client, page):
    assert not read(client, f"/embed/v1/{page}").find_all("link", type="application/json+oembed")


def test_answers_are_for_everybody_and_only_for_reading(client):
    response = client.get(f"/oembed/?{urlencode({'url': MAP})}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["ETag"]
    assert not response.cookies
    assert client.post("/oembed/").status_code == 405
    assert client.options("/oembed/").status_code == 204
    assert client.get("/oembed/x").status_code == 404
