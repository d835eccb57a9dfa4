"""What a text may give away is noticed in five languages, and ordinary sentences are left alone."""

import pytest

from cms.common.giveaways import is_address_of_person, signs_in

GIVING_AWAY = [
    # Spanish
    ("street", "Estamos en la calle Mayor, 12, segundo piso."),
    ("street", "Oficina: C/ San Francisco nº 3."),
    ("street", "Avda. de la Libertad 45"),
    ("street", "Ven a la Plaza de la Constitución, número 4."),
    ("street", "Carrera 7 # 12-34, Bogotá"),
    ("street", "Cl. 45 No. 12-30"),
    ("street", "CALLE ATOCHA 26"),
    # Basque
    ("street", "Bulegoa Areatza kalea 5ean dago."),
    ("street", "Kale Nagusia, 17, Donostia"),
    ("street", "Askatasunaren etorbidea, 8"),
    # English
    ("street", "Visit us at 221B Baker Street."),
    ("street", "Our office is 14 St. Andrew's Road, London"),
    ("street", "1600 Pennsylvania Avenue"),
    # French
    ("street", "Nous sommes au 12, rue de la Paix."),
    ("street", "5 bis avenue Victor Hugo, Paris"),
    ("street", "rue Mohammed V, 24"),
    # Arabic
    ("street", "المكتب في شارع الحمراء، رقم 12"),
    ("street", "١٢ شارع الاستقلال"),
    # Coordinates
    ("coordinates", "El punto es 43.26300, -2.93500"),
    ("coordinates", "43.263N 2.935W"),
    ("coordinates", "40°26′46″N 79°58′56″W"),
    # Telephone numbers
    ("phone", "Llama al +34 944 123 456 de noche"),
    ("phone", "Escribe al 600 123 456"),
    ("phone", "Appelez le +33 6 12 34 56 78."),
    ("phone", "اتصل بالرقم +961 1 234 567"),
    # E-mail of a person
    ("person_email", "Escribe a ana.garcia@example.org"),
    ("person_email", "a.garcia@example.org"),
]

HARMLESS = [
    "",
    "Acompaña a personas defensoras en 12 países.",
    "Desde 1994, en la calle y en los juzgados, con 300 personas.",
    "Ha acompañado el camino de 15 comunidades.",
    "La carrera de 4 años empieza en 2027.",
    "Responde en 24 h, todos los días.",
    "Del 1 al 30 de noviembre de 2026.",
    "2026-11-22",
    "Espazio segurua eskaintzen die 20 pertsonari, kalean bizi direnei.",
    "Plaza bat eskatu du 3 hilabeterako.",
    "In 2019 it took 40 people off the street.",
    "Works in 14 countries and has 3 main street programmes.",
    "Depuis 2010, plus de 1500 personnes ont pris la route.",
    "Elle a placé 12 personnes.",
    "ترافق المدافعين في 12 بلدا.",
    "تعمل في الشارع منذ 2011",
    "Sentencia 43/2019, artículo 12.5",
    "See https://example.org/case/600123456?at=43.26300,2",
    "Escribe a info@example.org o a help.desk@example.org",
    "25.000 euros, 12.500 por persona",
    "Resolución 53/144 de 1998 y 2000-2024",
]


@pytest.mark.parametrize(("code", "text"), GIVING_AWAY)
def test_what_gives_away_is_noticed(code, text):
    assert [sign.code for sign in signs_in(text)] == [code]


@pytest.mark.parametrize("text", HARMLESS)
def test_an_ordinary_sentence_is_left_alone(text):
    assert signs_in(text) == []


def test_the_words_are_shown_as_they_were_written():
    (sign,) = signs_in("Oficina en la Avenida de la Constitución, 12.")
    assert sign.words == "Avenida de la Constitución, 12"


def test_each_kind_is_named_once_however_often_it_occurs():
    text = "Calle Mayor 1. Calle Menor 2. 600 123 456. 43.26300, -2.93500. ana.garcia@example.org"
    assert [sign.code for sign in signs_in(text)] == ["street", "coordinates", "phone", "person_email"]


@pytest.mark.parametrize(
    "text", ["calle " * 5000, "1" * 50_000, "a." * 20_000 + "@", "\x00\u202e" * 999, "é" * 30_000]
)
def test_a_long_or_strange_text_is_read_quickly(text):
    assert len(signs_in(text)) <= 1


@pytest.mark.parametrize(
    ("email", "is_person"),
    [
        ("ana.garcia@example.org", True),
        ("a_garcia@example.org", True),
        ("info@example.org", False),
        ("human.rights@example.org", False),
        ("ayuda@example.org", False),
        ("", False),
    ],
)
def test_the_address_of_a_person_has_two_names(email, is_person):
    assert is_address_of_person(email) is is_person
