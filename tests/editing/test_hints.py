"""Hints teach and never stop anybody: each after saving and, about texts and names, while somebody types."""

import pytest

from cms.models import Organisation
from tests.editing.submissions import address, edit, submission
from tests.editing.test_guidance_admin import DATA
from tests.factories import OrganisationFactory, OrganisationTextFactory, TestimonyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

STREET = "Estamos en la calle Mayor, 12."


@pytest.fixture(autouse=True)
def english(settings):
    """Sentences are compared in the language in which they are written."""
    settings.LANGUAGE_CODE = "en"


def warnings(response):
    assert response.status_code == 200
    return [str(message) for message in response.context["messages"] if message.level_tag == "warning"]


def sentence_about(found, words):
    return any(words in sentence for sentence in found)


PHONE = {"kind": "phone", "value": "+34944000000"}
EMAIL = {"kind": "email", "value": "info@example.org"}
OFFICE = {"precision": "exact", "country": "ES", "point__typed": "43.26271, -2.92528"}

# What is posted about an organisation -> words of the hint.
ORGANISATION = [
    ({}, "no way to reach this organisation"),
    ({"channels": [PHONE | {"preferred": "on"}, EMAIL | {"preferred": "on"}]}, "More than one channel"),
    ({"channels": [EMAIL | {"urgent": "on"}]}, "somebody who reads it at night"),
    ({"channels": [PHONE | {"urgent": "on"}], "response_time": "longer"}, "within a week or later"),
    ({"channels": [PHONE | {"label": "emergency"}]}, "not marked as answering around the clock"),
    ({"channels": [EMAIL | {"value": "ana.garcia@example.org"}]}, "address of one person"),
    ({"areas_served": []}, "Nobody finds this organisation by country"),
    ({"internal_note": STREET}, "address of a street: “calle Mayor, 12”"),
    ({"internal_note": STREET, "places": [{"precision": "hidden"}]}, "address of a street"),
    ({"internal_note": "43.26300, -2.93500"}, "look like coordinates"),
    ({}, "agreed to be listed"),
    ({"consent_to_list_on": "2099-01-01"}, "still to come"),
]


@pytest.mark.parametrize(("posted", "words"), ORGANISATION)
def test_what_is_unwise_about_an_organisation_is_said_after_saving(editor, posted, words):
    assert sentence_about(warnings(editor.post(address("add"), submission(**posted), follow=True)), words)
    assert Organisation.objects.exists()


def test_an_organisation_with_everything_is_saved_without_a_word(editor):
    data = submission(
        channels=[PHONE | {"urgent": "on", "preferred": "on"}, EMAIL],
        places=[OFFICE],
        internal_note=STREET,
        consent_to_list_on="2026-01-01",
    )
    assert warnings(editor.post(address("add"), data, follow=True)) == []


def test_a_missing_spanish_text_is_said_when_an_organisation_is_saved_again(editor):
    organisation = OrganisationFactory(texts={"en": "It helps."})
    data = submission(slug=organisation.slug, name=organisation.name)
    assert sentence_about(warnings(editor.post(edit(organisation), data, follow=True)), "no Spanish text")


DUPLICATES = [
    ({"website": "http://front.example.org/es"}, "same website"),
    ({"name": "FRONT Línea"}, "same name"),
    ({"name": "Front Lineas"}, "similar name"),
    ({"name": "Otra", "acronym": "f.l."}, "same acronym"),
]


@pytest.fixture
def front_line(db):
    """An organisation that others may be confused with."""
    return OrganisationFactory(
        name="Front <i>Linea</i>",
        alternate_name="Front Línea",
        acronym="FL",
        website="https://www.front.example.org",
    )


@pytest.mark.parametrize(("posted", "words"), DUPLICATES)
def test_a_likely_duplicate_is_named_with_a_link_and_saved_all_the_same(editor, front_line, posted, words):
    found = warnings(editor.post(address("add"), submission(**posted), follow=True))
    (sentence,) = [sentence for sentence in found if words in sentence]
    assert f'href="{edit(front_line)}"' in sentence
    assert "Front &lt;i&gt;Linea" in sentence and "<i>" not in sentence
    assert Organisation.objects.count() == 2


