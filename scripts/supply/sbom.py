"""The software bill of materials: CycloneDX 1.6 as JSON. The same locks give the same bytes; it needs no network.

    python -m scripts.supply.sbom FILE

`required` is what a public host installs and what lies in this repository; `excluded` are the tools that build the
widgets and measure other maps, which are on no host.
"""

import json
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from scripts.supply import ROOT
from scripts.supply.licences import reviewed
from scripts.supply.locks import NPM_LOCKS, PRODUCTION, read_lock, read_npm_lock
from scripts.supply.vendored import parts

# A name of this list and nothing else: its number is made from what it holds.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "protect-those-who-defend/sbom")


def project() -> Component:
    """Return this project."""
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return Component(
        name="protect-those-who-defend",
        version=package["version"],
        type=ComponentType.APPLICATION,
        bom_ref="protect-those-who-defend",
        licenses=[DisjunctiveLicense(id="BSD-3-Clause")],
    )


def components() -> Iterator[Component]:
    """Yield everything it is made of."""
    licences = reviewed()
    for package in read_lock(PRODUCTION):
        purl = PackageURL("pypi", name=package.name, version=package.version)
        yield Component(
            name=package.name,
            version=package.version,
            purl=purl,
            bom_ref=purl.to_string(),
            scope=ComponentScope.REQUIRED,
            licenses=[_licence(licences[package.name].licence)],
            properties=[
                # A package has several files, one for each kind of machine.
                *(Property(name="requirements:sha256", value=one) for one in package.hashes),
                *([Property(name="requirements:marker", value=package.marker)] if package.marker else []),
            ],
        )
    for part in parts():
        for path, digest in part.files.items():
            yield Component(
                name=path,
                version=f"{part.name} {part.version}",
                type=ComponentType.FILE,
                bom_ref=f"file:{path}",
                scope=ComponentScope.REQUIRED,
                description=part.source,
                licenses=[_licence(part.licence)],
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
            )
    yield from _npm()


def _npm():
    seen = set()
    for package in (one for lock in NPM_LOCKS for one in read_npm_lock(lock)):
        group, _, name = package.name.rpartition("/")
        purl = PackageURL("npm", namespace=group or None, name=name, version=package.version)
        if purl.to_string() not in seen:
            seen.add(purl.to_string())
            yield Component(
                name=name,
                group=group or None,
                version=package.version,
                purl=purl,
                bom_ref=purl.to_string(),
                scope=ComponentScope.EXCLUDED,
                licenses=[_licence(package.licence)] if package.licence else [],
                hashes=[HashType(alg=HashAlgorithm.SHA_512, content=package.sha512)],
            )


def _licence(expression):
    simple = " " not in expression
    return DisjunctiveLicense(id=expression) if simple else LicenseExpression(expression)


def sbom() -> str:
    """Return the list as JSON."""
    found = list(components())
    bom = Bom(components=found)
    bom.metadata.component = project()
    bom.register_dependency(
        bom.metadata.component, [one for one in found if one.scope is ComponentScope.REQUIRED]
    )
    bom.metadata.timestamp = None
    bom.serial_number = NAMESPACE
    content = JsonV1Dot6(bom).output_as_string(indent=1)
    bom.serial_number = uuid.uuid5(NAMESPACE, content)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(sbom(), encoding="utf-8")
    print(target)
