"""Licences of every locked Python package: reviewed once per package, held against what the package says of itself.

    python -m scripts.supply.licences      brings requirements/licences.toml and the page for people up to date

A new package has an empty licence there until somebody has looked at it, and the tests fail meanwhile.
"""

import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from scripts.supply import ROOT
from scripts.supply.locks import PRODUCTION, read_lock
from scripts.supply.vendored import parts

TABLE = ROOT / "requirements" / "licences.toml"
PAGE = ROOT / "docs" / "licences.md"

# May be used, changed and passed on beside BSD-3-Clause without obligations for what is beside it. Of the MPL and the
# LGPL this holds as long as their files are used as they are.
ALLOWED = frozenset(
    {
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC-BY-4.0",
        "ISC",
        "LGPL-3.0-only",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
    }
)

HEAD = """# Licences

Written by `python -m scripts.supply.licences`; a test fails when it is not up to date, or when a package is new and
nobody has reviewed its licence. This project itself is under BSD-3-Clause ([LICENSE](../LICENSE)).

"""


@dataclass(frozen=True)
class Reviewed:
    """A package's licence as an SPDX expression, and what its metadata `stated` when somebody reviewed it.

    A licence that is not generally allowed needs a `note` that says why it may be here nevertheless.
    """

    licence: str
    stated: str
    note: str = ""


def reviewed() -> dict[str, Reviewed]:
    """Return {package: what was reviewed}."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: Reviewed(**entry) for name, entry in table.items()}


def stated_by(name: str) -> str | None:
    """Return what an installed package says of its licence in one line; None for one that is not installed here."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    classifiers = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if "License ::" in line
    ]
    text = said.get("License-Expression") or (said.get("License") or "").partition("\n")[0][:60]
    return "; ".join(filter(None, [text, *classifiers]))


def names_in(expression: str) -> list[str]:
    """Return the licences that an SPDX expression names, of alternatives all."""
    return expression.replace("(", "").replace(")", "").replace(" OR ", " AND ").split(" AND ")


def locked_names() -> dict[str, str]:
    """Return {package: versions} of what a public host installs, by name."""
    versions: dict[str, list[str]] = {}
    for package in read_lock(PRODUCTION):
        versions.setdefault(package.name, []).append(package.version)
    return {name: ", ".join(versions[name]) for name in sorted(versions)}


def page() -> str:
    """Return the page for people."""
    known = reviewed()
    rows = [f"| {name} | {version} | {known[name].licence} |" for name, version in locked_names().items()]
    vendored = [f"| {part.name} | {part.version} | {part.licence} | {part.use} |" for part in parts()]
    return "\n".join(
        [
            HEAD + "## Python packages of a public host",
            "",
            "Installed from `requirements/production.txt`, none of them part of this repository. Tools for tests and",
            "the npm packages that build the widgets are on no host; `make sbom` lists the latter too.",
            "",
            "| package | version | licence |",
            "| --- | --- | --- |",
            *rows,
            "",
            *(f"- **{name}**: {known[name].note}" for name in locked_names() if known[name].note),
            "",
            "## In this repository",
            "",
            "Files that others wrote, or made from others' data, with hashes in [vendored.toml](../vendored.toml):",
            "",
            "| what | version | licence | for |",
            "| --- | --- | --- | --- |",
            *vendored,
            "",
        ]
    )


def update(table: Path = TABLE) -> None:
    """Add what is new to the table, with no licence, and take out what is not locked any more."""
    known = reviewed() if table.exists() else {}
    lines = [
        "# Reviewed licences as SPDX expressions. `stated` is what the package said when somebody reviewed it.",
        "",
    ]
    for name in locked_names():
        entry = known.get(name) or Reviewed("", stated_by(name) or "")
        note = f', note = "{entry.note}"' if entry.note else ""
        lines.append(f'{name} = {{ licence = "{entry.licence}"{note}, stated = "{entry.stated}" }}')
    table.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    update()
    PAGE.write_text(page(), encoding="utf-8")
