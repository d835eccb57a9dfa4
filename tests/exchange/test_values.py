"""What may stand in a cell, and the sentence about what may not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.common.cells import contacts_cell, guarded, places_cell, split_bars, unguarded
from cms.common.problems import InvalidValue
from cms.exchange.problems import Refused, problems_of, sentence_of
from cms.exchange.values import Vocabulary, read_value
from cms.snippets.category import Category

VOCABULARY = Vocabulary(
    {
        "roles": {code: Category(code=code) for code in ("accompaniment", "training")},
        "services": {"legal": Category(code="legal")},
        "audiences": {},
    }
)

GOOD = [
    ("name", "  Red\n de  Prueba ", "Red de Prueba"),
    ("name", "-Red-", "-Red-"),
    ("website", "https://Example.org", "https://example.org"),
    ("slug", "red-2_b", "red-2_b"),
    ("id", "6C0F0000-0000-0000-0000-000000000001", "6c0f0000-0000-0000-0000-000000000001"),
    ("organisation_type", "NGO", "ngo"),
    ("response_time", "Within 24h", "within_24h"),
    ("response_time", "-", None),
    ("is_government", "VERDADERO", True),
    ("is_government", "no", False),
    ("roles", "Training; accompaniment", ["accompaniment", "training"]),
    ("roles", "-", []),
    ("areas_served", "co, MENA|worldwide\nes", ["CO", "mena", "worldwide", "ES"]),
    ("languages", "ES, pt-br, es", ["es", "pt-BR"]),
    ("summary_eu", "5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
    ("hours_es", "-", ""),
    ("description_es", "Uno.\n\nDos\ny medio.", "<p>Uno.</p><p>Dos<br/>y medio.</p>"),
    ("description_es", "1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ("description_es", "<p> </p>", ""),
    (
        "description_es",
        '<h2>A</h2><p onclick="x()">B <b>c</b><script>d()</script></p><img src=x onerror=e()>',
        "<p>A</p><p>B <b>c</b></p>",
    ),
    ("description_es", '<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
    (
        "description_es",
        "<ul><li>a</li></ul><table><tr><td>b</td></tr></table>",
        "<ul><li>a</li></ul><p>b</p>",
    ),
    ("places", "hidden: Calle Mayor 1, ES", [{"precision": "hidden"}]),
    ("places", "Country: co", [{"precision": "country", "country": "CO", "is_seat": False}]),
]


@pytest.mark.parametrize(("column", "cell", "value"), GOOD)
def test_a_cell_is_read(column, cell, value):
    assert read_value(column, cell, VOCABULARY) == value


BAD = [
    ("name", "-", "This cannot be emptied"),
    ("name", "Red <b>x</b>", "There are tags"),
    ("name", "<script>alert(1)</script>", "There are tags"),
    ("name", "x" * 201, "at most 200 characters"),
    ("name", "Red\u202egnp.exe", "nobody can see"),
    ("name", "Red\x07", "nobody can see"),
    ("alternate_name", "<!-- x -->", "There are tags"),
    ("acronym", "x" * 41, "at most 40 characters"),
    ("id", "12", "This is not an id"),
    ("id", "-", "This cannot be emptied"),
    ("slug", "red de prueba", "only letters without accents"),
    ("slug", "../../etc", "only letters without accents"),
    ("slug", "x" * 81, "at most 80 characters"),
    ("website", "example.org", "beginning with https:// or http://"),
    ("website", "javascript:alert(1)", "beginning with https:// or http://"),
    ("website", "https://user:pass@example.org/", "user name or password"),
    ("website", "https://localhost/", "public domain name"),
    ("website", "https://" + "a" * 500 + ".org", "too long"),
    ("organisation_type", "company", "“company” is not one of the codes"),
    ("organisation_type", "-", "This cannot be emptied"),
    ("is_government", "perhaps", "Write true or false"),
    ("is_government", "-", "This cannot be emptied"),
    ("roles", "legal", "Possible are: accompaniment, training"),
    ("services", "legal, dentistry", "“dentistry” is not one of the codes"),
    ("areas_served", "Colombia", "“Colombia” is not an area"),
    ("areas_served", "XX", "“XX” is not an area"),
    ("languages", "español", "not the code of a language"),
    ("languages", ",".join(f"a{x}{y}" for x in "abcdefghij" for y in "abcdefghijk"), "At most 100"),
    ("response_time", "soon", "not one of the codes"),
    ("intake_status", "maybe", "not one of the codes"),
    ("contacts", "info@example.org", "This line cannot be read"),
    ("contacts", "pigeon: home", "This line cannot be read"),
    ("contacts", "email: info", "email “info”: This is not an e-mail address"),
    ("contacts", "phone: 944 000 000", "with + and the country code"),
    ("contacts", "email: a@example.org | sometimes", "This line cannot be read"),
    ("contacts", "email: a@example.org | label: nonsense", "not a label of contacts"),
    ("contacts", "email: a@example.org | languages: español", "not the code of a language"),
    ("contacts", "email: a@example.org | pgp_fingerprint: ABCD", "40 or 64 characters"),
    ("contacts", f"phone: +34944000000 | pgp_fingerprint: {'A' * 40}", "belongs to an e-mail"),
    ("contacts", "email: a@example.org\nemail: a@EXAMPLE.org", "in the cell twice"),
    ("contacts", "web_form: http://example.org/", "beginning with https://"),
    ("contacts", "postal: Calle Mayor 1, Bilbao", "looks like a street address"),
    ("contacts", "\n".join(f"email: a{number}@example.org" for number in range(31)), "At most 30"),
    ("places", "-", "never deleted by an import"),
    ("places", "Bilbao", "This line cannot be read"),
    ("places", "street: Bilbao, ES", "This line cannot be read"),
    ("places", "country: Spain", "“Spain” is not a country"),
    ("places", "country: Bilbao, ES", "This line cannot be read"),
    ("places", "city: ES", "not in the list of cities"),
    ("places", "city: Nowhereville, ES", "“Nowhereville” is not in the list of cities"),
    ("places", "city: Bilbao, CO", "not in the list of cities"),
    ("places", "exact: Bilbao, ES", "needs its latitude and longitude"),
    ("places", "exact: Bilbao, ES | 99, 2", "latitude must lie between"),
    ("places", "exact: Bilbao, ES | 0, 0", "point in the sea"),
    ("places", "city: Bilbao, ES | 43.2, -2.9 | 43.2, -2.9", "This line cannot be read"),
    ("places", "country: ES | seat | seat", "This line cannot be read"),
    ("places", "\n".join(["hidden"] * 31), "At most 30"),
    ("summary_es", "x" * 301, "at most 300 characters"),
    ("summary_es", "<p>Una frase</p>", "There are tags"),
    ("hours_fr", "x" * 201, "at most 200 characters"),
    ("description_es", "<p>a\x00b</p>", "nobody can see"),
]


@pytest.mark.parametrize(("column", "cell", "sentence"), BAD)
def test_a_bad_cell_is_refused_with_a_sentence(column, cell, sentence):
    with pytest.raises((Refused, InvalidValue)) as caught:
        read_value(column, cell, VOCABULARY)
    assert sentence in sentence_of(problems_of(caught.value, column)[0])


@given(st.text(alphabet="'=+-@\t\r\n＝a<"))
def test_what_is_guarded_comes_back_and_is_no_formula(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\t\r\n＝")


CONTACTS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.just("postal"),
            "value": st.text(alphabet="|\\\nnPO box1:,é ", min_size=1).map(
                lambda text: f"PO box 1 {text}".strip()
            ),
            "label": st.sampled_from(["general", "press"]),
            "languages": st.lists(st.sampled_from(["es", "pt-BR"]), unique=True),
            "urgent": st.booleans(),
            "preferred": st.booleans(),
            "pgp_fingerprint": st.none(),
        }
    ),
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(CONTACTS)
def test_contacts_survive_being_written_and_taken_apart(contacts):
    for contact, line in zip(contacts, contacts_cell(contacts).split("\n"), strict=False):
        assert split_bars(line)[0] == f"postal: {contact['value']}".strip()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(sorted({column for column, *_ in GOOD} | {"contacts"})))
def test_no_cell_whatsoever_is_an_error_of_ours(text, column):
    try:
        read_value(column, text, VOCABULARY)
    except (Refused, InvalidValue) as refused:
        assert sentence_of(problems_of(refused, column)[0])


PIECES = (
    *("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<b>", "</b>", "<h3>", "</h3>", "<br>"),
    *("a", "</a>", "<table>", "&lt;", "<i"),
    " ",
    "<a href='x'>",
    "<a linktype='page' id='9'>",
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=12,
    ).map("".join)
)
@pytest.mark.django_db
def test_no_html_whatsoever_is_an_error_of_ours_and_cleaning_twice_changes_nothing(html):
    try:
        once = read_value("description_es", f"<p>x</p>{html}", VOCABULARY)
    except Refused as refused:
        assert refused.code == "html_unclear"
        return
    assert read_value("description_es", once, VOCABULARY) == once


def test_a_city_of_several_of_its_name_is_the_one_at_the_point():
    written = places_cell(
        [
            {
                "precision": "city",
                "country": "US",
                "city": "Springfield",
                "lat": 42.1,
                "lng": -72.59,
                "is_seat": False,
            }
        ]
    )
    place = read_value("places", written, VOCABULARY)[0]
    assert (place["lat"], place["lng"]) == (42.1, -72.59)
    assert places_cell([place]) == written
