"""One hint, and how it is said once the form is left."""

from typing import NamedTuple

from django.utils.html import format_html


class Hint(NamedTuple):
    """A sentence (text, or safe HTML) about a field of a form; `field` is "" where it is about several."""

    field: str
    sentence: str


def hints_of(form):
    """Yield the Hints of a form that has been checked, in the order of its rules."""
    for rule in form.hint_rules:
        yield from rule(form)


def as_message(form, hint):
    """Return a hint as it is read above the page, with the label of its field."""
    if hint.field not in form.fields:
        return hint.sentence
    return format_html("<strong>{}</strong>: {}", form.fields[hint.field].label, hint.sentence)
