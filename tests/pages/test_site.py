"""The guidance site as a browser without scripts gets it."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation
from django.utils.translation import gettext
from django.views.defaults import server_error

from cms.common.languages import LANGUAGES
from cms.models import (
    HomePage,
    PermanentProtectionPage,
    StandardPage,
    TemporaryProtectionPage,
    TrainingPage,
    WhoAccompaniesPage,
)
from tests.factories import ProgrammeFactory, TestimonyFactory, TrainingFactory, image
from tests.pages.conftest import (
    answer,
    block,
    call_to_action,
    document,
    preset,
    programmes,
    step,
    trainings,
    voices,
)

EXIT_SCRIPT = {"type": "module", "src": "/static/defenders/site/exit.js"}

TYPES = [
    HomePage,
    WhoAccompaniesPage,
    TemporaryProtectionPage,
    PermanentProtectionPage,
    TrainingPage,
    StandardPage,
]


class Document(HTMLParser):
    """A page as the list of its tags: (name, {attribute: value}); `text` is what lies between them."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag, /, **wanted):
        return [attrs for name, attrs in self.tags if name == tag and wanted.items() <= attrs.items()]

    def one(self, tag, /, **wanted):
        (found,) = self.all(tag, **wanted)
        return found


@pytest.fixture
def read(client):
    """Return a function that gets an address and parses the page."""

    def get(address):
        response = client.get(address)
        assert response.status_code == 200
        return Document(response.content.decode())

    return get


@pytest.fixture
def page_of(home, translated):
    """Return a function that gives a live page of a type in a language, with every kind of block."""

    def make(page_type, lang):
        if page_type is HomePage:
            page = home
        else:
            page = home.add_child(instance=page_type(title="Una página", slug="pagina", locale=home.locale))
        page.introduction = "Unas palabras."
        page.is_sample = True
        page.body = [
            block("rich_text", "<h2>Qué es</h2><p>Texto.</p>"),
            block("steps", {"heading": "Pasos", "items": [step("Elige", "<p>Un país.</p>")]}),
            block("question_and_answer", {"heading": "Preguntas", "items": [answer("¿Sí?", "<p>Sí.</p>")]}),
            block("warning", {"level": "warning", "heading": "", "text": "<p>No viajes.</p>"}),
            block("quote", {"text": "Palabras", "attribution": "Declaración", "url": ""}),
            block("image", {"image": image().pk, "alt": "Un río", "caption": "Al amanecer"}),
            block("document", {"document": document().pk, "title": "El diagnóstico", "text": ""}),
            block("programmes", programmes()),
            block("trainings", trainings()),
            block("testimonies", voices()),
            block("map", preset(roles=["training"], services=["legal"], country="CO")),
            block("directory", preset()),
            block("call_to_action", call_to_action(url="https://example.org/")),
        ]
        page.sources = [block("source", {"title": "UNHCR Help", "url": "https://help.unhcr.org/"})]
        page.save_revision().publish()
        return page if lang == "es" else translated(page, lang, "Orri bat")

    return make


@pytest.mark.parametrize("lang", ["es", "eu"])
@pytest.mark.parametrize("page_type", TYPES)
def test_every_page_type_reads_without_scripts(page_of, read, page_type, lang):
    page = page_of(page_type, lang)
    document = read(page.get_url())
    assert document.one("html") == {"lang": lang, "dir": "ltr"}
    assert document.one("a", **{"class": "skip"})["href"] == f"#{document.one('main')['id']}"
    for once in ("h1", "main", "title", "footer"):
        assert document.one(once) is not None
    assert document.one("header", **{"class": "site-header"})
    assert page.title in document.text
    assert document.one("defenders-map") == {
        "lang": lang,
        "roles": "training",
        "service": "legal",
        "country": "CO",
    }
    assert document.all("a", href=f"/embed/v1/map/?lang={lang}&role=training&service=legal&country=CO")
    assert document.all("a", href=f"/embed/v1/directory/?lang={lang}")
    assert document.all("a", href="https://help.unhcr.org/")
    assert document.all("p", **{"class": "notice", "role": "note"})
    assert document.all("script") == [
        EXIT_SCRIPT,
        {"type": "module", "src": "/static/defenders/site/rotation.js"},
        {"type": "module", "src": "/widgets/v1/defenders.js"},
    ]


