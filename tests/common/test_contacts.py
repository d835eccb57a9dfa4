import re

import pytest

from cms.common import contacts
from cms.common.contacts import ContactError
from cms.common.vocabularies import CHANNEL_KINDS

# Examples of the Tor specification.
ONION = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion"
SECRET = "a" * 64  # what follows #eu/ in a link to a Signal user name

PHONE_KINDS = ("phone", "hotline", "sms", "signal", "whatsapp")


def refusal(kind, value, **options):
    with pytest.raises(ContactError) as caught:
        contacts.clean_value(kind, value, **options)
    return caught.value.code


def test_every_kind_of_the_vocabulary_has_its_rules():
    assert tuple(contacts.KINDS) == CHANNEL_KINDS


@pytest.mark.parametrize("kind", CHANNEL_KINDS)
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        (None, "empty"),
        (34944, "empty"),
        ("x" * 5000, "too_long"),
        ("+34 944\x00 000 000", "invisible_characters"),
        ("https://example.org/\u202egro", "invisible_characters"),
        ("name\u200b@example.org", "invisible_characters"),
    ],
)
def test_no_kind_takes_nothing_too_much_or_what_cannot_be_seen(kind, value, code):
    assert refusal(kind, value) == code
    assert contacts.href(kind, value) is None


@pytest.mark.parametrize("kind", ["", "fax", "Email", None, "k" * 1000])
def test_an_unknown_kind_is_refused(kind):
    assert refusal(kind, "+34 944 000 000") == "unknown_kind"
    assert contacts.href(kind, "+34 944 000 000") is None


@pytest.mark.parametrize("kind", CHANNEL_KINDS)
@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "<script>alert(1)</script>",
        "https://example.org/\" onclick=\"x",
        "https://example.org@evil.example/",
        "name@example.org?bcc=other@example.org",
        "+34944000000,;ext=1",
        "../../admin",
    ],
)  # fmt: skip
def test_nothing_dangerous_becomes_a_link(kind, value):
    link = contacts.href(kind, value)
    assert link is None or link.startswith("https://example.org/%22")


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("+34 944 123 456", "+34944123456"),
        ("+34-944.123.456", "+34944123456"),
        ("  +34\u00a0944\u202f123 456 ", "+34944123456"),
        ("0034 944 123 456", "+34944123456"),
        ("+44 (0)1632 960123", "+441632960123"),
        ("+44 1632 960999", "+441632960999"),
        ("+1 (202) 555-0142", "+12025550142"),
        ("+33 1 99 00 12 34", "+33199001234"),
        ("+61 491 570 156", "+61491570156"),
        ("+٣٤ ٩٤٤ ١٢٣ ٤٥٦", "+34944123456"),
        ("\uff0b34 944 123 456", "+34944123456"),
    ],
)
@pytest.mark.parametrize("kind", PHONE_KINDS)
def test_a_number_is_kept_as_plus_and_digits(kind, value, stored):
    assert contacts.clean_value(kind, value) == stored
    assert contacts.clean_value(kind, stored) == stored


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("944 123 456", "phone_country"),
        ("016", "phone_country"),
        ("(0)944123456", "phone_country"),
        ("+34 944 123 456 ext. 7", "phone_characters"),
        ("+1 800 FLOWERS", "phone_characters"),
        ("+34 944 123 456 / +34 944 123 457", "phone_characters"),
        ("+", "phone_characters"),
        ("++34944123456", "phone_characters"),
        ("call us", "phone_characters"),
        ("+999 1234567", "phone_unknown_country"),
        ("+34 12", "phone_too_short"),
        ("+34 944 123 456 789", "phone_too_long"),
        ("+1 555 0142", "phone_area_code"),
    ],
)
@pytest.mark.parametrize("kind", ["phone", "hotline", "sms"])
def test_a_bad_number_is_refused_with_its_reason(kind, value, code):
    assert refusal(kind, value) == code


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        ("phone", "tel:+34944123456"),
        ("hotline", "tel:+34944123456"),
        ("sms", "sms:+34944123456"),
        ("signal", "https://signal.me/#p/+34944123456"),
        ("whatsapp", "https://wa.me/34944123456"),
    ],
)
def test_a_number_is_linked_as_its_kind(kind, link):
    assert contacts.href(kind, "+34944123456") == link


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("name@example.org", "name@example.org"),
        (" First.Last+tag@EXAMPLE.Org ", "First.Last+tag@example.org"),
        ("mailto:name@example.org", "name@example.org"),
        ("name@correo.münchen.example", "name@correo.xn--mnchen-3ya.example"),
        ("o'neill@example.org", "o'neill@example.org"),
    ],
)
def test_an_email_address_is_kept_with_its_domain_in_ascii(value, stored):
    assert contacts.clean_value("email", value) == stored


