"""What is in the files of an index, and what happens when one is not whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.directory.index import container
from cms.directory.index.build import build_neutral
from cms.directory.index.container import BrokenIndex, Container, pack
from cms.directory.index.masks import mask_of, numbers_in
from cms.directory.index.opened import NeutralIndex
from cms.directory.index.records import write_records
from tests.directory.index.releases import directory, opened, record

WHOLE = pack({"size": 3}, {"odd": b"abc", "numbers": bytes(8), "none": b""})


def test_sections_are_read_as_they_were_written():
    read = Container(WHOLE)
    assert read.facts == {"size": 3}
    assert bytes(read.section("odd")) == b"abc"
    assert list(read.section("numbers", "I")) == [0, 0]
    assert len(read.section("none", "Q")) == 0


@pytest.mark.parametrize("length", [0, 1, 31, 32, 100, len(WHOLE) - 1])
def test_a_part_of_a_file_is_refused(length):
    with pytest.raises(BrokenIndex):
        Container(WHOLE[:length])


@settings(max_examples=60, derandomize=True)
@given(at=st.integers(0, len(WHOLE) - 1), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(at, bit):
    changed = bytearray(WHOLE)
    changed[at] ^= 1 << bit
    with pytest.raises(BrokenIndex):
        Container(bytes(changed))


def test_a_file_of_another_version_is_refused(monkeypatch):
    monkeypatch.setattr(container, "VERSION", container.VERSION + 1)
    with pytest.raises(BrokenIndex):
        Container(WHOLE)


@settings(max_examples=80, derandomize=True)
@given(
    numbers=st.sets(st.integers(0, 20_000), max_size=60), start=st.integers(0, 70), size=st.integers(0, 70)
)
def test_a_page_of_a_mask_is_a_page_of_its_numbers(numbers, start, size):
    mask = mask_of(numbers, 20_001)
    assert numbers_in(mask) == sorted(numbers)
    assert numbers_in(mask, start, start + size) == sorted(numbers)[start : start + size]


def test_the_same_directory_gives_the_same_bytes():
    records = [
        record("b", roles=["training"], name="Red", languages=["es", "eu"]),
        record("a", areas_served=["CO"]),
    ]
    again = [dict(reversed(one.items())) for one in records]
    assert build_neutral(directory(records), {"c": "a"}) == build_neutral(directory(again), {"c": "a"})


def test_ids_and_slugs_lead_to_their_record():
    records = [record(slug) for slug in ("casa-azul", "faro", "ñandú", "ágora")]
    index = opened(records, former_slugs={"faro-viejo": "faro", "gone": "nobody"})
    for one in records:
        number = index.neutral.ids.number_of(one["id"])
        assert index.neutral.slugs.number_of(one["slug"]) == number
        assert index.languages["eu"].records.id_of(number) == one["id"]
    assert index.neutral.former_slugs.number_of("faro-viejo") == index.neutral.slugs.number_of("faro")
    for unknown in ("", "far", "faro-", "zzz", "gone"):
        assert index.neutral.slugs.number_of(unknown) is None
        assert index.neutral.former_slugs.number_of(unknown) is None


def test_a_text_that_looks_like_a_record_is_none():
    first = record("a", name='A {"id":"' + record("b")["id"] + '","slug":"b"')
    index = opened([first, record("b")])
    assert index.languages["es"].records.bytes_of(0).endswith(b"}")
    assert b'"slug":"b"' in index.languages["es"].records.bytes_of(1)


def test_records_in_another_order_than_the_file_are_refused():
    with pytest.raises(ValueError, match="not found"):
        write_records(
            [record("b")["id"], record("a")["id"]], b'[{"id":"%b","slug":"' % record("a")["id"].encode()
        )


def test_a_directory_without_organisations_has_an_index_too():
    index = opened([])
    assert index.neutral.size == 0
    assert len(index.languages["ar"].records) == 0


def test_codes_are_those_of_the_contract_and_those_of_the_editors():
    data = directory([])
    data["labels"]["service"] = {"insurance": "Seguro", "legal": "Legal"}
    codes = NeutralIndex(Container(build_neutral(data, {}))).codes
    assert codes["service"][0] == "physical_accompaniment"
    assert codes["service"][-1] == "insurance"
    assert codes["service"].count("legal") == 1
