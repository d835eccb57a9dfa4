"""A site that the tests of a module begin with: rows that nobody keeps, and releases that are copied for every test."""

import contextlib
import os
import shutil

from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from cms.directory import publish as publication
from tests.conftest import TODAY


@contextlib.contextmanager
def prepared_site(folder, blocker, make):
    """Yield the folder of the releases of what `make(publish)` makes; the rows are there until the end of the block."""
    root = folder / "published"
    with blocker.unblock(), transaction.atomic():
        # Wagtail keeps small pictures there by the keys of images, which begin anew with every test.
        cache.clear()
        with override_settings(DEFENDERS_PUBLISHED_ROOT=root, MEDIA_ROOT=folder / "media"):
            make(lambda: publication.publish(TODAY))
        yield root
        transaction.set_rollback(True)


def copy_releases(prepared, root):
    """Begin a test with the releases of a prepared site; links between them stay links."""
    copied = {}

    def copy(source, target):
        number = os.stat(source).st_ino
        if number in copied:
            os.link(copied[number], target)
        else:
            copied[number] = shutil.copyfile(source, target)

    shutil.copytree(prepared, root, symlinks=True, copy_function=copy)
