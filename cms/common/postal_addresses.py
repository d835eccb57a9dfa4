"""Postal addresses: PO boxes, because a street tells where people are.

A box must say that it is one, and no part may look like a street; both by words in the languages
organisations write in, compared without accents and case.
"""

import re

from cms.common.problems import ContactError
from cms.common.text import words
from cms.common.typed_text import visible_text

_LONGEST = 300

# Word by word as ``words`` splits and folds them: "P.O. Box" is "p o box".
_BOX = re.compile(
    r"\b(?:p ?o ?box|post office box|locked bag|private bag|box [0-9]+|poste restante"
    r"|apartado|apdo|casilla|lista de correos|caixa postal|casella postale"
    r"|posta kutxa(?:tila)?|postontzia|bp [0-9]+|b p [0-9]+|boite postale|case postale|cs [0-9]+"
    r"|postfach|postbus|postboks|skrytka pocztowa|postafiok|posta kutusu|pk [0-9]+|p k [0-9]+"
    r"|абонентскии ящик|а я [0-9]+|صندوق بريد|صندوق البريد|ص ب)\b"
)
_STREET = re.compile(
    r"\b(?:calle|avenida|avda|avd|paseo|plaza|plazuela|carretera|callejon|camino|carrera|cra|jiron"
    r"|diagonal|transversal|gran via|kalea|etorbidea|enparantza|pasealekua|hiribidea|bidea"
    r"|street|road|avenue|lane|drive|square|boulevard|bvd|blvd|highway|terrace|suite|floor|building"
    r"|rue|allee|impasse|quai|cours|chemin|etage|immeuble|rua|travessa|alameda|largo|carrer|passeig|placa"
    r"|piazza|corso|viale|ulica|ul|utca|sokak|caddesi|mahallesi|jalan|улица|проспект"
    r"|شارع|طريق|عماره|بنايه|حي|الطابق"
    r"|(?!brigade)[a-z]{3,}(?:strasse|straat|gasse|platz|gatan|vagen|gade|weg|laan|plein|kade|gracht))\b"
)

# The Spanish "C/ Mayor", which ``words`` would leave as a lone letter; not "c/o".
_CALLE = re.compile(r"\bc/(?!o\b)", re.IGNORECASE)


def clean_postal(value, exact_place=False):
    """Return a postal address, lines kept; ``exact_place`` allows a street: the office is public anyway."""
    text = visible_text(value, _LONGEST, allow_lines=True)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if not exact_place:
        compared = " ".join(words(text))
        if _CALLE.search(text) or _STREET.search(compared):
            raise ContactError("postal_street")
        if not _BOX.search(compared):
            raise ContactError("postal_box")
    return "\n".join(filter(None, lines))
