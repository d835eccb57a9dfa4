"""Guidance sections as embed pages: whole without scripts, from the published file alone, whatever stands in it."""

import json

import pytest

from cms.common.languages import LANGUAGES
from cms.directory.labels import GUIDANCE_LABELS
from tests.widgets.embed_pages import read
from tests.widgets.guidance_files import block, guidance, page, programme, spoken, training
from tests.widgets.releases import release
from widgets.rendering import HTML_LIMIT

URL = "/embed/v1/guidance/temporary-protection/"


@pytest.fixture
def publish_guidance(published_root, on_day):
    """Return a function that publishes a section with these blocks in all languages, and records beside it."""

    number = iter(range(1, 100))

    def publish(*blocks, **changes):
        files = {
            f"guidance.{lang}.json": json.dumps(guidance(lang, page(blocks), **changes)).encode()
            for lang in LANGUAGES
        }
        return release(published_root, files, number=next(number))

    return publish


def test_a_section_has_its_title_its_words_and_its_language(client, publish_guidance):
    publish_guidance(block("rich_text", html="<p>Primero, <b>respira</b>.</p>"))
    tree = read(client, URL)
    assert tree.h1.get_text() == "Protección temporal"
    assert tree.select_one(".text b").get_text() == "respira"
    assert tree.html["lang"] == "es"
    assert not tree.select(".notice")


def test_a_section_in_another_language_says_so_and_is_marked_as_such(client, publish_guidance):
    publish_guidance(block("rich_text", html="<p>Primero</p>"))
    tree = read(client, f"{URL}?lang=ar")
    assert (tree.html["lang"], tree.html["dir"]) == ("ar", "rtl")
    assert "Español" in tree.select_one(".notice").get_text()
    assert (tree.select_one(".text")["lang"], tree.select_one(".text")["dir"]) == ("es", "ltr")


EVERY_KIND = {
    "steps": ({"heading": "Pasos", "items": [{"title": "Uno", "html": "<p>dos</p>"}]}, ("Pasos", "Uno", "dos")),
    "question_and_answer": (
        {"heading": "Dudas", "items": [{"question": "¿Pago?", "html": "<p>No</p>"}]},
        ("Dudas", "¿Pago?", "No"),
    ),
    "warning": ({"level": "warning", "heading": "Cuidado", "html": "<p>Otro móvil</p>"}, ("Cuidado", "Otro móvil")),
    "quote": ({"text": "Toda persona", "attribution": "Declaración", "url": None}, ("Toda persona", "Declaración")),
    "document": (
        {
            "document": {"url": "https://x.example.org/a.pdf", "title": "Informe", "size": 2048, "type": "pdf"},
            "text": "Cuatro páginas",
        },
        ("Informe", "PDF", "Cuatro páginas"),
    ),
    "call_to_action": (
        {"heading": "¿Ayuda?", "text": "Mira", "link_label": "Abrir", "page": None, "url": "https://x.example.org/"},
        ("¿Ayuda?", "Mira", "Abrir"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_block_is_shown(client, publish_guidance, kind):
    value, told = EVERY_KIND[kind]
    publish_guidance({"type": kind, "value": value, "id": "1"})
    shown = read(client, URL).select_one(".guidance").get_text()
    assert all(word in shown for word in told)


def test_a_picture_has_its_words_and_its_size(client, publish_guidance):
    picture = {"url": "https://x.example.org/a.jpg", "width": 40, "height": 20, "alt": "Una red"}
    publish_guidance(block("image", image=picture, caption="Dibujo"), block("image", image=None, caption="x"))
    (image,) = read(client, URL).select("img")
    assert (image["alt"], image["width"], image["height"]) == ("Una red", "40", "20")


def test_programmes_are_in_the_order_and_state_of_today(client, publish_guidance, on_day):
    records = [
        programme("Closes soon", call_closes="2026-11-30"),
        programme("Upcoming", call_opens="2026-12-05"),
    ]
    listing = block("programmes", heading="Programas", filters={})
    publish_guidance(listing, programmes=records)
    names = [one.get_text() for one in read(client, URL).select(".listing h3")]
    assert names == ["Closes soon", "Upcoming"]
    on_day("2026-12-06")
    tree = read(client, URL)
    assert [one.get_text() for one in tree.select(".listing h3")] == ["Upcoming", "Closes soon"]
    assert tree.select_one(".listing .state")["class"] == ["state", "state-open"]


def test_the_filters_of_a_block_hold(client, publish_guidance):
    records = [programme("Family", family_included=True), programme("Alone", family_included=False)]
    publish_guidance(block("programmes", heading="Programas", filters={"family": True}), programmes=records)
    assert [one.get_text() for one in read(client, URL).select(".listing h3")] == ["Family"]
    courses = [training("In Basque", languages=["eu"]), training("In French", languages=["fr"])]
    publish_guidance(block("trainings", heading="Cursos", filters={"language": ["fr"]}), trainings=courses)
    assert [one.get_text() for one in read(client, URL).select(".listing h3")] == ["In French"]


def test_a_testimony_says_that_nobody_in_particular_said_it(client, publish_guidance):
    publish_guidance(
        block("testimonies", heading="Voces", display="list"), testimonies=[spoken("No estoy sola")]
    )
    shown = read(client, f"{URL}?lang=en").select_one(".testimonies").get_text()
    assert "No estoy sola" in shown
    assert "nobody in particular said this" in shown


def test_the_map_of_a_section_is_an_element_with_a_link_inside(client, publish_guidance):
    publish_guidance(
        block("map", heading="¿Quién?", filters={"role": ["training"], "country": ["CO", "<x>"]})
    )
    element = read(client, f"{URL}?lang=fr").select_one("defenders-map")
    assert {name: element[name] for name in ("lang", "roles", "country")} == {
        "lang": "fr",
        "roles": "training",
        "country": "CO",
    }
    assert element.a["href"] == "/embed/v1/map/?lang=fr&role=training&country=CO"


def test_links_leave_the_frame_and_nothing_can_run(client, publish_guidance):
    hostile = '<p onclick="x()"><script>alert(1)</script><a href="javascript:x()">a</a> <a href="https://x.example.org/">b</a></p>'
    publish_guidance(
        block("rich_text", html=hostile),
        block("quote", text="q", attribution="a", url="javascript:alert(1)"),
        block("call_to_action", heading="h", text="", link_label="l", page=None, url="javascript:alert(1)"),
    )
    response = client.get(URL)
    assert b"alert(1)" not in response.content
    assert b"javascript:" not in response.content
    assert b"onclick" not in response.content
    link = read(client, URL).select_one('.text a[href="https://x.example.org/"]')
    assert (link["target"], link["rel"]) == ("_blank", ["noreferrer", "noopener"])


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "rich_text"},
        {"type": "rich_text", "value": None},
        {"type": "hologram", "value": {}},
        {"type": ["x"], "value": {}},
        {"type": "steps", "value": {"heading": "x", "items": 5}},
        {"type": "programmes", "value": {"heading": "x", "filters": []}},
        "no block",
        None,
    ],
)
def test_a_block_that_cannot_be_shown_is_left_out(client, publish_guidance, broken):
    publish_guidance(broken, block("rich_text", html="<p>Queda</p>"))
    assert "Queda" in read(client, URL).get_text()


