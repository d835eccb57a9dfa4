"""What an embed may ask for: one frozen set of options, read from a query and written back as one.

Nothing here fails: a wrong value gives way to the closest sensible one and leaves a note with a sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from django.utils.translation import gettext_lazy as _

from cms.common.languages import SOURCE_LANGUAGE, nearest_language
from cms.directory.filters import (
    FILTERS,
    MAX_SEARCH,
    MAX_VALUES,
    Filters,
    InvalidParameter,
    parse_values,
    single_value,
)
from widgets.colours import parse_colour
from widgets.needs import NEED, NEED_CODES, services_for
from widgets.orders import ORDERS, RELEVANT, USUAL

THEMES = ("auto", "light", "dark")
EXITS = ("off", "on")
LAST_PAGE = 1_000_000
SLUG = re.compile(r"[-\w]{1,255}", re.ASCII)
LONGEST_QUERY = 8_000  # characters; servers usually refuse longer addresses anyway

Params = Mapping[str, Sequence[str]]
Codes = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class EmbedOptions:
    """What is shown and how it looks.

    `order` is one of `widgets.orders`; `opened` is the slug of the organisation that is looked at, "" for none; `page`
    counts from 1; `accent` is "#rrggbb" or "" for the design's own colour; `exit`: with a way to leave.
    """

    lang: str = SOURCE_LANGUAGE
    filters: Filters = field(default_factory=lambda: Filters({}))
    order: str = USUAL
    opened: str = ""
    page: int = 1
    theme: str = "auto"
    accent: str = ""
    exit: bool = False

    def having(self, name: str, *values) -> "EmbedOptions":
        """Return the first page of the same with other values for one filter; without values, without it."""
        kept = {other: them for other, them in self.filters.values.items() if other != name}
        if name == "search":
            filters = replace(self.filters, search=values[0] if values else "")
        else:
            filters = replace(self.filters, values=kept | {name: values} if values else kept)
        return replace(self, filters=filters, order=_order_for(self.order, filters), opened="", page=1)

    def at(self, page: int) -> "EmbedOptions":
        """Return another page of the same list."""
        return replace(self, page=page, opened="")

    def query(self) -> str:
        """Return the query string: known names only, in one order, nothing that is so anyway."""
        return urlencode(self.pairs(), safe=",")

    def pairs(self) -> list[tuple[str, str]]:
        """Return the (name, value) pairs of the query."""
        pairs = [("lang", self.lang), *filter_pairs(self.filters)]
        if self.order != USUAL:
            pairs.append(("order", self.order))
        if self.opened:
            pairs.append(("open", self.opened))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        if self.theme != "auto":
            pairs.append(("theme", self.theme))
        if self.accent:
            pairs.append(("accent", self.accent.removeprefix("#")))
        if self.exit:
            pairs.append(("exit", "on"))
        return pairs

    def attributes(self) -> list[tuple[str, str]]:
        """Return the attributes of the element that shows the same; `role` is `roles` there.

        Without `exit`: an embed page has its way out on the page, around the element.
        """
        pairs = [("lang", self.lang)]
        pairs += [("roles" if name == "role" else name, value) for name, value in filter_pairs(self.filters)]
        if self.order != USUAL:
            pairs.append(("order", self.order))
        if self.theme != "auto":
            pairs.append(("theme", self.theme))
        if self.accent:
            pairs.append(("accent", self.accent))
        return pairs


@dataclass(frozen=True)
class EmbedRequest:
    """Options, and a note (parameter and sentence) for everything that could not be had as asked for."""

    options: EmbedOptions
    notes: tuple[InvalidParameter, ...] = ()


def filter_pairs(filters: Filters) -> list[tuple[str, str]]:
    """Return the filters as (name, value) pairs, several values joined by commas."""
    values = filters.values
    pairs = [(name, ",".join(map(_as_text, values[name]))) for name in FILTERS if name in values]
    return [*pairs, ("search", filters.search)] if filters.search else pairs


def read_query(query_string: str) -> dict[str, list[str]]:
    """Return {name: values} of a query string, whatever is in it; bytes that are no UTF-8 become U+FFFD."""
    params: dict[str, list[str]] = {}
    for name, value in parse_qsl(query_string[:LONGEST_QUERY], keep_blank_values=True, errors="replace"):
        params.setdefault(name, []).append(value)
    return params


def parse_language(params: Params) -> tuple[str, list[InvalidParameter]]:
    """Return the language of the page; for one that is not spoken the nearest, as the elements take it, and a note."""
    notes: list[InvalidParameter] = []
    asked = _one("lang", params, notes)
    lang, exact = nearest_language(asked)
    if not exact:
        notes.append(
            InvalidParameter("lang", _("This page does not exist in “%(value)s”."), value=asked[:40])
        )
    return lang, notes


def parse_options(params: Params, codes: Codes) -> EmbedRequest:
    """Return the options and notes; `codes` maps role, service and audience to their values."""
    lang, notes = parse_language(params)
    filters = _filters(params, codes, notes)
    options = EmbedOptions(
        lang=lang,
        filters=filters,
        order=_order(params, filters, notes),
        opened=_opened(params, notes),
        page=_page(params, notes),
        theme=_theme(params, notes),
        accent=_accent(params, notes),
        exit=_exit(params, notes),
    )
    return EmbedRequest(options, tuple(notes))


def parse_look(params: Params) -> EmbedRequest:
    """Return language and look alone, for pages that filter nothing; what else is asked for is left alone."""
    lang, notes = parse_language(params)
    options = EmbedOptions(
        lang=lang, theme=_theme(params, notes), accent=_accent(params, notes), exit=_exit(params, notes)
    )
    return EmbedRequest(options, tuple(notes))


def _as_text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def _one(name, params, notes):
    """Return the one value of a name; the first one that is text when there are more."""
    values = params.get(name, ())
    try:
        return single_value(name, values)
    except InvalidParameter as problem:
        notes.append(problem)
    for value in values:
        try:
            return single_value(name, [value])
        except InvalidParameter:
            continue
    return ""


def _filters(params, codes, notes):
    values = {}
    for name in FILTERS:
        values.update(_usable(name, params.get(name, ()), codes, notes))
    needs = _usable("need", params.get("need", ()), NEED_CODES, notes, NEED).get("need", ())
    answers = [service for service in services_for(needs) if service in codes["service"]]
    if answers:
        values["service"] = tuple(dict.fromkeys([*values.get("service", ()), *answers]))
    search = _one("search", params, notes)
    if len(search) > MAX_SEARCH:
        notes.append(
            InvalidParameter(
                "search", _("Only the first %(limit)d characters are searched for."), limit=MAX_SEARCH
            )
        )
        search = search[:MAX_SEARCH].strip()
    return Filters(values, search)


def _usable(name, raw, codes, notes, known=FILTERS):
    """Return {name: values} of what can be used of a filter: one wrong value spoils only itself."""
    try:
        return parse_values({name: raw}, codes, {name: known[name]})
    except InvalidParameter as problem:
        notes.append(problem)
    pieces = [piece for value in raw for piece in value.split(",")] if known[name].multiple else raw
    good = []
    for piece in pieces:
        try:
            good += parse_values({name: [piece]}, codes, {name: known[name]}).get(name, ())
        except InvalidParameter:
            continue
        if not known[name].multiple:
            break
    return {name: tuple(dict.fromkeys(good))[:MAX_VALUES]} if good else {}


def _order(params, filters, notes):
    asked = _one("order", params, notes)
    if asked and asked not in ORDERS:
        known = ", ".join(filter(None, ORDERS))
        notes.append(InvalidParameter("order", _("“order” can be: %(codes)s."), codes=known))
        return USUAL
    order = _order_for(asked, filters)
    if order != asked:
        notes.append(InvalidParameter("order", _("“relevance” needs a “search” to be relevant to.")))
    return order


def _order_for(order, filters):
    """Return the order as far as it has a meaning."""
    return USUAL if order == RELEVANT and not filters.search else order


def _opened(params, notes):
    asked = _one("open", params, notes)
    if not asked or SLUG.fullmatch(asked):
        return asked
    notes.append(
        InvalidParameter("open", _("“%(value)s” is no organisation of this directory."), value=asked[:80])
    )
    return ""


def _page(params, notes):
    asked = _one("page", params, notes)
    digits = asked.lstrip("0")
    if not asked:
        return 1
    if not digits.isdecimal() or (len(digits) == 1 and int(digits) == 0):
        notes.append(InvalidParameter("page", _("“page” must be a whole number from 1 on.")))
        return 1
    return LAST_PAGE if len(digits) > len(str(LAST_PAGE)) else min(int(digits), LAST_PAGE)


def _theme(params, notes):
    asked = _one("theme", params, notes)
    if not asked or asked.lower() in THEMES:
        return asked.lower() or THEMES[0]
    notes.append(InvalidParameter("theme", _("“theme” can be: %(codes)s."), codes=", ".join(THEMES)))
    return THEMES[0]


def _exit(params, notes):
    asked = _one("exit", params, notes).lower()
    if asked not in ("", *EXITS):
        notes.append(InvalidParameter("exit", _("“exit” can be: %(codes)s."), codes=", ".join(EXITS)))
    return asked == "on"


def _accent(params, notes):
    asked = _one("accent", params, notes)
    colour = parse_colour(asked) if asked else ""
    if colour is None:
        notes.append(InvalidParameter("accent", _("“accent” must be a colour such as 7a2e1d.")))
    return colour or ""
