"""The search form of the embed pages: a plain GET form with the names of the contract, and the filters in use."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.common.territories import countries_in_order
from cms.common.text import sort_key
from widgets import addresses, names
from widgets.directory_file import Directory
from widgets.options import EmbedOptions, filter_pairs
from widgets.orders import BY_NAME, RELEVANT, VERIFIED

SELECTS = ("country", "role", "service")
MORE_SELECTS = ("audience", "language", "government", "order")


@dataclass(frozen=True)
class Select:
    """A control of the search form; `choices` are (value, label)."""

    name: str
    label: str
    any_label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


def search_form(kind: str, directory: Directory, options: EmbedOptions) -> dict:
    """Return the controls; what has no control goes along hidden."""
    controls = {*SELECTS, *MORE_SELECTS, "search", "urgent"}
    used = {*options.filters.values, *(["order"] if options.order else [])}
    return {
        "action": addresses.path(kind),
        "hidden": [(name, value) for name, value in options.at(1).pairs() if name not in controls],
        "search": options.filters.search,
        "urgent": bool(options.filters.values.get("urgent")),
        "selects": [select(name, directory, options) for name in SELECTS],
        "more_selects": [select(name, directory, options) for name in MORE_SELECTS],
        "more_open": not used.isdisjoint((*MORE_SELECTS, "urgent")),
    }


def active_filters(directory: Directory, options: EmbedOptions) -> list[tuple[str, str]]:
    """Return (words, address without it) for every filter in use."""
    found = []
    for name, _value in filter_pairs(options.filters):
        values = options.filters.values.get(name, ())
        words = _words(name, values, directory) if name != "search" else f"“{options.filters.search}”"
        found.append((words, f"?{options.having(name).query()}"))
    return found


def select(name: str, directory: Directory, options: EmbedOptions) -> Select:
    """Return the control of a filter, with what is chosen in the options."""
    lang = options.lang
    labels = {
        "country": (_("Country where help is needed"), _("Any country")),
        "seat": (_("Country where it has an office"), _("Any country")),
        "role": (_("What they do"), _("Anything")),
        "service": (_("Help offered"), _("Any help")),
        "audience": (_("Whom they help"), _("Anybody")),
        "language": (_("Language spoken"), _("Any language")),
        "government": (_("Governmental bodies"), _("With governmental bodies")),
        "order": (_("Order"), _("Nearest and best match first")),
    }
    if name == "order":
        return Select(name, *labels[name], _orders(options), options.order)
    if name in ("country", "seat"):
        choices = countries_in_order(lang)
    elif name == "language":
        choices = _languages(directory)
    elif name == "government":
        choices = tuple((value, _government(value == "true")) for value in ("false", "true"))
    else:
        choices = tuple(directory.labels[name].items())
    values = options.filters.values.get(name, ())
    chosen = dict(filter_pairs(options.filters)).get(name, "")
    if chosen and chosen not in (value for value, _label in choices):
        choices = ((chosen, _words(name, values, directory)), *choices)
    return Select(name, *labels[name], tuple(choices), chosen)


def _orders(options):
    orders = [(BY_NAME, _("By name")), (VERIFIED, _("Most recently verified first"))]
    # Without words there is nothing to match, and the best match alone decides nothing that the usual order does not.
    if options.order == RELEVANT:
        orders.append((RELEVANT, _("Best match first")))
    return tuple(orders)


def _government(only):
    return _("Governmental bodies only") if only else _("Without governmental bodies")


def _languages(directory):
    spoken = {tag.partition("-")[0] for record in directory.organisations for tag in record["languages"]}
    named = ((tag, names.language(tag, directory.lang)) for tag in spoken)
    return tuple(sorted(named, key=lambda pair: sort_key(pair[1])))


def _words(name, values, directory):
    lang = directory.lang
    if name == "urgent":
        return _("Answers around the clock")
    if name == "government":
        return _government(values[0])
    if name == "seat":
        places = names.listed((names.country(code, lang) for code in values), lang)
        return _("Based in %(country)s") % {"country": places}
    labels = directory.labels.get(name, {})
    naming = {"country": names.country, "language": names.language}.get(name)
    return names.listed((naming(v, lang) if naming else labels.get(v, v) for v in values), lang)