@pytest.mark.parametrize("lang", ["es", "eu"])
def test_every_block_can_be_read_without_scripts(page_of, read, lang):
    ProgrammeFactory(name="Un respiro")
    TrainingFactory(name="Mirar el riesgo")
    TestimonyFactory(texts={"es": "No estoy sola.", "eu": "Ez nago bakarrik."})
    document = read(page_of(StandardPage, lang).get_url())
    for words in ("¿Sí?", "No viajes.", "Palabras", "Al amanecer", "El diagnóstico", "Un respiro"):
        assert words in document.text
    for words in ("Mirar el riesgo", {"es": "No estoy sola.", "eu": "Ez nago bakarrik."}[lang]):
        assert words in document.text
    (picture,) = document.all("img", alt="Un río")
    assert (picture["width"], picture["height"], picture["loading"]) == ("60", "40", "lazy")


def test_a_page_without_widgets_has_the_script_of_the_exit_alone(about, read):
    assert read(about.get_url()).all("script") == [EXIT_SCRIPT]


@pytest.mark.parametrize("lang", ["es", "eu", "ar"])
def test_the_quick_exit_is_a_link_that_needs_no_script_and_leads_where_the_widgets_lead(
    home, translated, read, lang
):
    page = home if lang == "es" else translated(home, lang, "Home")
    link = read(page.get_url()).one("a", **{"class": "quick-exit"})
    assert link["href"] == f"https://{lang}.wikipedia.org/"
    assert {"noreferrer", "noopener"} <= set(link["rel"].split())
    source = (Path(__file__).parents[2] / "widgets/src/exit/destination.js").read_text()
    assert "`https://${lang}.wikipedia.org/`" in source


def test_a_shared_link_shows_a_title_a_sentence_and_a_picture_of_ours(section, translated, read):
    section.introduction = "Salir un tiempo."
    section.save_revision().publish()
    document = read(translated(section, "eu", "Aldi baterako babesa").get_url())
    said = {meta["property"]: meta["content"] for meta in document.all("meta") if "property" in meta}
    assert said["og:title"] == "Aldi baterako babesa"
    assert said["og:description"] == "Salir un tiempo."
    assert (said["og:locale"], said["og:locale:alternate"]) == ("eu_ES", "es_ES")
    assert said["og:url"].startswith("https://defenders.example.org/eu/")
    assert said["og:image"] == "https://defenders.example.org/static/defenders/site/share.png"
    assert finders.find("defenders/site/share.png")


def test_nothing_is_styled_or_scripted_inline_and_nothing_comes_from_elsewhere(page_of, client):
    html = client.get(page_of(StandardPage, "es").get_url()).content.decode()
    document = Document(html)
    assert not document.all("style")
    assert not any(name == "style" or name.startswith("on") for _, attrs in document.tags for name in attrs)
    loaded = [
        attrs.get("src") for attrs in (*document.all("script"), *document.all("iframe"), *document.all("img"))
    ]
    loaded += [link["href"] for link in document.all("link") if link["rel"] in ("stylesheet", "icon")]
    assert loaded and all(address.startswith("/") for address in loaded)


def test_a_page_sets_no_cookie_and_tells_no_referrer(about, client):
    response = client.get(about.get_url())
    assert not response.cookies
    assert Document(response.content.decode()).all("meta", name="referrer", content="no-referrer")


def test_the_browser_tab_shows_the_short_title_alone(home, client):
    assert re.search("<title>(.*?)</title>", client.get(home.get_url()).content.decode())[1] == "Inicio"


def test_what_editors_type_is_escaped(about, client):
    about.title = "<script>alert(1)</script>"
    about.body = [block("map", preset(heading='"><script>x</script>', country='"><script>'))]
    about.save_revision().publish()
    html = client.get(about.get_url()).content.decode()
    assert "<script>" not in html


def test_the_menu_is_made_of_public_children_that_belong_in_it(home, section, about, read):
    hidden = home.add_child(instance=StandardPage(title="Oculta", slug="oculta", show_in_menus=False))
    draft = home.add_child(instance=StandardPage(title="Borrador", slug="borrador", live=False))
    links = {link["href"]: link.get("aria-current") for link in read(section.get_url()).all("a")}
    assert links[section.get_url()] == "page"
    assert about.get_url() in links
    assert not {hidden.get_url(), draft.get_url()} & set(links)


def test_a_page_below_a_section_says_where_it_is(section, read):
    child = section.add_child(instance=StandardPage(title="Detalle", slug="detalle"))
    document = read(child.get_url())
    assert document.all("a", href=section.get_url(), **{"aria-current": "true"})
    assert document.all("nav", **{"class": "way-up"})


