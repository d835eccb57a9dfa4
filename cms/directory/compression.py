"""Compressed forms of published files, made once so that no server compresses anything for a reader. Pure.

Both libraries let other threads run meanwhile.
"""

import gzip
import re
from collections.abc import Callable
from typing import NamedTuple

import brotli


class Effort(NamedTuple):
    """How hard to try with files of up to `limit` bytes (None: any)."""

    limit: int | None
    brotli: int
    gzip: int


# Measured on directory.es.json, share of the size that is left and MB/s of one processor, 2026-11:
#
#              180 kB (175 organisations)   32 MB (10,000 organisations)
#   brotli  4     15.9 %      90               14.9 %     103
#           6     14.7 %      60               12.9 %      64
#           9     14.4 %       9               (too slow to be of use)
#          11     12.9 %       0.9
#   gzip    4     18.0 %     120               15.9 %     141
#           6     16.6 %      74               14.1 %      64
#           9     16.4 %      43               14.0 %      46
#
# So 9 is worth nothing beside 6. What is loaded first by everybody (overview, guidance, places) is small and gets the
# best; beyond 8 MiB there are so many organisations that a withdrawal would wait for seconds of compressing.
EFFORTS = (Effort(2**16, 11, 9), Effort(2**23, 6, 6), Effort(None, 4, 4))

# Nobody waits for these on a telephone: they are fetched by programs and opened in spreadsheets, and of ten thousand
# organisations they are 160 of the 430 MB. Level 1 leaves 20 to 26 % of them, level 4 17 to 22 %, in a quarter of the
# time with brotli and two thirds with gzip.
FOR_PROGRAMS = re.compile(r"hsds\.json|.*\.csv")
LARGE_FOR_PROGRAMS = Effort(None, 1, 1)


def _brotli(content: bytes, effort: Effort) -> bytes:
    return brotli.compress(content, quality=effort.brotli)


def _gzip(content: bytes, effort: Effort) -> bytes:
    # mtime=0: the same content gives the same bytes.
    return gzip.compress(content, compresslevel=effort.gzip, mtime=0)


# What is added to a file's name -> what makes that form. Brotli first: it takes longer.
FORMS: dict[str, Callable[[bytes, Effort], bytes]] = {".br": _brotli, ".gz": _gzip}
SUFFIXES = tuple(FORMS)


def compressed(name: str, content: bytes, suffix: str) -> bytes:
    """Return the form of a file's content that has this suffix."""
    return FORMS[suffix](content, effort_for(name, len(content)))


def effort_for(name: str, size: int) -> Effort:
    """Return how hard to try with a file of so many bytes."""
    effort = next(effort for effort in EFFORTS if effort.limit is None or size <= effort.limit)
    return LARGE_FOR_PROGRAMS if effort.limit is None and FOR_PROGRAMS.fullmatch(name) else effort
