import pytest
from django.utils.translation import override

from tests.widgets.directories import contact, directory, hotline, record
from widgets.cards import make_card, make_contacts, make_corrections, make_record, shortened
from widgets.directory_file import parse_directory

ES = parse_directory(directory([]), "es")
AR = parse_directory(directory([], "ar"), "ar")
ONION = f"http://{'a' * 56}.onion"


def test_codes_become_labels_and_unknown_codes_stay_readable(on_day):
    card = make_card(record(roles=["training", "new_code"], areas_served=["mena", "CO"]), ES, 3)
    assert card.roles == "training es, new_code"
    assert card.areas.endswith("Colombia")


def test_a_text_in_another_language_says_so(on_day):
    card = make_card(record(summary={"text": "Helps", "lang": "ar", "outdated": True}), ES, 3)
    assert (card.summary.lang, card.summary.dir, card.summary.outdated) == ("ar", "rtl", True)
    assert "árabe" in card.summary.note
    assert make_card(record(), ES, 3).summary.note == ""
    assert make_card(record(summary=None), ES, 3).summary is None


def test_urgent_contacts_come_first_and_the_site_last():
    found = make_contacts(record(contacts=[contact(), hotline()]), ES)
    assert [one.text for one in found] == ["+12025550142", "+12025550143", "example.org"]
    assert [one.href for one in found] == ["tel:+12025550142", "tel:+12025550143", "https://www.example.org/"]


def test_the_safest_way_comes_first_and_a_preferred_one_before_those_of_its_kind():
    ways = [contact(), contact("email", "a@example.org", preferred=True), contact("signal", "+12025550144")]
    found = make_contacts(record(contacts=ways, onion_url=ONION), ES)
    assert [one.text for one in found[:4]] == [
        ONION.removeprefix("http://"),
        "+12025550144",
        "a@example.org",
        "+12025550143",
    ]
    assert [one.preferred for one in found[:4]] == [False, False, True, False]


def test_the_advice_for_a_first_message_stands_once_with_the_first_way_that_others_can_read():
    ways = [contact("email", "a@example.org"), contact("web_form", "https://example.org/form")]
    assert [bool(one.advice) for one in make_contacts(record(contacts=ways), ES)] == [True, False, False]
    closed = [contact("signal", "+12025550144"), contact("email", "a@example.org", pgp_fingerprint="AB" * 20)]
    assert not any(one.advice for one in make_contacts(record(contacts=closed), ES))


def test_a_fingerprint_stands_in_groups_of_four():
    (found, _site) = make_contacts(
        record(contacts=[contact("email", "a@example.org", pgp_fingerprint="0123456789" * 4)]), ES
    )
    assert found.fingerprint == "0123 4567 8901 2345 6789 0123 4567 8901 2345 6789"


@pytest.mark.parametrize(
    ("said", "text", "href"),
    [
        (
            "editors@example.org",
            "editors@example.org",
            "mailto:editors@example.org?subject=Something%20is%20wrong%20with%20this%20entry%3A%20A%26B%3Fc",
        ),
        ("https://example.org/form/", "example.org/form", "https://example.org/form/"),
    ],
)
def test_a_mistake_is_told_to_the_editors_with_nothing_but_the_name(said, text, href):
    with override("en"):
        told = make_corrections("A&B?c", parse_directory(directory([], "en", corrections=said), "en"))
    assert (told.value, told.text, told.href) == (said, text, href)


@pytest.mark.parametrize(
    "said", [None, "", 1, ["x"], "javascript:alert(1)", "http://example.org", "a@b?bcc=c@d"]
)
def test_without_a_sound_address_of_the_editors_there_is_none(said):
    assert not make_corrections("x", parse_directory(directory([], corrections=said), "es"))


def test_a_site_that_is_a_contact_already_is_shown_once():
    found = make_contacts(record(contacts=[contact("web_form", "https://www.example.org/")]), ES)
    assert len(found) == 1


def test_an_address_that_is_no_web_address_is_text_without_a_link():
    hostile = record(website="javascript:alert(1)", contacts=[contact("web_form", "javascript:alert(1)")])
    assert [one.href for one in make_contacts(hostile, ES)] == [""]
    assert make_contacts(record(website="javascript:alert(1)"), ES)[0].href == ""


def test_what_a_card_leaves_out_is_counted(on_day):
    long = record(areas_served=["CO", "PE", "BO", "EC", "BR", "CL", "AR", "MX"], contacts=[contact()] * 5)
    card = make_card(long, ES, 2)
    assert (card.more_areas, len(card.contacts), card.more_contacts) == (2, 2, 4)
    whole = make_record(long, ES).card
    assert (whole.more_areas, len(whole.contacts), whole.more_contacts) == (0, 6, 0)


def test_rich_text_is_cleaned_again(on_day):
    dirty = '<p onclick="x">a</p><script>alert(1)</script><a href="javascript:x">b</a><img src=x>'
    html = make_record(record(description={"html": dirty, "lang": "es"}), ES).description.html
    assert html == '<p>a</p><a rel="noreferrer noopener">b</a>'


def test_a_logo_needs_a_web_address_and_a_size(on_day):
    for logo in ({"url": "javascript:x", "width": 1, "height": 1}, {"url": "https://x.example/a.png"}, "x"):
        assert make_record(record(logo=logo), ES).logo is None


def test_a_long_summary_is_cut_at_a_word(on_day):
    card = make_card(record(summary={"text": "palabra " * 100, "lang": "es"}), ES, 0)
    assert shortened(card, 20).summary.text == "palabra palabra…"
    assert shortened(card, 5000) is card


def test_lists_are_written_as_the_language_writes_them(on_day):
    assert "، " in make_card(record(areas_served=["CO", "PE"]), AR, 0).areas