@pytest.mark.parametrize(
    "value",
    [
        "name", "@example.org", "name@", "name@example", "name@@example.org", "a b@example.org",
        ".a@example.org",
        "a..b@example.org", "a.@example.org", "Name <name@example.org>", "name@example.org, b@example.org",
        "name@127.0.0.1", "name@[127.0.0.1]", "name@localhost", '"a"@example.org', "ñ@example.org",
        "name@exa_mple.org", "name@-example.org", "a" * 65 + "@example.org", "name@example..org",
        "mailto:name@example.org%0abcc:x@example.org", "name@example.org?subject=x",
    ],
)  # fmt: skip
def test_what_is_not_one_email_address_is_refused(value):
    assert refusal("email", value) == "email_unclear"


def test_an_email_link_escapes_what_would_begin_a_query():
    assert contacts.href("email", "a?b&c@example.org") == "mailto:a%3Fb%26c@example.org"


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("name.01", "name.01"),
        ("@Some_Name.4321", "some_name.4321"),
        ("https://signal.me/#p/+34944123456", "+34944123456"),
        (f"https://signal.me/#eu/{SECRET}", f"https://signal.me/#eu/{SECRET}"),
    ],
)
def test_signal_takes_numbers_names_and_links(value, stored):
    assert contacts.clean_value("signal", value) == stored


@pytest.mark.parametrize(
    "value",
    [
        "name", "na.01", "1name.01", "name.1", "name.", "na me.01", "name@example.org", "ñame.01",
        "https://signal.group/#abc", "http://signal.me/#p/+34944123456", "https://signal.me/#eu/short",
        "https://signal.me.example.org/#p/+34944123456", "tel:+34944123456",
    ],
)  # fmt: skip
def test_signal_refuses_the_rest(value):
    assert refusal("signal", value) == "signal_unclear"


def test_a_signal_name_alone_has_no_link_but_a_link_stays_one():
    assert contacts.href("signal", "name.01") is None
    assert contacts.href("signal", f"https://signal.me/#eu/{SECRET}") == f"https://signal.me/#eu/{SECRET}"


@pytest.mark.parametrize(
    "value",
    [
        "https://wa.me/34944123456",
        "wa.me/34944123456",
        "https://wa.me/34944123456?text=Hello",
        "https://api.whatsapp.com/send?phone=34944123456",
        "https://api.whatsapp.com/send/?phone=+34944123456",
    ],
)
def test_whatsapp_links_become_their_number(value):
    assert contacts.clean_value("whatsapp", value) == "+34944123456"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("https://chat.whatsapp.com/AbCdEf", "whatsapp_unclear"),
        ("https://wa.me/message/AbCdEf", "whatsapp_unclear"),
        ("https://evil.example/wa.me/34944123456", "whatsapp_unclear"),
        ("@name", "whatsapp_unclear"),
        ("944123456", "phone_country"),
        ("https://wa.me/3412", "phone_too_short"),
    ],
)
def test_whatsapp_takes_only_numbers(value, code):
    assert refusal("whatsapp", value) == code


@pytest.mark.parametrize("value", ["@Some_Name", "Some_Name", "https://t.me/Some_Name", "t.me/Some_Name/",
                                   "http://telegram.me/Some_Name"])  # fmt: skip
def test_a_telegram_name_is_kept_with_its_at_sign(value):
    assert contacts.clean_value("telegram", value) == "@Some_Name"
    assert contacts.href("telegram", value) == "https://t.me/Some_Name"


@pytest.mark.parametrize(
    "value",
    [
        "@name", "@1name_x", "@name__x", "@name_", "@_namex", "@ñandú", "@" + "n" * 33, "+34944123456",
        "https://t.me/+AbCdEf123", "https://t.me/joinchat/AbCdEf", "https://t.me/joinchat",
        "https://evil.example/Some_Name",
        "https://t.me/Some_Name?start=x", "https://t.me/s/Some_Name",
    ],
)  # fmt: skip
def test_telegram_refuses_invitations_numbers_and_impossible_names(value):
    assert refusal("telegram", value) == "telegram_unclear"


