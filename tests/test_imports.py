"""Which way imports run: each package sees only those before it, so that a newcomer can read from left to right."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Package -> the packages of this project it may import, besides itself.
ALLOWED = {
    "cms.common": set(),
    "cms.conf": {"cms.common"},
    "cms.headers": {"cms.common", "cms.conf"},
    "cms.roles": {"cms.common", "cms.conf"},
    "cms.snippets": {"cms.common", "cms.conf", "cms.roles"},
    "cms.localisation": {"cms.common", "cms.conf", "cms.roles", "cms.snippets"},
    "cms.directory": {"cms.common", "cms.conf", "cms.snippets", "cms.localisation"},
    "cms.pages": {
        "cms.common",
        "cms.conf",
        "cms.headers",
        "cms.roles",
        "cms.snippets",
        "cms.localisation",
        "cms.directory",
    },
}
CONTENT = {*ALLOWED, "cms.models"}
ALLOWED |= {
    "cms.models": {*ALLOWED, "cms.exchange"},
    "cms.backup": CONTENT,
    "cms.exchange": CONTENT,
    "cms.editing": CONTENT | {"cms.exchange"},
    "cms.api": CONTENT,
    "cms.sample": CONTENT,
    "accounts": {"cms.common", "cms.conf", "cms.headers", "cms.roles"},
    "widgets": {"cms.common", "cms.conf", "cms.headers", "cms.directory"},
}

# The pure package knows labels and sentences that are translated, and nothing else of Django.
DJANGO_IN_COMMON = {"django.utils.translation"}


def modules(package):
    folder = ROOT / package.replace(".", "/")
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def imported(path):
    """Yield the full names of the modules that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module
            yield from (
                f"{node.module}.{alias.name}"
                for alias in node.names
                if node.module in {"accounts", "cms", "widgets"}
            )


def package_of(name):
    """Return the package of this project that a module belongs to; None for others, and for `cms` itself."""
    return next((package for package in ALLOWED if name == package or name.startswith(f"{package}.")), None)


@pytest.mark.parametrize("package", ALLOWED)
def test_a_package_imports_only_those_before_it(package):
    files = modules(package)
    assert files
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files
        for name in imported(path)
        if name.split(".")[0] in {"accounts", "cms", "widgets", "config"}
        and name != "cms"
        and package_of(name) not in ALLOWED[package] | {package}
    }
    assert wrong == set()


def test_the_pure_package_needs_no_django():
    wrong = {
        (path.name, name)
        for path in modules("cms.common")
        for name in imported(path)
        if name.split(".")[0] in {"django", "wagtail", "rest_framework"} and name not in DJANGO_IN_COMMON
    }
    assert wrong == set()


@pytest.mark.parametrize("package", ["cms.common", "cms.directory", "cms.localisation"])
def test_the_read_model_takes_no_request(package):
    for path in modules(package):
        assert "request" not in {
            argument.arg
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef)
            for argument in node.args.args
        }, path


def test_indexes_only_name_things():
    for index in ("cms/models.py", "cms/wagtail_hooks.py"):
        kinds = {type(node) for node in ast.parse((ROOT / index).read_text()).body}
        assert not kinds & {ast.ClassDef, ast.FunctionDef, ast.If, ast.For}, index
