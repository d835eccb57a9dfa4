"""What is taken from wagtail-localize's editor, and whether it is still there.

Its view is one function that ends by rendering a template. To show more than it does, without a copy of its code and
without changing it for others, the function is built anew with a `render` that gives the context back.
"""

import json
from inspect import signature
from types import FunctionType

from wagtail_localize.views import edit_translation

# The editor is given everything it shows as JSON under this name.
PROPS = "props"
NEEDED = ("StringTranslationSerializer", "SegmentOverrideSerializer")

_context_of = FunctionType(
    edit_translation.edit_translation.__code__,
    vars(edit_translation)
    | {
        "render": lambda request, template, context: context,
        # Which machine may be asked is decided elsewhere; one that cannot even be made would end the whole view.
        "get_machine_translator": lambda: None,
    },
    "edit_translation_context",
)


def editor_context(request, translation, instance):
    """Return the context of wagtail-localize's editor for a GET request, its props as a dict."""
    context = _context_of(request, translation, instance)
    return context | {PROPS: json.loads(context[PROPS])}


def what_changed_in_localize():
    """Return what this relies on and wagtail-localize no longer has, as a list of names."""
    view = edit_translation.edit_translation
    takes_what_it_took = tuple(signature(view).parameters) == ("request", "translation", "instance")
    asks_for_what_is_replaced = {"render", "get_machine_translator"} <= set(view.__code__.co_names)
    stands_alone = not view.__code__.co_freevars
    changed = (
        []
        if takes_what_it_took and asks_for_what_is_replaced and stands_alone
        else ["edit_translation.edit_translation"]
    )
    return changed + [f"edit_translation.{name}" for name in NEEDED if not hasattr(edit_translation, name)]
