import pytest

from cms.common.http.conditions import Verdict, entity_tag, entity_tag_of, verdict
from cms.common.http.encodings import ENCODINGS, compress, quick_encoding

TAG = '"0123456789abcdef"'


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (TAG, Verdict.NOT_MODIFIED),
        (f"W/{TAG}", Verdict.NOT_MODIFIED),
        (f" {TAG} ", Verdict.NOT_MODIFIED),
        (f'"a", W/"b",{TAG}', Verdict.NOT_MODIFIED),
        (f'"comma,inside" , {TAG}', Verdict.NOT_MODIFIED),
        (f",, {TAG},", Verdict.NOT_MODIFIED),
        ("*", Verdict.NOT_MODIFIED),
        (" * ", Verdict.NOT_MODIFIED),
        ("", Verdict.SEND),
        ('"other"', Verdict.SEND),
        ("0123456789abcdef", Verdict.SEND),
        (f"w/{TAG}", Verdict.SEND),
        (f'"other", *, {TAG}', Verdict.SEND),
        (f"x{TAG}", Verdict.SEND),
        (TAG[:-1], Verdict.SEND),
        ('"' * 9000, Verdict.SEND),
        ("," * 9000, Verdict.SEND),
        (" \t" * 9000 + '"', Verdict.SEND),
    ],
)
def test_a_list_of_tags_is_read_as_the_standard_has_it(known, expected):
    assert verdict({"HTTP_IF_NONE_MATCH": known}, TAG) is expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (TAG, Verdict.SEND),
        (f'"a", {TAG}', Verdict.SEND),
        ("*", Verdict.SEND),
        (f"W/{TAG}", Verdict.FAILED),
        ('"other"', Verdict.FAILED),
        ("", Verdict.FAILED),
    ],
)
def test_if_match_compares_strongly_and_comes_first(wanted, expected):
    assert verdict({"HTTP_IF_MATCH": wanted}, TAG) is expected
    both = verdict({"HTTP_IF_MATCH": wanted, "HTTP_IF_NONE_MATCH": TAG}, TAG)
    assert both is (Verdict.NOT_MODIFIED if expected is Verdict.SEND else Verdict.FAILED)


def test_another_encoding_and_another_compressor_have_another_tag(monkeypatch):
    before = {encoding: entity_tag_of(b"content", encoding) for encoding in ENCODINGS}
    assert len(set(before.values())) == 3
    assert before["identity"] == entity_tag(b"content")
    monkeypatch.setattr("cms.common.http.conditions.compressor", lambda encoding: f"{encoding} of tomorrow")
    assert entity_tag_of(b"content", "br") != before["br"]


@pytest.mark.parametrize(
    ("header", "size", "expected"),
    [
        ("br, gzip", 5000, "br"),
        ("gzip", 5000, "gzip"),
        ("x-gzip", 5000, "gzip"),
        ("", 5000, "identity"),
        ("br, gzip", 100, "identity"),
        ("gzip, identity;q=0", 100, "gzip"),
        ("br;q=0.5, *;q=0", 100, "br"),
        ("identity;q=0", 100, "identity"),
    ],
)
def test_what_is_small_is_compressed_only_for_who_insists(header, size, expected):
    assert quick_encoding(header, size) == expected


@pytest.mark.parametrize("thoroughly", [True, False])
def test_gzip_says_nothing_of_when_it_was_made(thoroughly):
    assert compress(b"a" * 3000, "gzip", thoroughly=thoroughly)[4:8] == bytes(4)
