"""Indexes: what is made from a release so that this site can answer questions about it without reading it whole.

They lie in the release, are switched with it, and hold nothing that its files do not hold.
"""

from collections.abc import Callable, Mapping

# Takes {language: data of its directory file} and {file name: content}; returns {index name: content}.
IndexBuilder = Callable[[Mapping[str, dict], Mapping[str, bytes]], dict[str, bytes]]
_builders: list[IndexBuilder] = []


def register_index(builder: IndexBuilder) -> IndexBuilder:
    """Add the indexes of a builder to every release. Usable as a decorator."""
    if builder not in _builders:
        _builders.append(builder)
    return builder


def build_indexes(directories: Mapping[str, dict], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return {index name: content} of all builders."""
    return {name: content for builder in _builders for name, content in builder(directories, files).items()}
