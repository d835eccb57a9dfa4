"""What blocks refuse, and what they say in JSON."""

import pytest
from wagtail.blocks import StreamBlockValidationError

from cms.models import HomePage
from cms.pages.blocks import GuidanceBody
from tests.pages.conftest import block, call_to_action, preset, step

BODY = HomePage._meta.get_field("body").stream_block


def cleaned(*blocks):
    return BODY.clean(BODY.to_python(list(blocks)))


def problems(*blocks):
    """Return the messages of a body that is refused, by block and field."""
    with pytest.raises(StreamBlockValidationError) as refused:
        cleaned(*blocks)
    return [
        {name: problem.messages for name, problem in (error.block_errors or {}).items()}
        for error in refused.value.block_errors.values()
    ]


def json_of(page):
    return [
        one["value"] for one in BODY.get_api_representation(page.body, context={"links": page.public_links()})
    ]


def test_the_kinds_of_blocks_are_public_contract():
    assert list(GuidanceBody().child_blocks) == [
        "rich_text",
        "steps",
        "question_and_answer",
        "warning",
        "quote",
        "image",
        "document",
        "call_to_action",
        "programmes",
        "trainings",
        "testimonies",
        "directory",
        "map",
    ]


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ({}, "Choose a page of this site, or give an address elsewhere."),
        (
            {"page": True, "url": "https://example.org/"},
            "Choose a page or give an address, not both: a link leads to one place.",
        ),
    ],
)
def test_a_call_to_action_leads_to_exactly_one_place(section, target, sentence):
    target = target | ({"page": section} if target.get("page") else {})
    assert problems(block("call_to_action", call_to_action(**target))) == [{"url": [sentence]}]


@pytest.mark.parametrize("target", ["page", "url"])
def test_a_call_to_action_with_one_target_is_accepted(section, target):
    assert cleaned(
        block(
            "call_to_action",
            call_to_action(**{target: {"page": section, "url": "https://example.org/"}[target]}),
        )
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://example.org/", "no address", "http://localhost/"]
)
def test_a_call_to_action_refuses_what_is_no_public_web_address(db, url):
    assert "url" in problems(block("call_to_action", call_to_action(url=url)))[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [("roles", ["boss"]), ("services", ["legal", "x"]), ("audiences", ["role"]), ("country", "XX")],
)
@pytest.mark.parametrize("kind", ["directory", "map"])
def test_a_preset_refuses_codes_that_do_not_exist(categories, kind, field, value):
    assert field in problems(block(kind, preset(**{field: value})))[0]


@pytest.mark.parametrize("kind", ["directory", "map"])
def test_a_preset_takes_codes_of_categories_and_countries(categories, kind):
    value = preset(roles=["accompaniment"], services=["legal"], audiences=["journalists"], country="CO")
    assert cleaned(block(kind, value))[0].value == value


def test_a_preset_keeps_a_code_whose_category_is_gone_until_somebody_edits_it(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        (stored,) = BODY.to_python([block("map", preset(roles=["gone"]))])
    assert stored.value["roles"] == ["gone"]


def test_steps_without_a_step_are_refused(db):
    assert "items" in problems(block("steps", {"heading": "Cómo buscar", "items": []}))[0]


@pytest.mark.parametrize("kind", ["steps", "call_to_action", "directory", "map"])
def test_every_block_but_text_needs_a_heading(db, kind):
    assert "heading" in problems(block(kind, {"heading": ""}))[0]


def test_text_is_sanitised_html(home):
    home.body = [
        block(
            "rich_text",
            '<h2>Asilo</h2><p onclick="x()">Ir <a href="https://example.org/">allí</a></p><script>x</script>',
        )
    ]
    assert json_of(home) == [
        {"html": '<h2>Asilo</h2><p>Ir <a href="https://example.org/" rel="noreferrer noopener">allí</a></p>'}
    ]


def test_steps_say_title_and_html(home):
    home.body = [
        block(
            "steps", {"heading": "Cómo buscar", "items": [step("Elige", "<p>El país.</p>"), step("Di", "")]}
        )
    ]
    assert json_of(home) == [
        {
            "heading": "Cómo buscar",
            "items": [{"title": "Elige", "html": "<p>El país.</p>"}, {"title": "Di", "html": ""}],
        }
    ]


def test_a_call_to_action_says_where_it_leads(home, section):
    home.body = [
        block("call_to_action", call_to_action(page=section)),
        block("call_to_action", call_to_action(url="https://example.org/", text="")),
    ]
    to_page, to_address = json_of(home)
    assert to_page == {
        "heading": "Salir un tiempo",
        "text": "Programas para descansar.",
        "link_label": "Conocer la protección temporal",
        "page": {
            "url": "https://defenders.example.org/es/proteccion-temporal/",
            "title": "Protección temporal",
            "lang": "es",
        },
        "url": None,
    }
    assert (to_address["page"], to_address["url"]) == (None, "https://example.org/")


def test_a_preset_speaks_the_names_of_the_parameters(home):
    home.body = [block("map", preset(roles=["training"], country="CO")), block("directory", preset())]
    assert json_of(home) == [
        {
            "heading": "Quién acompaña",
            "filters": {"role": ["training"], "service": [], "audience": [], "country": ["CO"]},
        },
        {"heading": "Quién acompaña", "filters": {"role": [], "service": [], "audience": [], "country": []}},
    ]


def test_a_link_to_a_page_that_is_not_public_is_no_link(home, section, about):
    section.unpublish()
    home.body = [
        block("call_to_action", call_to_action(page=section)),
        block("rich_text", f'<p><a linktype="page" id="{section.pk}">x</a></p>'),
    ]
    assert json_of(home)[0]["page"] is None
    assert json_of(home)[1] == {"html": '<p><a rel="noreferrer noopener">x</a></p>'}


def test_a_block_on_its_own_finds_its_link(home, section):
    home.body = [block("call_to_action", call_to_action(page=section))]
    (alone,) = BODY.get_api_representation(home.body)
    assert alone["value"]["page"]["lang"] == "es"


def test_the_links_of_a_page_cost_two_queries_however_many_there_are(
    home, section, about, django_assert_num_queries
):
    home.body = [block("call_to_action", call_to_action(page=page)) for page in (section, about, section)]
    [one.value["page"] for one in home.body]  # the chosen pages themselves
    json_of(home)  # the addresses of the site are remembered
    with django_assert_num_queries(2):
        assert len(json_of(home)) == 3


def test_a_link_leads_to_the_translation_once_it_is_public(home, section, translated):
    home_eu = translated(home, "eu", "Defendatzen dutenak babestu")
    home_eu.body = [block("call_to_action", call_to_action(page=section))]
    assert json_of(home_eu)[0]["page"]["lang"] == "es"
    section_eu = translated(section, "eu", "Aldi baterako babesa")
    assert json_of(home_eu)[0]["page"] == {
        "url": f"https://defenders.example.org/eu/{section_eu.slug}/",
        "title": "Aldi baterako babesa",
        "lang": "eu",
    }


def test_sources_are_titles_and_addresses(home):
    home.sources = [block("source", {"title": "UNHCR Help", "url": "https://help.unhcr.org/"})]
    assert home.sources.stream_block.get_api_representation(home.sources) == [
        {"title": "UNHCR Help", "url": "https://help.unhcr.org/"}
    ]
