"""The garbage collector stands still while a publication makes millions of values, none of which is garbage. Pure."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def no_collections() -> Iterator[None]:
    """Run without the collector: it would look at every value again and again, a third of the time of a publication.

    What nobody refers to any more is freed all the same; only circles of references wait until the end.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