def test_duplicates_are_looked_for_again_only_when_the_name_or_website_changes(editor, front_line):
    other = OrganisationFactory(name="Front Linea", slug="other")
    unchanged = submission(name="Front Linea", slug="other", acronym="", website="")
    assert not sentence_about(warnings(editor.post(edit(other), unchanged, follow=True)), "same name")
    changed = unchanged | {"website": "https://front.example.org"}
    assert sentence_about(warnings(editor.post(edit(other), changed, follow=True)), "same website")


def test_looking_for_duplicates_takes_one_query(editor, front_line, django_assert_num_queries):
    from cms.editing.hints.duplicates import may_be_the_same

    OrganisationFactory.create_batch(3, texts={})
    with django_assert_num_queries(1):
        found = list(may_be_the_same(None, name="Front Linea", alternate_name="", acronym="", website=""))
    assert len(found) == 1


GUIDANCE = [
    ("programme", {"call_closes": "2026-11-21"}, "Applications ended on"),
    ("programme", {"application_url": ""}, "Nobody can apply yet"),
    ("programme", {"internal_note": STREET}, "address of a street"),
    ("training", {"starts_on": "2026-11-01"}, "read that the training is over"),
    ("training", {"starts_on": "2026-11-01", "ends_on": "2026-11-02"}, "read that the training is over"),
    ("testimony", {"consent_given_on": "2026-12-01"}, "still to come"),
    ("testimony", {"consent_expires_on": "2026-11-01"}, "nobody sees the testimony any more"),
    ("testimony", {"consent_expires_on": "2026-12-01"}, "ask the person in time"),
    ("testimony", {"consent_scope": ""}, "what the person agreed to"),
    ("testimony", {"internal_note": "600 123 456"}, "telephone number"),
]


@pytest.mark.parametrize(("model", "posted", "words"), GUIDANCE)
def test_what_is_unwise_about_guidance_is_said_after_saving(editor, model, posted, words):
    found = warnings(editor.post(address("add", model=model), DATA[model](**posted), follow=True))
    assert sentence_about(found, words)


@pytest.mark.parametrize(
    ("model", "posted"),
    [
        ("programme", {}),
        ("training", {}),
        ("training", {"starts_on": "2026-11-01", "on_request": "on"}),
        ("testimony", {"consent_scope": "", "is_composed": "on"}),
        ("testimony", {}),
    ],
)
def test_what_is_right_about_guidance_is_saved_without_a_word(editor, model, posted):
    posted = {"consent_expires_on": "2027-11-30"} | posted if model == "testimony" else posted
    assert warnings(editor.post(address("add", model=model), DATA[model](**posted), follow=True)) == []


def rich(text):
    """Return a text as the editor of rich text posts it."""
    import json

    block = {
        "key": "abcde",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [block], "entityMap": {}})


def text_data(organisation, **fields):
    empty = {"summary": "Acompaña.", "description": "null", "how_to_ask_for_help": "null", "hours": ""}
    return empty | {"organisation": str(organisation.pk)} | fields


TEXTS = [
    ({"summary": "x" * 161}, "161 characters"),
    ({"summary": STREET}, "In one sentence</strong>: This looks like the address of a street"),
    ({"description": rich(STREET)}, "What it does</strong>: This looks like the address of a street"),
    ({"how_to_ask_for_help": rich("43.26300, -2.93500")}, "coordinates"),
    ({"hours": "Llama al 600 123 456"}, "telephone number"),
    ({"description": rich("ana.garcia@example.org")}, "e-mail address of a person"),
]


