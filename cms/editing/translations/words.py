"""What changed between two sentences, word by word, for showing."""

import re
from difflib import SequenceMatcher

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


def pieces_of(before, after):
    """Return two lists of (text, whether it changed): the sentence before and the sentence after. None is nothing."""
    old, new = _PIECES.findall(before or ""), _PIECES.findall(after or "")
    sides: tuple[list, list] = ([], [])
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        for side, piece in zip(sides, (old[old_from:old_to], new[new_from:new_to]), strict=True):
            if piece:
                side.append(("".join(piece), kind != "equal"))
    return sides
