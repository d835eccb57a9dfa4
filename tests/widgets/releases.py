"""Releases as a publication leaves them, for tests."""

import gzip

import brotli


def release(root, files, number=1, encodings=("br", "gz")):
    """Write {name: bytes} as a release below the root and switch to it."""
    folder = root / "releases" / str(number)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        if "br" in encodings:
            (folder / f"{name}.br").write_bytes(brotli.compress(content, quality=1))
        if "gz" in encodings:
            (folder / f"{name}.gz").write_bytes(gzip.compress(content, compresslevel=1, mtime=0))
    link = root / "current"
    link.unlink(missing_ok=True)
    link.symlink_to(folder)
    return folder