@pytest.mark.parametrize(("posted", "words"), TEXTS)
def test_what_a_text_gives_away_is_said_after_saving(editor, posted, words):
    organisation = OrganisationFactory(in_bilbao=True, texts={})
    url = address("add", model="organisationtext") + "?locale=es"
    assert sentence_about(warnings(editor.post(url, text_data(organisation, **posted), follow=True)), words)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([{"precision": "hidden"}], True),
        ([{"precision": "country", "country": "CO"}], True),
        ([], True),
        ([{"precision": "exact", "country": "ES", "lat": "43.26271", "lng": "-2.92528"}], False),
    ],
)
def test_a_street_is_said_only_where_a_place_is_protected(editor, places, said):
    organisation = OrganisationFactory(places=places, texts={})
    url = address("add", model="organisationtext") + "?locale=es"
    found = warnings(editor.post(url, text_data(organisation, summary=STREET), follow=True))
    assert sentence_about(found, "street") is said


def test_a_translation_without_a_spanish_text_says_so(editor):
    organisation = OrganisationFactory(office_in_bilbao=True, texts={})
    url = address("add", model="organisationtext") + "?locale=fr"
    assert sentence_about(
        warnings(editor.post(url, text_data(organisation), follow=True)), "no Spanish text about it"
    )


def ask(client, **posted):
    return client.post("/admin/defenders/hints/", posted)


def test_the_same_sentences_come_while_somebody_types(editor, front_line):
    text = ask(editor, about="organisationtext", subject=front_line.pk, key="", field="summary", value=STREET)
    assert "address of a street" in text.json()["hints"][0]
    long = ask(editor, about="organisationtext", field="summary", value="x" * 200)
    assert "200 characters" in long.json()["hints"][0]
    name = ask(editor, about="organisation", field="name", name="Front Línea")
    assert "same name" in name.json()["hints"][0] and "Front &lt;i&gt;" in name.json()["hints"][0]
    itself = ask(editor, about="organisation", field="name", name="Front Línea", key=front_line.pk)
    assert itself.json() == {"hints": []}
    note = ask(editor, about="testimony", key=TestimonyFactory().pk, field="internal_note", value=STREET)
    assert len(note.json()["hints"]) == 1


def test_what_was_typed_is_never_taken_for_markup(editor):
    answer = ask(editor, about="organisationtext", field="hours", value="Calle <b>Mayor</b>, 12")
    assert "<b>" not in "".join(answer.json()["hints"])


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"about": "user", "field": "password"},
        {"about": "organisation", "field": "withdrawn_reason"},
        {"about": "organisation", "field": "summary"},
        {"about": "organisationtext", "field": "summary", "subject": "x"},
        {"about": "organisationtext", "field": "summary", "subject": "9" * 30},
        {"about": "organisationtext", "field": "summary", "key": "-1"},
        {"about": "organisationtext", "field": "summary", "value": "x" * 50_001},
        {"about": "organisation", "field": "name", "website": "x" * 50_001},
        {"about": "\x00", "field": "\x00"},
    ],
)
def test_a_made_up_question_is_refused_with_a_sentence(editor, posted):
    answer = ask(editor, **posted)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("value", ["\x00", "\u202e", "<script>", "é" * 20_000, ""])
def test_any_text_is_answered(editor, value):
    for asked in (
        {"about": "organisationtext", "field": "summary", "value": value, "subject": "999999"},
        {"about": "organisation", "field": "name", "name": value, "website": value, "acronym": value},
    ):
        assert ask(editor, **asked).status_code == 200


def test_only_who_may_write_it_is_answered(client_with, client, editor):
    assert ask(client, about="organisation", field="name", name="x").status_code == 403
    assert ask(client_with("change_category"), about="organisation", field="name", name="x").status_code in {
        302,
        403,
    }
    assert (
        ask(client_with("change_organisation"), about="organisation", field="name", name="x").status_code
        == 200
    )
    assert editor.get("/admin/defenders/hints/").status_code == 405


def test_the_form_carries_what_its_script_asks_with(editor):
    text = OrganisationTextFactory(organisation=OrganisationFactory(texts={}))
    html = editor.get(address("edit", text.pk, model="organisationtext")).content.decode()
    assert "defenders/admin/hints.js" in html
    assert f"&quot;subject&quot;: &quot;{text.organisation_id}&quot;" in html
    assert "&quot;limits&quot;: {&quot;summary&quot;: 160}" in html
