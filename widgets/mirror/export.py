"""Making a static copy of the current release. Needs no database.

The same release and options give the same bytes. What pages lead to is written before them, and what is gone from the
release is removed from the copy.
"""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from cms.common.http.encodings import compress
from cms.conf import defenders_settings
from widgets import addresses
from widgets.directory_file import Directory, DirectoryUnavailable, parse_directory
from widgets.former_slugs import NAME as FORMER_SLUGS
from widgets.former_slugs import parse_former_slugs
from widgets.guidance_file import GuidanceUnavailable, parse_guidance
from widgets.mirror import front, layout, pages
from widgets.mirror.folder import MirrorFolder, opened_folder
from widgets.mirror.guidance_pages import guidance_page, keys, known_pages
from widgets.mirror.layout import ALL, MAP
from widgets.mirror.moved_pages import moved_pages
from widgets.mirror.release import MANIFEST, Release, ReleaseGone, ReleaseUnusable, open_release
from widgets.mirror.shelves import fill, pages_of
from widgets.public_files import SUFFIXES, WIDGET_NAME, WIDGETS_FOLDER
from widgets.worldmap import PALETTES

PACKAGE = Path(__file__).resolve().parents[1]
STYLE_SOURCE = PACKAGE / "static" / "defenders_widgets" / "embed.css"

# What makes pages: when any of it changes, a copy is made anew although the release is the same.
MAKING = {".py", ".html", ".css", ".js", ".json", ".mo"}

# A release that is taken away while it is read is followed by another one; so often it does not happen.
ATTEMPTS = 3


@dataclass(frozen=True)
class Outcome:
    """What an export did; `changed` and `removed` count files, nothing was made when the copy was `current`."""

    as_of: str
    files: int
    bytes: int
    changed: int = 0
    removed: int = 0
    current: bool = False


def export_mirror(
    target: Path, languages: tuple[str, ...], base_url: str = "", again: bool = False
) -> Outcome:
    """Write a copy of the current release to a folder; `again` also when it has the copy already.

    `base_url` is where the copy will be served, without a slash at the end, when that is known. Raises
    `ReleaseUnusable` or `FolderUnusable`.
    """
    if not defenders_settings.BASE_URL:
        raise ReleaseUnusable("DEFENDERS_BASE_URL is not set: a copy says where its original is.")
    open_release(defenders_settings.PUBLISHED_ROOT)  # without one, nothing is touched
    with opened_folder(target, _keep_out()) as folder:
        for _attempt in range(ATTEMPTS):
            release = open_release(defenders_settings.PUBLISHED_ROOT)
            facts = _facts(release, languages, base_url)
            state = folder.state()
            if not again and facts.items() <= state.items():
                return Outcome(state["as_of"], state["files"], state["bytes"], current=True)
            try:
                return _export(folder, release, languages, base_url, facts)
            except ReleaseGone:
                continue
    raise ReleaseUnusable("The published files change faster than they can be read. Try again in a minute.")


def _keep_out():
    found = {
        "the published files": defenders_settings.PUBLISHED_ROOT,
        "the folder of the program": PACKAGE.parent,
    }
    roots = {"the uploaded files": settings.MEDIA_ROOT, "the static files": settings.STATIC_ROOT}
    return found | {words: Path(root) for words, root in roots.items() if root}


def _facts(release, languages, base_url):
    return {
        "original": addresses.public_base(),
        "url": base_url or None,
        "as_of": release.as_of.isoformat(),
        "release": release.name,
        "languages": list(languages),
        "made_by": _maker(),
    }


