"""Search by words: accents and case do not matter, a word finds all words that begin with it.

Pure, and the one truth about search: what stands in an index is made of `searched_words` too. What is searched are the
names, the names of the countries and regions served, and the summary, and in this order they come.
"""

import re
from collections.abc import Iterable, Mapping

from cms.common.territories import country_name, is_country
from cms.common.text import words
from cms.common.vocabularies import WORLDWIDE

IN_NAME, IN_COUNTRY, IN_TEXT = RANKS = range(3)

# Words of scripts written without spaces are found anywhere: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
)

# An Arabic word is also found without its article.
_ARTICLE = re.compile("ال(?=.{3})")

# No search is longer.
_LONGEST = 200


def search_rank(search: str, names: Iterable[str], summary: str, served: Iterable[str] = ()) -> int | None:
    """Return where all words are found: IN_NAME, IN_COUNTRY (with what is served), IN_TEXT (with the summary); or None.

    A search without any word finds everything.
    """
    found: set[str] = set()
    wanted = words(search)
    for rank, text in zip(RANKS, (" ".join(names), " ".join(served), summary), strict=True):
        found |= searched_words(text)
        if all(any(candidate.startswith(word) for candidate in found) for word in wanted):
            return rank
    return None


def searched_words(text: str) -> set[str]:
    """Return the folded words by whose beginnings a text is found."""
    found = words(text)
    if all(map(str.isascii, found)):
        return set(found)
    return {form for word in found for form in _forms(word)}


def names_served(areas: Iterable[str], lang: str, labels: Mapping[str, str]) -> list[str]:
    """Return the names of the countries and regions among areas; `labels` are those of the regions in `lang`.

    Countries are named by CLDR. Who serves the whole world is found by no country's name: `country` finds them.
    """
    return [
        country_name(area, lang) if is_country(area) else labels.get(area, area)
        for area in areas
        if area != WORLDWIDE
    ]


def _forms(word):
    if _UNSPACED.search(word):
        return [word[start : start + _LONGEST] for start in range(len(word))]
    article = _ARTICLE.match(word)
    return [word, word[article.end() :]] if article else [word]