@pytest.mark.parametrize("value", ["@abcde", "@ab_cd", "@" + "n" * 32])
def test_telegram_names_have_five_to_32_characters(value):
    assert contacts.clean_value("telegram", value) == value


@pytest.mark.parametrize("exact_place", [True, False])
@pytest.mark.parametrize(
    "value",
    [
        "PO Box 123, 48080 Bilbao",
        "P.O. Box 123\nNairobi\nKenya",
        "P. O. BOX 7, Kampala",
        "Apartado de Correos 45, 01080 Vitoria-Gasteiz",
        "Apdo. 45, San José",
        "45. posta-kutxatila, 20080 Donostia",
        "BP 1234, Lomé, Togo",
        "B.P. 1234 Cotonou",
        "Case postale 21, 1211 Genève",
        "Boîte postale 7, Tunis",
        "Postfach 12 34, 10115 Berlin",
        "Postbus 1, 2500 AA Den Haag",
        "Box 123, 101 20 Stockholm",
        "Caixa Postal 8, Curitiba",
        "ص.ب 1234، بيروت، لبنان",
        "صندوق بريد ٥٥ تونس",
        "Peace Brigade, PO Box 1, London",
        "c/o Example Network, PO Box 1, London",
    ],
)
def test_a_po_box_is_taken_as_it_is_written(value, exact_place):
    assert contacts.clean_value("postal", value, exact_place=exact_place) == value
    assert contacts.href("postal", value) is None


STREETS = [
    "Calle Mayor 5, Madrid",
    "C/ Mayor 5, Apartado 3",
    "Gran Vía 12, Apartado 3",
    "Kale Nagusia kalea 3, Bilbo",
    "Avda. de la Paz 4",
    "12 rue de la Paix, BP 4, Paris",
    "5 Main Street, PO Box 3",
    "Hauptstraße 5, Postfach 1",
    "Herengracht 1, Postbus 1",
    "شارع الحمرا، ص.ب 12، بيروت",
]


@pytest.mark.parametrize("value", STREETS)
def test_a_street_is_refused_even_beside_a_box(value):
    assert refusal("postal", value) == "postal_street"


@pytest.mark.parametrize("value", STREETS)
def test_a_street_is_fine_where_the_office_is_public_anyway(value):
    assert contacts.clean_value("postal", value, exact_place=True) == value


@pytest.mark.parametrize("value", ["Edificio Azul, 3, Bogotá", "48001 Bilbao", "123", "Inbox 12", "Mailbox"])
def test_an_address_that_does_not_say_it_is_a_box_is_refused(value):
    assert refusal("postal", value) == "postal_box"


def test_the_lines_of_a_postal_address_are_kept_and_tidied():
    assert contacts.clean_value("postal", " PO  Box 1 \r\n\r\n Suva \n") == "PO Box 1\nSuva"


FINGERPRINT = "0123456789ABCDEF0123456789ABCDEF01234567"


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (FINGERPRINT.lower(), FINGERPRINT),
        ("0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567", FINGERPRINT),
        (f"0x{FINGERPRINT}", FINGERPRINT),
        (":".join(re.findall("..", FINGERPRINT)), FINGERPRINT),
        ("ab" * 32, "AB" * 32),
    ],
)
def test_a_fingerprint_is_kept_in_upper_case_without_spaces(value, stored):
    assert contacts.clean_pgp_fingerprint(value) == stored


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "empty"),
        (None, "empty"),
        ("89ABCDEF", "fingerprint_key_id"),
        ("0x0123456789ABCDEF", "fingerprint_key_id"),
        ("0123456789ABCDEF0123456789ABCDEF", "fingerprint_unclear"),
        ("G" * 40, "fingerprint_unclear"),
        ("A" * 39, "fingerprint_unclear"),
        ("A" * 41, "fingerprint_unclear"),
        ("٠" * 40, "fingerprint_unclear"),
        ("A" * 500, "too_long"),
    ],
)
def test_a_bad_fingerprint_is_refused_with_its_reason(value, code):
    with pytest.raises(ContactError) as caught:
        contacts.clean_pgp_fingerprint(value)
    assert caught.value.code == code


def test_a_fingerprint_is_shown_in_groups_of_four():
    shown = contacts.grouped_fingerprint(FINGERPRINT)
    assert shown == "0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567"
    assert contacts.grouped_fingerprint("") == ""


def test_an_onion_address_links_to_itself():
    assert contacts.href("onion", ONION) == f"http://{ONION}"