@lru_cache(maxsize=1)
def _maker():
    """Return a digest of the code and templates that make a copy."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        # Sources of scripts are not where a package is installed; what is built from them is.
        if path.suffix in MAKING and path.is_file() and PACKAGE / "src" not in path.parents:
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _export(folder: MirrorFolder, release: Release, languages, base_url, facts) -> Outcome:
    directories = [_directory(release, lang) for lang in languages]
    folder.begin()
    for path, content in _files(release, directories[0]):
        folder.put(path, content)
    shelves = {one.lang: fill(one.organisations, one.codes) for one in directories}
    sections = _guidance(release, languages)
    former = parse_former_slugs(release.read(FORMER_SLUGS)) if FORMER_SLUGS in release.hashes else {}
    planned = frozenset(
        [path for one in directories for path in _planned(one, shelves[one.lang], languages)]
        + [
            layout.path(layout.guidance(key), lang, languages)
            for lang, file in sections.items()
            for key in keys(file)
        ]
    )
    for directory in directories:
        copy = pages.copy_of(directory, languages, planned, shelves[directory.lang])
        with override(directory.lang):
            for path, html in _pages(copy):
                folder.put(path, html)
            for path, html in _guidance_pages(copy, sections):
                folder.put(path, html)
            for path, html in moved_pages(copy, former):
                folder.put(path, html)
    for path, content in _top(release, languages, base_url, planned, sections):
        folder.put(path, content)
    removed = folder.finish(facts)
    state = folder.state()
    return Outcome(state["as_of"], state["files"], state["bytes"], folder.changed, removed)


def _directory(release, lang):
    name = f"directory.{lang}.json"
    try:
        return parse_directory(release.read(name), lang)
    except (DirectoryUnavailable, KeyError) as error:
        raise ReleaseUnusable(f"The published file {name} cannot be used. Publish again.") from error


def _guidance(release, languages):
    """Return {language: guidance}; a release without it, or with a broken one, has a copy without it."""
    found = {}
    for lang in languages:
        name = f"guidance.{lang}.json"
        if name in release.hashes:
            with contextlib.suppress(GuidanceUnavailable):
                found[lang] = parse_guidance(release.read(name), lang)
    return found


def _guidance_pages(copy, sections) -> Iterator[tuple[str, bytes]]:
    if copy.lang in sections:
        known = known_pages(sections)
        file = sections[copy.lang]
        for key in keys(file):
            path = layout.path(layout.guidance(key), copy.lang, copy.languages)
            yield path, guidance_page(copy, file, key, known)


def _files(release, directory: Directory) -> Iterator[tuple[str, bytes]]:
    """Yield what pages and widgets load; the list of the published files after them."""
    for path in sorted(WIDGETS_FOLDER.iterdir()):
        if WIDGET_NAME.fullmatch(path.name):
            yield from _with_encodings(f"widgets/v1/{path.name}", path.read_bytes())
    yield from _with_encodings(layout.STYLE, STYLE_SOURCE.read_bytes())
    counts = pages.pages.served(directory.organisations)
    for theme in PALETTES:
        yield layout.picture(theme), pages.picture(theme, counts)
    for name in sorted(release.hashes, key=lambda name: (name == MANIFEST, name)):
        yield f"published/v1/{name}", release.read(name)
        for suffix, content in release.compressed(name).items():
            yield f"published/v1/{name}{suffix}", content


@lru_cache(maxsize=256)
def _compressed(content):
    return [
        (suffix, compress(content, encoding, thoroughly=True))
        for encoding, suffix in SUFFIXES.items()
        if suffix
    ]


def _with_encodings(path, content):
    yield path, content
    for suffix, compressed in _compressed(content):
        yield f"{path}{suffix}", compressed


def _planned(directory, shelves, languages):
    lang = directory.lang
    yield layout.path(MAP, lang, languages)
    for shelf in shelves:
        for page in pages_of(shelf, shelves):
            yield layout.path(layout.listing(shelf, page.number), lang, languages)
    for record in directory.organisations:
        yield layout.path(layout.organisation(record["slug"]), lang, languages)


def _pages(copy) -> Iterator[tuple[str, bytes]]:
    """Yield (path, HTML) of the pages in one language; what others lead to first."""
    for record in copy.directory.organisations:
        place = layout.organisation(record["slug"])
        yield layout.path(place, copy.lang, copy.languages), pages.organisation_page(copy, record)
    for shelf in reversed(copy.shelves):
        for page in pages_of(shelf, copy.shelves):
            place = layout.listing(shelf, page.number)
            yield layout.path(place, copy.lang, copy.languages), pages.list_page(copy, page)
    first = pages_of(ALL, copy.shelves)[0]
    yield layout.path(MAP, copy.lang, copy.languages), pages.map_page(copy, first)


def _top(release, languages, base_url, planned, sections):
    titles = {
        lang: [(key, file.pages[key]["title"], file.pages[key]["lang"]) for key in keys(file)]
        for lang, file in sections.items()
    }
    yield layout.START, front.start_page(languages, release.as_of, planned, titles)
    yield "404.html", front.not_found_page(languages, base_url)
    yield "README.txt", front.readme(release.name, release.as_of)
    yield "_headers", front.HEADERS.encode()
    yield ".nojekyll", b""
