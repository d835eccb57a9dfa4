"""The sweep is not blind: whatever way a canary is written down, it is found; and nothing else is taken for one."""

import pytest

from tests.leaks.canaries import FORMS, Flock


@pytest.fixture
def flock():
    return Flock("qzxleak")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("around", [(b"", b""), (b"<p>a ", b" b</p>"), (b"\x00\xff\n", b"\n\xfe")])
def test_a_canary_is_found_in_every_form(flock, form, around):
    before, behind = around
    flock.point("another point")
    word, number, point = flock.word("draft, phone"), flock.phone("a number"), flock.point("a point")
    content = FORMS[form](word, number, point)
    assert flock.found_in(before + content + behind)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"qzx leak, 94417, +34 944 00 00 00",
        b'{"lat": 43.26, "lng": -2.92}',
        b"[-102.99, 1.5] at 04:43:43.317852, far away, more than sixty characters between them, is 43.32",
        bytes(range(256)) * 4,
    ],
)
def test_nothing_else_is_taken_for_a_canary(flock, content):
    flock.word("word"), flock.phone("number"), flock.point("point")
    assert flock.found_in(content) == set()


def test_a_canary_is_called_by_its_name(flock):
    word = flock.word("draft: contact of the organisation")
    assert flock.found_in(f"…{word.upper()}…".encode()) == {"draft: contact of the organisation"}


def test_a_value_chosen_elsewhere_is_found_as_it_is(flock):
    flock.value("file of a draft", "3f9c.png")
    assert flock.found_in(b'src="/media/images/3f9c.png"') == {"file of a draft"}
