"""What is asked: many addresses of a kind, in turns, so that no memory of the last answer makes a rate."""

from dataclasses import dataclass
from urllib.parse import quote

from benchmarks.api.made_up import organisation

LIST = "/api/v2/organisations/"
# So many different addresses of a kind.
VARIETY = 50
COUNTRIES = ("CO", "MX", "GT", "PH", "UG", "KE", "EG", "TR", "IN", "BR", "HN", "MM", "IR", "UA", "CD", "ES")
LETTERS = "aábcdefghilmnoprstuvwxد"
BOXES = ("-20,-35,52,38", "-120,-56,-34,33", "60,-11,150,55", "-11,35,40,71", "170,-50,-160,0", "30,-5,45,10")


@dataclass(frozen=True)
class Case:
    """Addresses of one kind, from the root of the server, and headers to send with them."""

    name: str
    paths: tuple[str, ...]
    headers: tuple[tuple[str, str], ...] = ()


def _some(count):
    """Return organisations from everywhere in the directory, VARIETY at most."""
    return [organisation(number) for number in range(0, count, max(1, count // VARIETY))][:VARIETY]


def live(count: int) -> list[Case]:
    """Return what is asked of the live API with so many organisations."""
    some = _some(count)
    words = [f"{one['name']} {one['texts']['es']['summary']}".split() for one in some]
    searches = {
        "search, one letter": LETTERS,
        "search, one word": [max(text[:4], key=len) for text in words],
        "search, three words": [" ".join(text[:3]) for text in words],
    }
    return [
        Case("list of 20", (LIST,)),
        Case("last 20", (f"{LIST}?offset={max(0, count - 20)}",)),
        Case("list by country", tuple(f"{LIST}?country={code}" for code in COUNTRIES)),
        *(
            Case(name, tuple(f"{LIST}?search={_quoted(text)}" for text in texts))
            for name, texts in searches.items()
        ),
        Case("facets", tuple(f"{LIST}?facets=true&country={code}" for code in COUNTRIES)),
        Case("bbox", tuple(f"{LIST}?bbox={box}" for box in BOXES)),
        Case("detail", tuple(f"{LIST}{one['uuid']}/" for one in some)),
    ]


def stock(keys: list[int], endpoint: str) -> list[Case]:
    """Return the same of a stock endpoint that knows organisations by these keys."""
    some = keys[:: max(1, len(keys) // VARIETY)][:VARIETY]
    return [
        Case("list of 20", (f"/stock/{endpoint}/?fields=*",)),
        Case("detail", tuple(f"/stock/{endpoint}/{key}/" for key in some)),
    ]


def _quoted(text):
    return quote(text, safe="")
