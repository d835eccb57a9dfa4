"""Countries and the regions they belong to.

Countries are the 249 codes of ISO 3166-1 alpha-2 and ``XK``, the user-assigned code CLDR gives to Kosovo.

Regions follow the continental regions of the United Nations standard M49
(https://unstats.un.org/unsd/methodology/m49/), where each country is in exactly one. Where M49 is silent,
Taiwan is counted with Asia and Kosovo with Europe. Western Sahara (Africa) and Palestine (Asia) are as in
M49. Antarctica is a country code without a region.

``mena`` is no M49 region and overlaps with africa and asia: the 19 countries of the Middle East and North
Africa section of the United Nations human rights office, and Western Sahara. So neither Turkey nor Sudan
nor Mauritania. Source:
https://www.ohchr.org/en/countries/middle-east-north-africa-region/middle-east-north-africa-section-hq
"""

from functools import lru_cache

from babel import Locale

from cms.common.text import sort_key
from cms.common.vocabularies import AREAS
from cms.common.vocabularies import REGIONS as REGION_CODES

_AFRICA = """
    AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML
    MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW
"""
_AMERICAS = """
    AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT
    JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
"""
_ASIA = """
    AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV
    MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE
"""
_EUROPE = """
    AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV
    MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK
"""
_OCEANIA = "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
_MENA = "AE BH DZ EG EH IL IQ IR JO KW LB LY MA OM PS QA SA SY TN YE"

_WITHOUT_REGION = frozenset({"AQ"})

# Region code -> its countries, in display order.
REGIONS = {
    code: frozenset(countries.split())
    for code, countries in zip(
        REGION_CODES, (_AFRICA, _AMERICAS, _ASIA, _EUROPE, _OCEANIA, _MENA), strict=True
    )
}

COUNTRIES = frozenset().union(*REGIONS.values()) | _WITHOUT_REGION


def is_country(code):
    """Say whether the code is a country, upper-case."""
    return isinstance(code, str) and code in COUNTRIES


def is_area(code):
    """Say whether the code may stand among the areas an organisation serves: country, region or worldwide."""
    return isinstance(code, str) and (code in COUNTRIES or code in AREAS)


def regions_of(country):
    """Return the codes of the regions a country belongs to, in display order."""
    return tuple(code for code, countries in REGIONS.items() if country in countries)


def country_name(code, lang):
    """Return the name of a country in a language, from CLDR; KeyError for an unknown code."""
    if code not in COUNTRIES:
        raise KeyError(code)
    return _locale(lang).territories[code]


@lru_cache(maxsize=16)
def countries_in_order(lang):
    """Return ((code, name), ...) of all countries, in the order of their names in that language."""
    named = ((code, country_name(code, lang)) for code in COUNTRIES)
    return tuple(sorted(named, key=lambda pair: sort_key(pair[1])))


@lru_cache(maxsize=16)
def _locale(lang):
    return Locale.parse(lang, sep="-")
