"""Rich text from a cell, brought to what the editor itself would have stored."""

import html
import re

import nh3
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.exchange.problems import Refused
from cms.snippets.texts import RICH_TEXT_FEATURES

_TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "h3", "h4", "a"}
_SCHEMES = {"http", "https", "mailto", "tel"}

_MARK_UP = re.compile(
    r"</?(?:p|br|b|strong|i|em|ul|ol|li|h[1-6]|a|div|span|table|script|style|img|iframe)\b", re.I
)
_PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')
_ATTEMPTS = 4
_EMPTY = re.compile(r"(?:<p>\s*</p>|<(h[34])>\s*</\1>|\s)*")


def without_keys(stored):
    """Return rich text as it is stored, without the keys that the editor gives to paragraphs."""
    return _PARAGRAPH_KEY.sub("", stored)


def clean_rich_text(cell):
    """Return what the editor would store for a cell: HTML with its own few tags, or plain paragraphs.

    Raises Refused when its elements are nested as the editor cannot have them.
    """
    if not _MARK_UP.search(cell):
        paragraphs = re.split(r"\n\s*\n", cell.strip())
        cell = "".join(
            f"<p>{'<br/>'.join(html.escape(line.strip(), quote=False) for line in paragraph.splitlines())}</p>"
            for paragraph in paragraphs
        )
    safe = nh3.clean(
        cell,
        tags=_TAGS,
        attributes={"a": {"href", "linktype", "id"}},
        attribute_filter=_link_attribute,
        clean_content_tags={"script", "style"},
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    stored = _as_the_editor_would(safe)
    # What the editor would change again when the text is next opened is brought to rest now.
    for _attempt in range(_ATTEMPTS):
        before, stored = stored, _as_the_editor_would(stored)
        if before == stored:
            return "" if _EMPTY.fullmatch(stored) else stored
    raise Refused("html_unclear")


def _as_the_editor_would(text):
    converter = ContentstateConverter(features=RICH_TEXT_FEATURES)
    try:
        # The converter reads XML, in which a break has to be closed.
        content = converter.from_database_format(text.replace("<br>", "<br/>"))
        return without_keys(converter.to_database_format(content))
    except (ExporterException, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        # It asserts that elements are nested as it writes them itself.
        raise Refused("html_unclear") from error


def _link_attribute(tag, name, value):
    """Keep links to pages of this site, by their key, and no other internal links."""
    if name == "linktype":
        return value if value == "page" else None
    if name == "id":
        return value if value.isascii() and value.isdecimal() and len(value) < 19 else None
    return value
