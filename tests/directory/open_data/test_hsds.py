"""`hsds.json`: valid, stable, and no more than is public."""

import json
import os
import uuid
from pathlib import Path

import jsonschema
import pytest

from cms.directory.open_data import files, hsds
from cms.directory.open_data.hsds_contacts import main_email
from cms.directory.open_data.hsds_terms import EXTENSION
from cms.directory.open_data.identifiers import Children, named
from tests.directory.open_data.situations import bare_record, directory, full_record
from tests.widgets.directories import contact, record

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "docs" / "hsds-profile.schema.json").read_text())
GOLDEN = Path(__file__).parent / "expected" / "hsds.json"


def made(*records, **changes):
    """Return the data of the file."""
    return json.loads(hsds.dataset(directory(*records, lang="en", **changes)))


def problems(data):
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def identifiers(value, member=""):
    """Yield the identifiers of everything in the data but the terms, which many share."""
    if isinstance(value, dict) and member != "taxonomy_term":
        if "id" in value:
            yield value["id"]
        for name, inner in value.items():
            yield from identifiers(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from identifiers(inner, member)


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_file_is_the_golden_one():
    data = made(full_record(), bare_record())
    if os.environ.get("REGENERATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    assert data == json.loads(GOLDEN.read_text())


@pytest.mark.parametrize("records", [[], [full_record()], [bare_record()], [full_record(), bare_record()]])
def test_the_file_is_valid(records):
    assert problems(made(*records)) == []
    assert problems(made(*records, licence=None)) == []


def test_the_schema_refuses_what_the_profile_does_not_name():
    data = made(full_record())
    data["contents"][0]["tax_id"] = "1"
    data["contents"][0]["locations"][0]["addresses"][0]["address_1"] = "A street 1"
    del data["contents"][0]["services"][0]["status"]
    assert len(problems(data)) == 3


def test_it_is_made_in_one_language_only():
    assert set(files.human_services(directory(), "en", {})) == {"hsds.json"}
    assert [files.human_services(directory(), lang, {}) for lang in ("es", "eu", "fr", "ar")] == [{}] * 4


def test_no_identifier_is_used_twice_and_all_stay():
    twice = full_record()
    twice["contacts"] += twice["contacts"]
    twice["places"] += twice["places"]
    found = list(identifiers(made(twice, bare_record())["contents"]))
    assert len(found) == len(set(found)) > 40
    before = dict.fromkeys(identifiers(made(full_record())["contents"]))
    moved = full_record() | {"slug": "moved", "name": "Another name"}
    moved["places"] = moved["places"][::-1]
    moved["contacts"] = moved["contacts"][::-1]
    assert set(identifiers(made(moved)["contents"])) == set(before)


def test_a_place_that_was_made_coarser_cannot_be_told_from_what_it_was():
    fine, coarse = full_record(), full_record()
    coarse["places"] = [{"precision": "country", "country": "ES", "is_seat": True}]
    identifiers_of = [
        {place["id"] for place in made(one)["contents"][0]["locations"]} for one in (fine, coarse)
    ]
    assert not identifiers_of[0] & identifiers_of[1]


@pytest.mark.parametrize("name", ["", "ñ", "a" * 500])
def test_identifiers_are_those_of_version_five(name):
    parent = "00000000-0000-4000-8000-000000000001"
    assert (
        named(parent, name) == str(uuid.uuid5(uuid.UUID(parent), name)) == Children(parent).identifier(name)
    )


def test_only_what_is_meant_to_be_called_is_a_phone():
    kinds = (
        "phone",
        "hotline",
        "sms",
        "signal",
        "whatsapp",
        "telegram",
        "onion",
        "web_form",
        "postal",
        "email",
    )
    (one,) = made(record(contacts=[contact(kind, "+12025550143") for kind in kinds]))["contents"]
    assert [phone[EXTENSION]["kind"] for phone in one["phones"]] == ["phone", "hotline", "sms"]
    assert [phone["type"] for phone in one["phones"]] == ["voice", "voice", "text"]
    assert [channel[EXTENSION]["kind"] for channel in one["contacts"]] == list(kinds[3:])


def test_the_address_for_mail_is_the_preferred_one_or_else_a_general_one():
    press = contact("email", "press@example.org", label="press")
    general = contact("email", "info@example.org", label="general")
    preferred = contact("email", "help@example.org", label="emergency", preferred=True)
    assert main_email([press, general, preferred]) == "help@example.org"
    assert main_email([press, general]) == "info@example.org"
    assert main_email([press]) == "press@example.org"
    assert main_email([contact()]) is None


def test_the_languages_of_texts_are_declared():
    (one,) = made(full_record())["contents"]
    assert one["description"].startswith("<p>Une")
    assert one[EXTENSION]["langs"] == {"description": "fr"}
    (service,) = one["services"]
    assert service[EXTENSION]["langs"] == {
        "description": "es",
        "application_process": "es",
        "schedules": "en",
    }
    assert service[EXTENSION]["outdated"] == ["application_process"]


def test_the_same_directory_gives_the_same_bytes():
    assert hsds.dataset(directory(full_record())) == hsds.dataset(directory(full_record()))


def members(schema):
    """Yield the names of all properties in a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for inner in schema.values():
            yield from members(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from members(inner)


@pytest.mark.parametrize("member", sorted(set(members(SCHEMA))))
def test_every_member_is_documented(member):
    assert f"`{member}`" in (ROOT / "docs" / "open-data.md").read_text()
