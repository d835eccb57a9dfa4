"""Every parameter by its name, as OpenAPI describes it. Which endpoint takes which is said by the endpoint itself.

What a name means may differ between endpoints: `country` is where help is needed, or where a programme receives people.
"""

from cms.api.page_filters import ORDERS as PAGE_ORDERS
from cms.api.pages import LONGEST_FIELDS
from cms.api.parameters import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, MULTIPLE
from cms.api.schema.components.codes import identifier
from cms.api.schema.components.pages import page_type
from cms.api.schema.values import Schema, array, code, described, number, ref, text, whole
from cms.common.languages import SOURCE_LANGUAGE
from cms.common.vocabularies import CATEGORY_CODES, CATEGORY_KINDS
from cms.directory.filters import FILTERS, MAX_SEARCH, MAX_VALUES
from cms.directory.guidance_filters import PROGRAMME_FILTERS
from cms.directory.index import ORDERS

_PAGE_ID = text(pattern="^[1-9][0-9]{0,8}$")
_PAGE_ID_OR_ROOT = text(pattern="^([1-9][0-9]{0,8}|root)$")
# No control characters.
LINE = r"^[^\x00-\x1f\x7f]*$"
_SEVERAL = "Several values, separated by commas or repeated: any of them matches."


def _allowed(known, name):
    return code(known[name].allowed)


def _category(kind):
    return code(CATEGORY_CODES[kind])


# Name -> (what it means, its schema). One value, or one of several where the name takes several.
PARAMETERS: dict[str, tuple[str, Schema]] = {
    "lang": ("Language of the texts.", described(ref("Language"), "") | {"default": SOURCE_LANGUAGE}),
    "role": ("Part the organisation plays.", _category("role")),
    "service": ("Help it gives.", _category("service")),
    "audience": ("Whom it helps.", _category("audience")),
    "country": (
        "Country where help is needed: finds who serves it, its region, or the world. Who serves the country itself "
        "comes first, then its region, then the world, unless there is an `order`.",
        ref("Country"),
    ),
    "seat": ("Country where it has a place that is not hidden.", ref("Country")),
    "language": ("Language it works in; `es` also finds `es-MX`.", ref("LanguageTag")),
    "urgent": ("Answers around the clock.", _allowed(FILTERS, "urgent")),
    "government": ("Run by a government, or not.", _allowed(FILTERS, "government")),
    "search": (
        "Words of the names, of the countries and regions it serves, or of the summary, in `lang`. Every word must be "
        "found, and each finds all words that begin with it. Accents and case do not matter, in any script, nor does "
        "the Arabic article.",
        text(maxLength=MAX_SEARCH, pattern=LINE),
    ),
    "bbox": (
        "Has a public point in the box: west, south, east, north in degrees. Where west is greater than east the box "
        "crosses the 180th meridian.",
        {
            "type": "array",
            "items": number(minimum=-180, maximum=180),
            "prefixItems": [
                number("West.", minimum=-180, maximum=180),
                number("South.", minimum=-90, maximum=90),
                number("East.", minimum=-180, maximum=180),
                number("North, not below south.", minimum=-90, maximum=90),
            ],
            "minItems": 4,
            "maxItems": 4,
        },
    ),
    "order": (
        "`name`; `-verified_on`: verified last comes first, never verified last; `relevance`, only with `search`: "
        "found in the names first, then with the countries, then with the summary. Without it by name, and with "
        "`country` the nearest scope first.",
        code(ORDERS),
    ),
    "facets": (
        "Whether to say, in `meta.facets`, how many organisations each value of each filter would find. With `limit=0` "
        "there are the counts alone.",
        code(("true", "false")) | {"default": "false"},
    ),
    "limit": (
        "How many items to answer with.",
        whole(minimum=0, maximum=MAX_LIMIT, default=DEFAULT_LIMIT),
    ),
    "offset": ("How many items to leave out first.", whole(minimum=0, maximum=MAX_OFFSET, default=0)),
    "slug": ("Name of the organisation in web addresses.", text(minLength=1, pattern="^[-a-zA-Z0-9_]+$")),
    "organisation": ("Who is behind it: the `id` of an organisation.", identifier()),
    "open": (
        "Takes applications today (UTC); `false` finds all others, also those whose days nobody knows.",
        _allowed(PROGRAMME_FILTERS, "open"),
    ),
    "family": (
        "The family can come too; where nobody knows, neither value finds it.",
        _allowed(PROGRAMME_FILTERS, "family"),
    ),
    "kind": ("What they are categories of.", code(CATEGORY_KINDS)),
    "preview_token": (
        "The token of a preview link: answers with the latest saved version, public or not, in the language of the "
        "token. Such an answer is for nobody else: it has no `ETag` and `Cache-Control: no-store, private`.",
        text(pattern=LINE),
    ),
    "locale": ("The same as `lang`, as Wagtail calls it: give one of them.", ref("Language")),
    "type": ("Types of pages, separated by commas.", array(page_type(), minItems=1)),
    "child_of": (
        "Pages right below the page with this id; `root` is the home page in `lang`.",
        _PAGE_ID_OR_ROOT,
    ),
    "ancestor_of": ("Pages above the page with this id.", _PAGE_ID),
    "descendant_of": (
        "Pages anywhere below the page with this id; `root` is the home page in `lang`. Not with `child_of`.",
        _PAGE_ID_OR_ROOT,
    ),
    "translation_of": ("Translations of the page with this id, or `root`.", _PAGE_ID_OR_ROOT),
    "id": ("The page with this id.", whole()),
    "title": ("Pages with exactly this title.", text(pattern=LINE)),
    "seo_title": ("Pages with exactly this title for search engines.", text(pattern=LINE)),
    "search_description": ("Pages with exactly this description.", text(pattern=LINE)),
    "show_in_menus": ("Pages that are in the menu, or are not.", code(("true", "false"))),
    "search_operator": (
        "Whether all words of `search` must be found, or any of them.",
        code(("and", "or")) | {"default": "and"},
    ),
    "fields": (
        "What to answer with, as in Wagtail: `*` is everything (of the list, with one `type`, its content too), "
        "`_,id,title` just these, `-title` all but this.",
        text(maxLength=LONGEST_FIELDS, pattern=LINE, examples=["*", "_,id,title"]),
    ),
    "html_path": (
        "Path of a page on the guidance site. One without a language in front is looked for in `lang`.",
        text(pattern=LINE, examples=["/eu/aldi-baterako-babesa/"]),
    ),
}

