"""Makes the files of the index for every release: importing this registers it."""

import json

from cms.directory.index.build import NEUTRAL, build_language, build_neutral, language_index
from cms.directory.index.opened import FORMER_SLUGS
from cms.directory.indexes import register_index
from cms.directory.snapshot import directory_name


@register_index
def build(directories, files):
    """`directory` and `directory.<lang>`: see the package."""
    former = json.loads(files[FORMER_SLUGS])["former_slugs"] if FORMER_SLUGS in files else {}
    neutral = build_neutral(next(iter(directories.values())), former)
    return {NEUTRAL: neutral} | {
        language_index(lang): build_language(directory, files[directory_name(lang)])
        for lang, directory in directories.items()
    }
