"""The list of what this is made of: valid, complete, and the same for the same locks."""

import json

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scripts.supply import vendored
from scripts.supply.locks import NPM_LOCKS, PRODUCTION, read_lock, read_npm_lock
from scripts.supply.sbom import sbom


@pytest.fixture(scope="module")
def text():
    return sbom()


@pytest.fixture(scope="module")
def components(text):
    return json.loads(text)["components"]


def test_it_is_valid(text):
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"library"', '"gossip"')) is not None


def test_the_same_locks_give_the_same_bytes(text):
    assert sbom() == text


def test_it_says_nothing_about_when_and_where_it_was_made(text):
    assert "timestamp" not in text
    assert "/home/" not in text


def test_every_locked_package_is_in_it_with_its_licence_and_hashes(components):
    found = {one["purl"]: one for one in components if one.get("purl", "").startswith("pkg:pypi/")}
    assert len(found) == len(read_lock(PRODUCTION))
    for package in read_lock(PRODUCTION):
        one = found[f"pkg:pypi/{package.name}@{package.version}"]
        assert one["scope"] == "required"
        assert one["licenses"]
        hashes = [entry["value"] for entry in one["properties"] if entry["name"] == "requirements:sha256"]
        assert sorted(hashes) == sorted(package.hashes)


def test_every_vendored_file_is_in_it_with_its_hash(components):
    found = {one["name"]: one["hashes"][0]["content"] for one in components if one["type"] == "file"}
    assert found == {path: digest for part in vendored.parts() for path, digest in part.files.items()}


def test_tools_of_npm_are_in_it_and_on_no_host(components):
    found = {
        (one.get("group"), one["name"]): one
        for one in components
        if one.get("purl", "").startswith("pkg:npm/")
    }
    assert {one["scope"] for one in found.values()} == {"excluded"}
    named = {"/".join(filter(None, key)) for key in found}
    assert named == {package.name for lock in NPM_LOCKS for package in read_npm_lock(lock)}
