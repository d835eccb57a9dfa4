"""Word by word, what changed in a sentence."""

import pytest

from cms.editing.translations.words import pieces_of


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "Da ayuda jurídica.",
            "Da ayuda psicosocial.",
            (
                [("Da ayuda ", False), ("jurídica", True), (".", False)],
                [("Da ayuda ", False), ("psicosocial", True), (".", False)],
            ),
        ),
        (None, "Nueva", ([], [("Nueva", True)])),
        ("Fuera", None, ([("Fuera", True)], [])),
        ("Igual", "Igual", ([("Igual", False)], [("Igual", False)])),
        (None, None, ([], [])),
        ("من هو", "من هي", ([("من ", False), ("هو", True)], [("من ", False), ("هي", True)])),
    ],
)
def test_what_differs_is_told_from_what_does_not(before, after, shown):
    assert pieces_of(before, after) == shown


def test_the_pieces_make_up_the_sentences():
    before, after = "¿Cuánto dura?  Seis <b>meses</b>.", "¿Cuánto cuesta? Nada."
    assert tuple("".join(text for text, _ in side) for side in pieces_of(before, after)) == (before, after)
