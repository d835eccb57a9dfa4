"""`preview_token`: the detail of one draft for whoever has a signed link, and nothing for anybody else.

Whatever is wrong with a token, and whatever there is or is not, the answer is the same: nobody learns from it what
exists.
"""

from cms.api.parameters import read_text
from cms.api.problems import Problem
from cms.conf import defenders_settings
from cms.directory.preview_tokens import PreviewTarget, read_token

PARAMETER = "preview_token"


def nothing_to_preview() -> Problem:
    """Return the one answer to whatever cannot be previewed."""
    return Problem(
        404,
        "This token shows nothing here: it belongs to something else, was shortened, or is older than "
        f"{defenders_settings.PREVIEW_HOURS} hours. Ask for a new link.",
        PARAMETER,
    )


def asked_draft(query, kind: str, key: str, lang: str | None) -> PreviewTarget | None:
    """Return what a token opens here, None without a token. Raises Problem for one that does not open this.

    `lang` is the language asked for, or None for that of the token.
    """
    token = read_text(query, PARAMETER)
    if not token:
        return None
    target = read_token(token)
    if target is None or (target.kind, target.key) != (kind, key) or lang not in (None, target.lang):
        raise nothing_to_preview()
    return target
