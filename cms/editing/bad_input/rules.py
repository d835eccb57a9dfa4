"""Which values the views of the admin cannot take: one table, from the names of parameters and forms.

Wagtail hands these values to the database, to `int()` or to `reverse()` as they come. What is in no table here is
looked at by the form or the view itself.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Forms of one kind on a page; a request cannot carry the fields of more.
MOST_FORMS = 300

_NUMBER = re.compile(r"-?[0-9]{1,18}")
_POSITIVE = re.compile(r"[1-9][0-9]{0,17}")
_MODEL = re.compile(r"[a-z_][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*")

NO_NUMBER = _("“%(name)s” must be a whole number. Nothing was changed.")
TOO_MANY_FORMS = _("“%(name)s” must be a whole number of at most %(limit)d. Nothing was changed.")
NO_ADDRESS = _("“%(name)s” must be an address of this site that begins with a slash. Nothing was changed.")
NO_MODEL = _("“%(name)s” must be the name of a kind of content. Nothing was changed.")
NO_TEXT = _("“%(name)s” contains characters that are not text. Nothing was changed.")
MISSING = _("A part of the form is missing: “%(name)s”. Nothing was changed: load the page again.")


def is_number(text: str) -> bool:
    """Say whether a text is a whole number that a database can hold."""
    return _NUMBER.fullmatch(text) is not None


def is_position(text: str) -> bool:
    """Say whether a text is a whole number from 1 that a database can hold."""
    return _POSITIVE.fullmatch(text) is not None


def is_number_of_forms(text: str) -> bool:
    """Say whether so many forms can be."""
    return is_number(text) and 0 <= int(text) <= MOST_FORMS


def is_address(text: str) -> bool:
    """Say whether a text can be an address to go to; whether it leads elsewhere is asked by who goes there."""
    return text.startswith(("/", "https://", "http://")) and text.isprintable()


def is_model(text: str) -> bool:
    """Say whether a text names a model, as `app.Model`."""
    if not _MODEL.fullmatch(text):
        return False
    try:
        apps.get_model(text)
    except (LookupError, ValueError):
        return False
    return True


class Wrong(NamedTuple):
    """A sentence in no language yet, and what stands in it."""

    sentence: str
    params: Mapping[str, object]

    def __str__(self):
        """Return the sentence in the language of the moment."""
        return str(self.sentence) % self.params


class Rule(NamedTuple):
    """Names, and what their values must be; `sentence` says so."""

    names: re.Pattern
    is_right: Callable[[str], bool]
    sentence: str
    may_be_empty: bool = True


def _rule(names, is_right, sentence, may_be_empty=True):
    return Rule(re.compile(names), is_right, sentence, may_be_empty)


# The first that fits the whole name decides.
ANYWHERE = (
    _rule(r"next", is_address, NO_ADDRESS),
    _rule(
        r"offset|limit|site|target_pages\[\]|(?:new_)?parent_page|collection(?:_id)?|(?:overwrite_|loaded_)?revision_id|redirect_page|parent_page_id",
        is_number,
        NO_NUMBER,
    ),
    _rule(r".+-TOTAL_FORMS", is_number_of_forms, TOO_MANY_FORMS),
    # Blocks of a page, which count themselves.
    _rule(r".+-(?:count|[0-9]+-order)", is_number, NO_NUMBER, may_be_empty=False),
    _rule(r"create_model", is_model, NO_MODEL, may_be_empty=False),
)
_BY_NUMBER = (_rule(r"id", is_number, NO_NUMBER, may_be_empty=False),)
_BESIDE = (_rule(r"new_parent_page", is_number, NO_NUMBER, may_be_empty=False),)
_BY_PAGE = (_rule(r"p", is_position, NO_NUMBER, may_be_empty=False),)
# View -> rules that hold there alone.
OF_A_VIEW = {
    "wagtailadmin_api:pages:find": _BY_NUMBER,
    "wagtailadmin_api:documents:find": _BY_NUMBER,
    "wagtailadmin_api:images:find": _BY_NUMBER,
    "wagtailadmin_choose_page_chosen_multiple": _BY_NUMBER,
    "wagtaildocs_chooser:chosen_multiple": _BY_NUMBER,
    "wagtailimages_chooser:chosen_multiple": _BY_NUMBER,
    "wagtailadmin_pages:copy": _BESIDE,
    "wagtailadmin_workflows:edit": _BY_PAGE,
}
# Views whose address takes any text for a key that is a number.
KEYS = frozenset({"wagtaildocs_chooser:chosen", "wagtailimages_chooser:chosen"})
# View -> what a form sent to it cannot be without.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "wagtailadmin_choose_page_external_link": ("external-link-chooser-url",),
    "wagtailadmin_pages:copy": ("new_parent_page",),
    "wagtailredirects:process_import": ("import_file_name", "input_format"),
}
BULK = "wagtail_bulk_action"


def what_is_wrong(view: str, kwargs: Mapping, query: Mapping, form: Mapping | None) -> Wrong | None:
    """Return what is wrong with a request to a view, None for nothing.

    `kwargs` are the parts of its address, `query` and `form` (None without one) are QueryDicts.
    """
    if view in KEYS and not is_number(str(kwargs.get("pk", ""))):
        return Wrong(NO_NUMBER, {"name": "pk"})
    for name, values in query.lists():
        if "\0" in name or any("\0" in value for value in values):
            return Wrong(NO_TEXT, {"name": name.replace("\0", "")[:40]})
    rules = (*OF_A_VIEW.get(view, ()), *ANYWHERE)
    for sent in (query, form or {}):
        for name in sent:
            wrong = _by_rules(rules, name, sent.getlist(name))
            if wrong:
                return wrong
    if view == BULK:
        return _about_bulk(kwargs, query.getlist("id"))
    missing = form is not None and next((name for name in REQUIRED.get(view, ()) if name not in form), None)
    return Wrong(MISSING, {"name": missing}) if missing else None


def _by_rules(rules, name, values):
    rule = next((one for one in rules if one.names.fullmatch(name)), None)
    if rule is None or all(rule.is_right(value) if value else rule.may_be_empty for value in values):
        return None
    return Wrong(rule.sentence, {"name": name[:40], "limit": MOST_FORMS})


def _about_bulk(kwargs, keys):
    """Return what is wrong with the keys of several things at once: their kind says what a key is."""
    try:
        key = apps.get_model(kwargs["app_label"], kwargs["model_name"])._meta.pk
    except LookupError:
        return None
    for text in keys:
        try:
            right = text == "all" or not isinstance(key.to_python(text), int) or is_number(text)
        except ValidationError:
            right = False
        if not right:
            return Wrong(NO_NUMBER, {"name": "id"})
    return None
