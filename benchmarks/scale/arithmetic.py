"""What so many views a day ask for, what breaks first and what it costs: from what was measured and what is assumed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import report

ROOT = Path(__file__).resolve().parents[2]
MEASURED = ROOT / "docs" / "performance.md"

DAY, KEPT = 86_400, 300  # seconds; how long answers of SHORT may be kept
SHORT, FOREVER = "5 minutes", "a year"
HEADERS = 600  # bytes of headers of an answer, and of a 304


@dataclass(frozen=True)
class Assumptions:
    """What nobody measured here: shares are parts of one."""

    views: float = 10_000_000  # of pages with a widget, a day
    peak: float = 5  # how many times the mean the busiest minute is
    near: float = 0.6  # of views in which the widget comes near the screen, so that its directory is loaded
    new: float = 0.6  # of views by somebody whose browser has nothing yet
    soon: float = 0.2  # of views by somebody who was there less than five minutes ago
    plain: float = 0.02  # of views without scripts: an embed page
    api: float = 0.01  # live API requests per view
    pages: float = 0.02  # views of the guidance site per view of a widget
    page_ms: float = 25  # processor time of a page of the guidance site
    places: float = 100  # of a CDN that ask the origin by themselves
    hot: float = 60  # files with five minutes that somebody wants in every place: languages times encodings
    gbit: float = 1  # per second, the network of one machine
    processors: float = 2  # of one machine, as in the benchmark


@dataclass(frozen=True)
class Measured:
    """What was measured with 1,000 organisations: sizes in bytes (brotli), rates per second on two processors."""

    loader: float
    overview: float
    directory: float
    modules: float
    plain: float
    overview_rate: float
    directory_rate: float
    unchanged_rate: float
    api_rate: float


@dataclass(frozen=True)
class Kind:
    """A kind of address: how long it may be kept, its bytes, and how often the first view asks for it."""

    name: str
    kept: str
    size: float
    asked: float
    rate: float


@dataclass(frozen=True)
class Load:
    """What reaches the edge of one kind in a day: whole answers, `304` answers, bytes."""

    kind: Kind
    whole: float
    unchanged: float

    @property
    def requests(self) -> float:
        """Answers of both sorts."""
        return self.whole + self.unchanged

    @property
    def bytes(self) -> float:
        """Bytes with headers."""
        return self.whole * self.kind.size + self.requests * HEADERS


# Field -> where its number stands in docs/performance.md.
PLACES: Mapping[str, str] = {
    "loader": r"\| `defenders`, module \| ([\d,]+) \|",
    "overview": r"\| `overview\.json`, 1,000 organisations \| ([\d,]+) \|",
    "directory": r"\| directory\.es\.json, br, ([\d,]+) bytes \|",
    "plain": r"\| page without scripts: HTML and picture [^\n]* ([\d,]+) bytes \|",
    "overview_rate": r"\| overview\.json, br, [\d,]+ bytes \| ([\d,]+) \|",
    "directory_rate": r"\| directory\.es\.json, br, [\d,]+ bytes \| ([\d,]+) \|",
    "unchanged_rate": r"\| overview\.json, not changed \(304\) \| ([\d,]+) \|",
    "api_rate": r"\| list of 20 \| this project \| ([\d,]+) \|",
}
MODULE = r"\| `{name}`, module \| ([\d,]+) \|"
# What a map or directory that comes near the screen loads besides.
MODULES = ("directory", "map-more", "directory-es")


class NotMeasured(Exception):
    """docs/performance.md has no such row."""


def read_measured(text: str) -> Measured:
    """Return what docs/performance.md says."""

    def number(pattern):
        match = re.search(pattern, text)
        if not match:
            raise NotMeasured(f"{MEASURED.name} has no {pattern}")
        return float(match[1].replace(",", ""))

    return Measured(
        **{name: number(pattern) for name, pattern in PLACES.items()},
        modules=sum(number(MODULE.format(name=name)) for name in MODULES),
    )


def kinds(given: Assumptions, found: Measured) -> list[Kind]:
    """Return what a view asks for."""
    scripted = 1 - given.plain
    return [
        Kind("loader and map", SHORT, found.loader, scripted, found.overview_rate),
        Kind("overview.json", SHORT, found.overview, scripted, found.overview_rate),
        Kind("modules", FOREVER, found.modules / 3, 3 * scripted * given.near, found.overview_rate),
        Kind("directory.<lang>.json", SHORT, found.directory, scripted * given.near, found.directory_rate),
        Kind("embed page without scripts", SHORT, found.plain, given.plain, found.api_rate),
    ]


def load_of(kind: Kind, given: Assumptions) -> Load:
    """Return what a kind asks of the edge: who is new gets all of it, who comes back later a `304` at most."""
    asked = given.views * kind.asked
    later = 1 - given.new - given.soon
    return Load(kind, asked * given.new, asked * later if kind.kept == SHORT else 0)


def origin_requests(given: Assumptions) -> float:
    """Return how many requests a day reach the origin behind a CDN: every place asks again for every hot file."""
    return given.places * given.hot * DAY / KEPT


def processor_seconds(load: Load, found: Measured) -> float:
    """Return the seconds of both processors that a day of one kind takes without a CDN."""
    return load.whole / load.kind.rate + load.unchanged / found.unchanged_rate


@dataclass(frozen=True)
class Limit:
    """Something that ends: `views` a day at which its busiest minute is full."""

    what: str
    views: float
    then: str


def limits(given: Assumptions, found: Measured) -> list[Limit]:
    """Return what breaks, first to last, for one machine as in the benchmark."""
    loads = [load_of(kind, given) for kind in kinds(given, found)]
    a_day = DAY / given.peak
    size = sum(load.bytes for load in loads) / given.views
    work = sum(processor_seconds(load, found) for load in loads) / given.views
    live = given.api / found.api_rate
    pages = given.pages * given.page_ms / 1000 / given.processors
    origin = origin_requests(given) / DAY / found.unchanged_rate
    left = 1 - origin
    return sorted(
        [
            Limit(
                "network of one machine, no CDN",
                given.gbit * 1e9 / 8 * a_day / size,
                "a CDN, or an object storage behind one",
            ),
            Limit(
                "processors of one machine for published files, no CDN",
                a_day / work,
                "a CDN; or one machine more for each as much",
            ),
            Limit(
                "processors for pages of the guidance site",
                a_day / pages,
                "one machine more; or let the CDN keep them a minute",
            ),
            Limit(
                "processors for the live API",
                a_day / live,
                "one machine more: it needs no database; or partners take the files",
            ),
            Limit(
                "processors for all of it behind a CDN",
                left * a_day / (live + pages),
                "one machine more for each as much",
            ),
        ],
        key=lambda limit: limit.views,
    )


# Estimates of November 2026 from public price lists, per month, lowest and highest, in euros.
TRAFFIC = (1, 40)  # per terabyte out of a CDN
MACHINE = (10, 60)  # two processors, 4 GB
DATABASE = (15, 120)  # PostgreSQL, looked after or a machine of one's own with a standby
STORAGE = (5, 25)  # per terabyte kept, and its requests


def costs(given: Assumptions, found: Measured, machines: int = 2) -> list[tuple[str, float, float]]:
    """Return (what, lowest, highest) in euros a month."""
    terabytes = sum(load_of(kind, given).bytes for kind in kinds(given, found)) * 30 / 1e12
    rows = [
        (f"traffic of the CDN, {report.number(terabytes)} TB", *(price * terabytes for price in TRAFFIC)),
        (f"{machines} machines", *(price * machines for price in MACHINE)),
        ("PostgreSQL", *map(float, DATABASE)),
        ("object storage: pictures, documents, copy of the files, backups", *map(float, STORAGE)),
    ]
    return [*rows, ("together", sum(row[1] for row in rows), sum(row[2] for row in rows))]
