"""Help found in three questions, for browsers without scripts: a form of its own, its answers, and ways to find more.

The answers are filters of the directory and nothing else. Pure but for addresses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.common.vocabularies import NEEDS
from widgets import addresses, controls, listing, names
from widgets.directory_file import Directory
from widgets.needs import needs_in, services_for
from widgets.options import EmbedOptions

# Who helps everybody who defends rights helps each group of them.
EVERYBODY = "all_defenders"

# So many or fewer are little to choose from.
FEW = 3

QUESTIONS = ("service", "country", "audience")

# By which of the questions are answered: help, country, for whom.
SENTENCES = {
    (True, True, True): gettext_lazy(
        "Organisations that give %(help)s, in %(country)s, for %(whom)s: %(count)s"
    ),
    (True, True, False): gettext_lazy("Organisations that give %(help)s, in %(country)s: %(count)s"),
    (True, False, True): gettext_lazy("Organisations that give %(help)s, for %(whom)s: %(count)s"),
    (True, False, False): gettext_lazy("Organisations that give %(help)s: %(count)s"),
    (False, True, True): gettext_lazy("Organisations that help, in %(country)s, for %(whom)s: %(count)s"),
    (False, True, False): gettext_lazy("Organisations that help, in %(country)s: %(count)s"),
    (False, False, True): gettext_lazy("Organisations that help, for %(whom)s: %(count)s"),
}


@dataclass(frozen=True)
class Tick:
    """An answer to be ticked; `value` is that of the query, `note` says what is meant."""

    value: str
    label: str
    note: str
    chosen: bool


@dataclass(frozen=True)
class Way:
    """A way to find more: words, how many it finds, and its address."""

    words: str
    count: int
    url: str


def form(directory: Directory, options: EmbedOptions) -> dict:
    """Return the questions with what is answered already; what they do not ask goes along hidden."""
    asked = options.filters.values
    needs, groups = needs_in(asked.get("service", ())), asked.get("audience", ())
    need_labels = directory.labels.get("need", {})
    services, audiences = directory.labels["service"], directory.labels["audience"]
    return {
        "action": addresses.path("directory"),
        "hidden": [
            (name, value) for name, value in replace(options, page=1).pairs() if name not in QUESTIONS
        ],
        "needs": [
            Tick(need, need_labels.get(need, need), _meaning(codes, services), need in needs)
            for need, codes in NEEDS.items()
        ],
        "country": controls.select("country", directory, options),
        "audiences": [
            Tick(f"{code},{EVERYBODY}", label, "", code in groups)
            for code, label in audiences.items()
            if code != EVERYBODY
        ],
    }


def answers(found: Sequence[dict], directory: Directory, options: EmbedOptions) -> dict | None:
    """Return what the filters ask in a sentence, and ways to find more when it is little; None without an answer."""
    given = tuple(name in options.filters.values for name in QUESTIONS)
    if given not in SENTENCES:
        return None
    return {
        "sentence": _sentence(given, len(found), directory, options),
        "ways": list(_ways(found, directory, options)) if len(found) <= FEW else [],
    }


def _sentence(given, count, directory, options):
    values, lang = options.filters.values, options.lang
    services, groups = values.get("service", ()), values.get("audience", ())
    needs = needs_in(services)
    whole = set(services_for(needs)) == set(services)
    kind, codes = ("need", needs) if whole else ("service", services)
    named = [code for code in groups if code != EVERYBODY] or groups
    return SENTENCES[given] % {
        "help": _either((directory.labels.get(kind, {}).get(code, code) for code in codes), lang),
        "country": names.listed(
            (names.country(code, lang) for code in options.filters.countries), lang, style="or"
        ),
        "whom": _either((directory.labels["audience"].get(code, code) for code in named), lang),
        "count": names.number(count, lang),
    }


def _ways(found, directory, options):
    """Yield the ways that find more, the one that finds most first, then who answers around the clock."""
    words = {"service": _("Any kind of help"), "country": _("In any country"), "audience": _("For anybody")}
    wider = [(words[name], options.having(name)) for name in QUESTIONS if name in options.filters.values]
    plain = replace(options, filters=EmbedOptions().filters, page=1)
    here = plain.having("country", *options.filters.countries)
    if len(wider) == len(QUESTIONS):
        wider.append((_("Everybody who works there, in its region or all over the world"), here))
    if set(options.filters.values) - set(QUESTIONS) or options.filters.search:
        asked = {name: options.filters.values[name] for name in QUESTIONS if name in options.filters.values}
        wider.append(
            (
                _("Without the other filters"),
                replace(plain, filters=replace(plain.filters, values=asked)),
            )
        )
    ways = [_way(label, directory, changed) for label, changed in wider]
    yield from sorted((way for way in ways if way.count > len(found)), key=lambda way: -way.count)
    urgent = _way(_("They answer around the clock"), directory, here.having("urgent", True))
    if urgent.count and "urgent" not in options.filters.values:
        yield urgent


def _way(words, directory, options):
    return Way(words, len(listing.find(directory, options.filters)), f"?{options.query()}")


def _meaning(services: Sequence[str], labels: Mapping[str, str]) -> str:
    """Return what a need means in practice; one service is called as the need is."""
    return " · ".join(labels.get(code, code) for code in services) if len(services) > 1 else ""


def _either(labels: Iterable[str], lang: str) -> str:
    return names.listed((_in_sentence(label) for label in labels), lang, style="or")


def _in_sentence(label):
    """Return a label as words of a sentence: its capital goes, unless it begins an abbreviation."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label
