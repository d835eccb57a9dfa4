"""Every address of the admin there is, with parts that mean nothing."""

import re

from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern, URLResolver

# Parts of an address: numbers no row has, and text that is no key and no name.
NUMBERS = ("0", "9" * 20)
TEXTS = ("x", "%00")
# Kinds of content whose views are made alike: one of each sort stands for all.
ALIKE = re.compile(r"/defenders/(?:programme|programmetext|training|trainingtext|testimony|testimonytext)/")
# Made to fail, or to end the session.
LEFT_OUT = ("failwhale/", "logout/", ".*/")

_NUMBER = re.compile(r"<int:\w+>|\(\?P<\w+>\\d\+\)|\(\?P<revision_id_[ab]>[^)]*\)")
_TEXT = re.compile(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^)]*\)")


def odd_addresses():
    """Return the addresses of the admin that have parts: twice each, with numbers no row has and with no keys."""
    return [
        [_filled(pattern, number, text) for number, text in zip(NUMBERS, TEXTS, strict=True)]
        for pattern in patterns(get_resolver())
        if pattern.startswith("admin/") and not pattern.endswith(LEFT_OUT) and _is_of_interest(pattern)
    ]


def _is_of_interest(pattern):
    return (_NUMBER.search(pattern) or _TEXT.search(pattern)) and not ALIKE.search(pattern)


def patterns(resolver, before=""):
    """Yield the patterns of all addresses as text, regular expressions without anchors."""
    for one in resolver.url_patterns:
        pattern = one.pattern
        if isinstance(pattern, LocalePrefixPattern):
            continue
        text = pattern._route if isinstance(pattern, RoutePattern) else pattern._regex.strip("^$")
        if isinstance(one, URLResolver):
            yield from patterns(one, before + text)
        else:
            yield before + text


def _filled(pattern, number, text):
    return "/" + _TEXT.sub(text, _NUMBER.sub(number, pattern)).replace("\\.", ".")


def addresses_of(keys):
    """Return every address of the admin with parts that exist, as far as `keys` ({name: key}) knows them."""
    return [
        _with_keys(pattern, keys)
        for pattern in patterns(get_resolver())
        if pattern.startswith("admin/") and not pattern.endswith(LEFT_OUT) and not ALIKE.search(pattern)
    ]


def _with_keys(pattern, keys):
    kind = next((name for name, part in KINDS.items() if part in pattern), "organisation")
    pattern = re.sub(r"\(\?P<revision_id_[ab]>[^)]*\)", "latest", pattern)
    pattern = re.sub(r"<\w+:\w*app_(?:name|label)>", "defenders", pattern)
    model = "standardpage" if kind == "page" else "organisation"
    pattern = re.sub(r"<\w+:\w*model_name>", model, pattern)
    pattern = re.sub(r"<str:language>", "eu", pattern)
    pattern = re.sub(r"<\w+:action(?:_name)?>", "delete", pattern)
    return _filled(pattern, str(keys[kind]), str(keys[kind]))


# Whose key stands in an address -> what the address has in it.
KINDS = {"text": "organisationtext", "workflow": "workflows/", "home": "parent_page_id", "page": "pages/"}
