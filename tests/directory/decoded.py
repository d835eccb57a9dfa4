"""What lies in a folder of releases, for tests that look for what must not be there."""

import gzip
import os

import brotli

DECODERS = {".br": brotli.decompress, ".gz": gzip.decompress}


def everything_in(root):
    """Return the names and contents of all files below a folder, as they are and decompressed."""
    found = []
    for folder, _folders, names in os.walk(root):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            decode = DECODERS.get(os.path.splitext(name)[1], bytes)
            found += [name.encode(), content, decode(content)]
    return b"\0".join(found)
