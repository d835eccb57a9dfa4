"""What is installed is locked by hash, from no address of anybody's, and the locks are those of pyproject.toml."""

import json
import os
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.supply import ROOT
from scripts.supply.locks import NPM_LOCKS, OddLine, read_lock, read_npm_lock

# Lock -> the extras it is made with.
LOCKS = {
    "site": ("site",),
    "production": ("site", "production"),
    "test": ("site", "production", "test"),
}
NOT_WRITTEN = {
    ".git",
    ".venv",
    "var",
    "build",
    "dist",
    "node_modules",
    "__pycache__",
    ".hypothesis",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    "widgets/static",
}
ADDRESS = re.compile(r"https?://|git\+|file:|--(?:extra-)?index-url|--find-links| @ |(?:^|\s)-e\s")
# Where packages and images are kept, by any of their names; written so that this file does not name one.
REGISTRY = re.compile(
    r"\b(?:registry|index|pypi|npm(?:js)?|pythonhosted|docker|quay|ghcr|gcr)\.(?:org|io|com|im|dev)\b"
)


def lock(name):
    return ROOT / "requirements" / f"{name}.txt"


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def texts_of_the_repository():
    """Yield (path, text) of every file that is written by people; built, installed and kept files aside."""
    for folder, folders, names in os.walk(ROOT):
        place = Path(folder).relative_to(ROOT).as_posix()
        folders[:] = [
            one for one in folders if one not in NOT_WRITTEN and f"{place}/{one}" not in NOT_WRITTEN
        ]
        for name in names:
            content = (Path(folder) / name).read_bytes()
            if b"\0" not in content[:8000]:
                yield f"{place}/{name}", content.decode("utf-8", errors="replace")


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_the_hashes_of_its_files(name):
    packages = read_lock(lock(name))
    assert len(packages) > 40
    assert [package.name for package in packages if not package.hashes] == []


@pytest.mark.parametrize(
    "line",
    [
        "django>=5",
        "django==5.2",
        "-e .",
        "django @ somewhere",
        "--index-url x",
        "django==5.2 \\\n    --hash=md5:00",
    ],
)
def test_a_line_without_a_hash_is_noticed(line, tmp_path):
    path = tmp_path / "lock.txt"
    path.write_text(f"{line}\n")
    with pytest.raises(OddLine):
        read_lock(path)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_that_of_pyproject(name):
    """Each dependency is there in a version it may have; `make lock` was run when one was added or changed."""
    metadata = project()
    named = [
        *metadata["dependencies"],
        *(one for extra in LOCKS[name] for one in metadata["optional-dependencies"][extra]),
    ]
    versions = {}
    for package in read_lock(lock(name)):
        versions.setdefault(canonicalize_name(package.name), []).append(package.version)
    for requirement in map(Requirement, named):
        found = versions.get(canonicalize_name(requirement.name))
        assert found, f"{requirement} is not in {name}.txt: make lock"
        assert all(requirement.specifier.contains(version) for version in found), f"{requirement}: make lock"


def test_the_locks_agree_with_each_other():
    site, production, test = (
        {(package.name, package.version) for package in read_lock(lock(name))} for name in LOCKS
    )
    assert site <= production <= test


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_packages_of_npm_have_a_hash_and_no_address(path):
    text = path.read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert all(re.fullmatch("[0-9a-f]{128}", package.sha512) for package in read_npm_lock(path))
    wanted = json.loads((path.parent / "package.json").read_text(encoding="utf-8"))
    direct = wanted.get("devDependencies", {}) | wanted.get("dependencies", {})
    locked = {package.name: package.version for package in read_npm_lock(path)}
    assert direct.items() <= locked.items()


@pytest.mark.parametrize(
    "name",
    [
        *(f"requirements/{name}.txt" for name in LOCKS),
        "pyproject.toml",
        ".npmrc",
        "benchmarks/widgets/.npmrc",
        "package.json",
    ],
)
def test_nothing_that_installs_names_an_address_or_a_path(name):
    # A comment may say which package wanted another one.
    lines = [
        line
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith("#")
    ]
    assert [line for line in lines if ADDRESS.search(line)] == []


def test_no_file_names_the_host_of_a_registry():
    named = [(name, found[0]) for name, text in texts_of_the_repository() if (found := REGISTRY.search(text))]
    assert named == []
