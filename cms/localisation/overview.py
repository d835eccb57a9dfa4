"""What is to be translated, and how far each language is: everything there is, by language.

The report, its export and the panel on the first page of the admin all count what `items` returns. What is withdrawn
is not among it: nobody should work on it, and nobody outside reads it in any language.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wagtail.models import Page

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.common.text import fold, sort_key
from cms.localisation.status import STATES, TranslationState, all_states, translated_models, translated_rows
from cms.snippets.page_withdrawal import PageWithdrawal

PAGE = "page"


@dataclass(frozen=True)
class Item:
    """One thing that is translated: the text about an organisation (or other facts), or a page.

    `kind` is the name of the model of the facts ("organisation") or "page". `key` is the primary key of the facts or
    the translation key of the page, `model` that of the texts or page. `about` names the organisation of a programme
    or training.
    """

    kind: str
    model: type
    key: object
    name: str
    about: str = ""
    states: dict[str, TranslationState] = field(default_factory=dict)

    def matches(self, words: str) -> bool:
        """Say whether each word is somewhere in its name or its organisation's, whatever the case and accents."""
        name = fold(f"{self.name} {self.about}")
        return all(word in name for word in fold(words).split())


@dataclass(frozen=True)
class Share:
    """How far a language is: how many items are in which of STATES."""

    language: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """All items."""
        return sum(self.counts.values())

    @property
    def public(self) -> int:
        """How many somebody outside can read in this language, outdated ones included."""
        return self.counts["public"] + self.counts["outdated"]

    @property
    def percent(self) -> int | None:
        """The public share, rounded down, so that 100 means all; None of nothing."""
        return 100 * self.public // self.total if self.total else None


def text_models():
    """Return {kind: model of its texts}, in the order of the models."""
    return {
        _facts_of(model)._meta.model_name: model
        for model in translated_models()
        if not issubclass(model, Page)
    }


def items(kinds: Iterable[str] | None = None) -> list[Item]:
    """Return the Items of these kinds (or all), by kind and name, pages in the order of the tree.

    The number of queries does not depend on how many there are.
    """
    texts = text_models()
    wanted = set(kinds) if kinds is not None else {*texts, PAGE}
    page_models = [model for model in translated_models() if issubclass(model, Page) and PAGE in wanted]
    texts = {kind: model for kind, model in texts.items() if kind in wanted}
    states = all_states(
        {model: f"{model.subject_field}_id" for model in texts.values()}
        | dict.fromkeys(page_models, "translation_key")
    )
    found = [item for kind, model in texts.items() for item in _about_facts(kind, model, states[model])]
    return [*found, *_pages(page_models, states)] if page_models else found


def shares(found: Sequence[Item], languages: Iterable[str] = LANGUAGES) -> list[Share]:
    """Return the Share of each language among these items."""
    return [Share(language, _counted(item.states[language] for item in found)) for language in languages]


def _counted(states):
    counts = Counter(state.code for state in states)
    return {code: counts[code] for code in STATES}


def _facts_of(model):
    return model._meta.get_field(model.subject_field).related_model


def _about_facts(kind, model, states):
    """Return an Item for each of the facts, whether or not there is a text about them."""
    facts = _facts_of(model)
    rows = facts._default_manager.filter(visibility="public").order_by()
    has_organisation = any(one.name == "organisation" for one in facts._meta.fields)
    if has_organisation:
        rows = rows.select_related("organisation").filter(organisation__visibility="public")
    about = (lambda row: str(row.organisation)) if has_organisation else (lambda row: "")
    found = [
        Item(kind, model, row.pk, str(row), about(row), states.get(row.pk) or _nothing()) for row in rows
    ]
    return sorted(found, key=lambda item: (sort_key(item.name), item.key))


def _pages(models, states):
    """Return an Item for each page, named by its source or else by the first language there is."""
    withdrawn = set(PageWithdrawal.objects.values_list("translation_key", flat=True))
    found, closed = [], []
    for model in models:
        columns = ("translation_key", "locale__language_code", "title", "path")
        by_key: dict[object, dict[str, tuple[str, str]]] = {}
        for key, language, title, path in translated_rows(model).values_list(*columns):
            by_key.setdefault(key, {})[language] = (path, title)
            if key in withdrawn:
                closed.append(path)
        for key, rows in by_key.items():
            path, title = next((rows[one] for one in (SOURCE_LANGUAGE, *LANGUAGES) if one in rows), ("", ""))
            if path:
                found.append((path, Item(PAGE, model, key, title, states=states[model][key])))
    # A withdrawn page takes those below it with it.
    return [
        item
        for path, item in sorted(found, key=lambda pair: pair[0])
        if not any(path.startswith(above) for above in closed)
    ]


def _nothing():
    return dict.fromkeys(LANGUAGES, TranslationState("missing"))
