"""The index of one release, opened: what it answers, and what of it is in memory.

In memory are the masks of filter values (`FilterValues`); everything else is read where it lies, in pages that all
processes share. An index that is missing or broken is made anew in memory from the files it belongs to.
"""

import json
import logging
import mmap
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cms.common.languages import LANGUAGES
from cms.directory.index.build import NEUTRAL, build_language, build_neutral, language_index
from cms.directory.index.container import BrokenIndex, Container
from cms.directory.index.filter_values import FilterValues
from cms.directory.index.guidance import GuidanceIndex
from cms.directory.index.points import Points
from cms.directory.index.records import Records
from cms.directory.index.sets import Sets
from cms.directory.index.sorted_texts import Keys
from cms.directory.index.verified import Verified
from cms.directory.index.words import Words
from cms.directory.releases import INDEX_FOLDER
from cms.directory.snapshot import directory_name

logger = logging.getLogger("cms.directory.index")

FORMER_SLUGS = "former_slugs.json"

# What is wrong with a file that is missing, not whole or of another version.
UNREADABLE = (OSError, BrokenIndex, ValueError, KeyError, TypeError, AttributeError)


class NeutralIndex:
    """What is the same in every language."""

    def __init__(self, container: Container):
        self.size: int = container.facts["size"]
        self.codes: dict[str, list[str]] = container.facts["codes"]
        sets = Sets(container, self.size)
        self.ids = Keys(container, "ids")
        self.slugs = Keys(container, "slugs")
        self.former_slugs = Keys(container, "former_slugs")
        self.names = Words(container, "names", sets)
        self.points = Points(container, "points", sets)
        self.verified = Verified(container, sets)
        self.values = FilterValues(container.facts["values"], sets)

    @cached_property
    def everyone(self) -> int:
        """The mask of all records."""
        return (1 << self.size) - 1


class LanguageIndex:
    """What is written in one language; `content` is the file of the directory."""

    def __init__(self, container: Container, content):
        if container.facts["bytes"] != len(content):
            raise BrokenIndex("made for another file")
        sets = Sets(container, container.facts["size"])
        self.records = Records(container, content)
        self.countries = Words(container, "countries", sets)
        self.summaries = Words(container, "summaries", sets)


@dataclass(frozen=True)
class OpenRelease:
    """The indexes of one release; `languages` maps each language to its own, `guidance` to what `entries` reads."""

    folder: Path
    neutral: NeutralIndex
    languages: Mapping[str, LanguageIndex]
    guidance: Mapping[str, GuidanceIndex] = field(default_factory=dict)

    def words_found(self, word: str, lang: str) -> tuple[int, int, int]:
        """Return three masks of who has a word that begins so: in the names, or also the countries, or the summary."""
        texts = self.languages[lang]
        named = self.neutral.names.beginning_with(word)
        served = named | texts.countries.beginning_with(word)
        return named, served, served | texts.summaries.beginning_with(word)


def open_release(folder: Path) -> OpenRelease:
    """Return the index of the release in a folder; OSError, ValueError or KeyError if its directories cannot be read.

    All of it at once: the folder may be gone when a language is first asked for.
    """
    try:
        neutral = NeutralIndex(Container(_mapped(folder / INDEX_FOLDER / NEUTRAL)))
    except UNREADABLE as error:
        _say_it_is_made_anew(folder, NEUTRAL, error)
        neutral = NeutralIndex(Container(_neutral_anew(folder)))
    languages = {lang: _open_language(folder, lang, neutral.size) for lang in LANGUAGES}
    guidance = {lang: _open_guidance(folder, lang, neutral, languages[lang]) for lang in LANGUAGES}
    return OpenRelease(folder, neutral, languages, guidance)


def _open_language(folder, lang, size):
    content = _mapped(folder / directory_name(lang))
    name = language_index(lang)
    try:
        index = LanguageIndex(Container(_mapped(folder / INDEX_FOLDER / name)), content)
        if len(index.records) == size:
            return index
        raise BrokenIndex("made for another number of records")
    except UNREADABLE as error:
        _say_it_is_made_anew(folder, name, error)
        return LanguageIndex(Container(build_language(json.loads(content[:]), content[:])), content)


def _open_guidance(folder, lang, neutral, texts):
    def organisation(key):
        number = neutral.ids.number_of(key)
        return None if number is None else json.loads(texts.records.bytes_of(number))

    try:
        content = _mapped(folder / f"guidance.{lang}.json")
    except (OSError, ValueError) as error:
        logger.warning("The guidance (%s) of %s cannot be read: %s.", lang, folder.name, error)
        content = b""
    return GuidanceIndex(content, organisation)


def _neutral_anew(folder):
    directory = json.loads((folder / directory_name(LANGUAGES[0])).read_bytes())
    try:
        former = json.loads((folder / FORMER_SLUGS).read_bytes())["former_slugs"]
    except (OSError, ValueError, KeyError):
        former = {}
    return build_neutral(directory, former)


def _say_it_is_made_anew(folder, name, error):
    logger.warning("The index %s of %s is made anew in memory: %s.", name, folder.name, error)


def _mapped(path):
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
