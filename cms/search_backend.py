"""Wagtail's search in the database, for whatever people type.

SQLite's full text search takes every word between quotation marks, so that one that was typed is an error of syntax;
NUL ends a text there and is refused by PostgreSQL. Words mean the same without both, on every database.
"""

from wagtail.search.backends import database
from wagtail.search.query import PlainText

_WITHOUT = str.maketrans({'"': " ", "\0": " "})


class AnyWords:
    """What a search backend needs to take any words."""

    def search(self, query, *args, **kwargs):
        return super().search(clean_query(query), *args, **kwargs)

    def autocomplete(self, query, *args, **kwargs):
        return super().autocomplete(clean_query(query), *args, **kwargs)


def clean_query(query):
    """Return the words without quotation marks and NUL; other queries are made in code and stay as they are."""
    if isinstance(query, str):
        return query.translate(_WITHOUT).strip()
    if isinstance(query, PlainText):
        words = clean_query(query.query_string)
        return PlainText(words, operator=query.operator, boost=query.boost) if words else ""
    return query


def SearchBackend(params):
    """Return the backend of the database in use, which takes any words. Wagtail looks for this name."""
    kind = type(database.SearchBackend(params))
    return type(kind.__name__, (AnyWords, kind), {})(params)