def test_links_to_pages_that_are_not_public_never_appear(section, about, read):
    about.body = [
        block("call_to_action", call_to_action(page=section)),
        block("rich_text", f'<p><a linktype="page" id="{section.pk}">Ver</a></p>'),
    ]
    about.save_revision().publish()
    assert read(about.get_url()).all("a", href=section.get_url())
    section.unpublish()
    document = read(about.get_url())
    assert not document.all("a", href=section.get_url())
    assert "Conocer la protección temporal" not in document.text


def test_the_language_switch_lists_only_public_translations(home, section, translated, locales, read):
    section_eu = translated(section, "eu", "Aldi baterako babesa")
    section.copy_for_translation(locales["en"], copy_parents=True)  # a draft
    document = read(section.get_url())
    switch = [link for link in document.all("a") if "hreflang" in link]
    assert switch == [{"href": section_eu.get_url(), "lang": "eu", "hreflang": "eu", "dir": "ltr"}]
    assert document.all("span", lang="es", **{"aria-current": "true"})
    assert [link["hreflang"] for link in document.all("link", rel="alternate")] == ["es", "eu"]
    section_eu.unpublish()
    assert not [link for link in read(section.get_url()).all("a") if "hreflang" in link]


def test_an_alias_is_no_translation(home, section, locales, read):
    section.copy_for_translation(locales["fr"], copy_parents=True, alias=True)
    assert not [link for link in read(section.get_url()).all("a") if "hreflang" in link]


def test_arabic_runs_from_right_to_left(home, translated, read):
    document = read(translated(home, "ar", "الحماية").get_url())
    assert document.one("html") == {"lang": "ar", "dir": "rtl"}


def test_a_draft_can_be_previewed_before_it_was_ever_saved(home, rf, admin_client):
    page = StandardPage(title="Nueva", slug="nueva", locale=home.locale)
    page.set_url_path(home)
    page.path, page.depth = f"{home.path}9999", home.depth + 1
    response = page.make_preview_request()
    assert response.status_code == 200
    assert "Nueva" in response.rendered_content


ERRORS = {
    404: ("Page not found", "This page is not here"),
    500: ("Something went wrong", "Something went wrong on our side"),
}


def check_error_page(response, status, lang):
    """An error page is in the language asked for, looks like the site, and always shows a way on and a way out."""
    html = response.content.decode()
    document = Document(html)
    assert response.status_code == status
    assert document.one("html") == {"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"}
    with translation.override(lang):
        tab, heading = (gettext(sentence) for sentence in ERRORS[status])
    assert f"<title>{tab}</title>" in html
    assert heading in document.text
    assert lang == "en" or heading != ERRORS[status][1]
    assert len(document.all("h1")) == 1
    assert document.all("a", href=f"/embed/v1/directory/?lang={lang}")
    assert document.one("a", **{"class": "quick-exit"})["href"] == f"https://{lang}.wikipedia.org/"
    assert document.all("meta", name="robots", content="noindex")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_missing_page_looks_like_the_site_in_every_language(home, client, lang):
    check_error_page(client.get(f"/{lang}/no-such-page/"), 404, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_a_failure_needs_no_database_in_any_language(django_db_blocker, rf, lang):
    with django_db_blocker.block(), translation.override(lang):
        response = server_error(rf.get(f"/{lang}/"))
    check_error_page(response, 500, lang)


def test_a_page_with_every_block_asks_the_database_at_most_48_times_however_much_it_lists(
    page_of, client, django_assert_max_num_queries
):
    for _ in range(4):
        ProgrammeFactory()
        TrainingFactory()
        TestimonyFactory(picture=image(), texts={"es": {"quote": "Uno.", "picture_alt": "Un río"}})
    address = page_of(TrainingPage, "eu").get_url()
    client.get(address)  # pictures are made once
    with django_assert_max_num_queries(48):
        client.get(address)


def test_a_page_of_text_asks_the_database_at_most_16_times(about, client, django_assert_max_num_queries):
    client.get(about.get_url())
    with django_assert_max_num_queries(16):
        client.get(about.get_url())


def test_the_style_sheet_is_one_file_below_6_kilobytes_compressed_that_loads_nothing_from_elsewhere():
    sheet = Path(finders.find("defenders/site/site.css"))
    assert len(gzip.compress(sheet.read_bytes())) < 6_000
    addresses = re.findall(r'url\("([^"]+)"\)', sheet.read_text())
    assert addresses and all((sheet.parent / address).exists() for address in addresses)


@pytest.mark.parametrize("name", ["exit.js", "rotation.js"])
def test_a_script_is_below_3_kilobytes_and_asks_nobody(name):
    script = Path(finders.find(f"defenders/site/{name}")).read_text()
    assert len(script) < 3_000
    assert not re.search(r"https?:|fetch|import|eval|innerHTML|cookie|Storage", script)
