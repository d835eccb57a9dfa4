"""Countries, areas and languages as choices, named in the editor's language (CLDR) and sorted by name."""

from functools import lru_cache

from babel import Locale
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.common.labels import AREA_LABELS
from cms.common.languages import SOURCE_LANGUAGE, normalise_language_tag
from cms.common.territories import countries_in_order
from cms.common.text import sort_key
from cms.common.vocabularies import REGIONS, WORLDWIDE

# Offered by name: languages with many speakers, those of Spain, and those in which many defenders of land and
# territory speak. Any other can be written as a tag.
_COMMON_LANGUAGES = """
    af am an ar arn as ast ay az be bg bm bn bs ca ckb cs cy da de dz ee el en eo es et eu fa ff fi fil
    fr ga gl gn gu ha he hi hr ht hu hy id ig is it ja ka kk km kn ko ku ky lg ln lo lt lv mg mi mk ml
    mn mr ms my nah ne nl no om or pa pl ps pt qu quc rn ro ru rw sd se sg si sk sl sn so sq sr ss st sv
    sw ta te tg th ti tk tn tr ts tt uk ur uz vi wo xh yi yo zgh zh zu
"""
COMMON_LANGUAGES = tuple(_COMMON_LANGUAGES.split())


def editor_language():
    """Return the two-letter code of the language in which the editor reads the admin."""
    return (get_language() or SOURCE_LANGUAGE).split("-")[0]


def country_choices():
    """Return ((code, name), ...) of all countries."""
    return countries_in_order(editor_language())


def area_choices():
    """Return the areas an organisation may serve as grouped choices: the world, regions, countries."""
    labels = {code: str(label) for code, label in AREA_LABELS.items()}
    return [
        ("", [(WORLDWIDE, labels[WORLDWIDE])]),
        (_("Regions"), [(code, labels[code]) for code in REGIONS]),
        (_("Countries"), list(country_choices())),
    ]


def language_choices():
    """Return ((tag, name), ...) of the common languages."""
    return _common_languages(editor_language())


def language_name(tag):
    """Return the name of a language tag; where CLDR knows only the language, with the tag; else the tag."""
    return _language_name(tag, editor_language())


@lru_cache(maxsize=8)
def _common_languages(lang):
    named = [(tag, _language_name(tag, lang)) for tag in COMMON_LANGUAGES]
    return tuple(sorted(named, key=lambda pair: sort_key(pair[1])))


def _language_name(tag, lang):
    names = Locale.parse(lang, sep="-").languages
    normal = normalise_language_tag(tag) or tag
    name = names.get(normal.replace("-", "_"))
    if name:
        return capfirst(name)
    base = names.get(normal.split("-")[0])
    return f"{capfirst(base)} ({normal})" if base else normal