# (endpoint, name) -> what replaces the above.
_PAGE_LANG = (
    "Pages in one language; without it pages in all languages.",
    ref("Language"),
)
ELSEWHERE: dict[tuple[str, str], tuple[str, Schema]] = {
    ("programmes", "country"): ("Country where people stay.", ref("Country")),
    ("programmes", "audience"): ("Whom it is for.", _category("audience")),
    ("programmes", "search"): (
        "Words of its name, of the names of its organisation, or of the summary in `lang`, as with organisations.",
        PARAMETERS["search"][1],
    ),
    ("trainings", "country"): (
        "Country where help is needed: finds the trainings of organisations that serve it, its region, or the world.",
        ref("Country"),
    ),
    ("trainings", "language"): ("Language it is given in; `es` also finds `es-MX`.", ref("LanguageTag")),
    ("trainings", "search"): (
        "Words of its name, of the names of its organisation, or of the summary in `lang`, as with organisations.",
        PARAMETERS["search"][1],
    ),
    ("pages", "lang"): _PAGE_LANG,
    ("pages", "slug"): (
        "Pages with exactly this name in web addresses.",
        text(pattern=LINE),
    ),
    ("pages", "search"): (
        "Words in the pages. In titles and descriptions accents and case do not matter and a beginning is enough; "
        "pages with the words in the title come first.",
        PARAMETERS["search"][1],
    ),
    ("pages", "order"): (
        "What to order by, separated by commas; a `-` in front turns it round.",
        array(code([f"{sign}{name}" for name in PAGE_ORDERS for sign in ("", "-")]), minItems=1),
    ),
}
REQUIRED = {("organisations", "find_view", "slug")}


def parameter(endpoint: str, action: str, name: str) -> dict:
    """Return the parameter of an action of an endpoint; KeyError for one that nobody described."""
    description, schema = ELSEWHERE.get((endpoint, name)) or PARAMETERS[name]
    listed = {}
    if name in MULTIPLE:
        description = f"{description} {_SEVERAL}"
        schema = array(schema, minItems=1, maxItems=MAX_VALUES)
    if schema.get("type") == "array":
        listed = {"style": "form", "explode": False}
    needed = {"required": True} if (endpoint, action, name) in REQUIRED else {"allowEmptyValue": True}
    return {"name": name, "in": "query", "description": description, **needed, "schema": schema, **listed}
