"""What a published file says, made safe before it stands in a page.

The publication has cleaned it; a file may have come another way.
"""

import nh3
from django.utils.safestring import SafeString, mark_safe

from cms.directory import richtext

_HTTP = ("http://", "https://")

# Whether links leave the frame -> the cleaner: what a link leads to may refuse to be framed.
_CLEANERS = {
    leaves: nh3.Cleaner(
        tags=richtext.TAGS,
        attributes=richtext.ATTRIBUTES,
        url_schemes=richtext.SCHEMES,
        link_rel="noreferrer noopener",
        set_tag_attribute_values={"a": {"target": "_blank"}} if leaves else {},
    )
    for leaves in (False, True)
}


def safe_html(html: str, *, links_leave: bool = False) -> SafeString:
    """Return HTML with the tags of the public contract and no others; `links_leave` opens links in a new window."""
    return mark_safe(_CLEANERS[links_leave].clean(html))  # noqa: S308 (just cleaned)


def web_address(url: object) -> str:
    """Return an address of the web, "" for anything else."""
    return url if isinstance(url, str) and url.startswith(_HTTP) else ""


def sound_picture(picture: object) -> dict | None:
    """Return a picture that has an address and whole numbers for its sides, None for anything else."""
    if not isinstance(picture, dict) or not web_address(picture.get("url")):
        return None
    return picture if all(type(picture.get(side)) is int for side in ("width", "height")) else None