@pytest.mark.parametrize(
    "path", ["nothing/", "temporary-protection/x/", "%00/", "temporary-protection/../x/"]
)
def test_a_section_that_does_not_exist_is_a_page_that_says_so(client, publish_guidance, path):
    publish_guidance()
    assert read(client, f"/embed/v1/guidance/{path}", 404).h1


def test_a_forgotten_slash_leads_on(client, publish_guidance):
    publish_guidance()
    response = client.get("/embed/v1/guidance/temporary-protection?lang=eu")
    assert (response.status_code, response["Location"]) == (301, f"{URL}?lang=eu")


def test_wrong_values_of_the_look_are_named(client, publish_guidance):
    publish_guidance()
    notes = read(client, f"{URL}?lang=en&theme=pink&accent=none&lang=fr&role=singing").select_one(".notice")
    assert "auto, light, dark" in notes.get_text()
    assert "singing" not in notes.get_text()


def test_many_programmes_keep_to_the_limit_and_say_how_many_are_left_out(client, publish_guidance):
    many = [programme(f"Programa {number}", description="<p>palabra</p>" * 200) for number in range(300)]
    publish_guidance(block("programmes", heading="Programas", filters={}), programmes=many)
    response = client.get(URL)
    assert len(response.content) <= HTML_LIMIT
    assert "275" in read(client, URL).select_one(".listing > .remark").get_text()


def test_a_text_beyond_the_limit_leads_to_the_whole_page(client, publish_guidance):
    publish_guidance(block("rich_text", html="<p>palabra</p>" * 20_000))
    assert len(client.get(URL).content) <= HTML_LIMIT
    assert read(client, URL).select_one(".whole a")["href"] == "https://defenders.example.org/es/proteccion/"


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"schema_version": 2}', b"\xff"])
def test_without_a_usable_file_it_asks_to_come_again(client, published_root, on_day, content):
    release(published_root, {"guidance.es.json": content})
    assert client.get(URL).status_code == 503


def test_the_labels_of_the_file_are_those_that_pages_rely_on(client, publish_guidance):
    assert set(guidance("es", page(()))["labels"]) >= set(GUIDANCE_LABELS)
