"""`manifest.json`: hash, size and terms of every published file."""

import json
from collections.abc import Mapping

from cms.directory.json_bytes import as_json
from cms.directory.open_data.terms import terms_of_file
from cms.directory.prepared import sha256_of
from cms.directory.snapshot import SCHEMA_VERSION

NAME = "manifest.json"


def manifest_of(files: Mapping[str, bytes], as_of: str) -> bytes:
    """Return the manifest of {file name: content}; `as_of` is the UTC day on which the files depend."""
    return as_json(
        {
            "schema_version": SCHEMA_VERSION,
            "as_of": as_of,
            "files": {
                name: {
                    "sha256": sha256_of(files, name),
                    "bytes": len(content),
                    **terms_of_file(name),
                }
                for name, content in sorted(files.items())
            },
        }
    )


def as_of(manifest: bytes) -> str:
    """Return the UTC day of a manifest."""
    return json.loads(manifest)["as_of"]
