"""A text and its translation, string by string, as wagtail-localize takes them apart.

Localize keeps the source's paragraphs, lists and addresses of links, and only its strings are translated: whoever
brings a whole translation has to bring the same ones.
"""

import re

from wagtail_localize.strings import StringValue, extract_strings

_PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')


class StructuresDiffer(ValueError):
    """The translation does not have the parts of its source."""


def plain_strings(source, target):
    """Return {source: target} of a plain text, in the form localize stores."""
    return (
        {StringValue.from_plaintext(source).data: StringValue.from_plaintext(target).data} if source else {}
    )


def html_strings(source, target):
    """Return {source: target} of the strings of two pieces of HTML with the same structure.

    Raises ValueError when their structures differ.
    """
    source_strings = [string.data for string, _ in extract_strings(source)[1]]
    target_strings = [string.data for string, _ in extract_strings(target)[1]]
    return dict(zip(source_strings, target_strings, strict=True))


def aligned(source, target, is_html):
    """Return {source: target} of all strings of a text; StructuresDiffer where they would not give back `target`."""
    if not is_html:
        if bool(source) != bool(target):
            raise StructuresDiffer
        return plain_strings(source, target)
    source_template, source_strings = extract_strings(_PARAGRAPH_KEY.sub("", source))
    target_template, target_strings = extract_strings(_PARAGRAPH_KEY.sub("", target))
    if source_template != target_template or len(source_strings) != len(target_strings):
        raise StructuresDiffer
    found: dict[str, str] = {}
    for (one, attributes), (other, other_attributes) in zip(source_strings, target_strings, strict=True):
        if attributes != other_attributes or found.setdefault(one.data, other.data) != other.data:
            raise StructuresDiffer
    return found
