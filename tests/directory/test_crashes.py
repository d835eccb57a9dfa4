"""A publication may die at any step, or meet another one: what readers see is whole, and the next one clears up.

Publications run in processes of their own, forked from this one with everything read from the database, and are killed
by the system (SIGKILL) at a step that changes something on the disk.
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import sys
from dataclasses import dataclass

import pytest

from cms.directory import lock, markers, releases
from cms.directory import publish as publication
from cms.directory.guard import Loss
from cms.directory.snapshot import Snapshot, build_base, take_snapshot
from tests.conftest import TODAY
from tests.directory.decoded import everything_in
from tests.directory.prepared_sites import copy_releases, prepared_site
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

OLD, NEW = ["Canary", "New", "Stays"], ["New", "Stays"]

# What Python tells an audit hook before it changes something on the disk.
CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "open"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Read:
    """What a publication reads from the database."""

    snapshot: Snapshot
    base: dict

    def use(self, patch):
        """Publish this and ask the database nothing."""
        patch.setattr(publication, "take_snapshot", lambda today: self.snapshot)
        patch.setattr(publication, "build_base", lambda snapshot: self.base)
        for name in ("date_changed_records", "forget_unseen_pictures"):
            patch.setattr(publication, name, lambda *args: None)
        patch.setattr(publication.guard, "loss_of", lambda *args: Loss())
        patch.setattr(publication, "one_machine_at_a_time", contextlib.nullcontext)


@pytest.fixture(scope="module")
def reads():
    """Filled by `site`: what there is to publish before and after a withdrawal."""
    return {}


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory, reads):
    """An organisation in two releases is withdrawn; that is not published yet."""

    def make(publish):
        withdrawn = OrganisationFactory(name="Canary", office_in_bilbao=True)
        OrganisationFactory(name="Stays")
        publish()
        OrganisationFactory(name="New")
        publish()
        before = take_snapshot(TODAY)
        reads["before"] = Read(before, build_base(before))
        withdrawn.withdraw()
        after = take_snapshot(TODAY)
        reads["after"] = Read(after, build_base(after))

    with prepared_site(tmp_path_factory.mktemp("site"), django_db_blocker, make) as prepared:
        yield prepared


@pytest.fixture
def root(site, db, published_root, today, monkeypatch, reads):
    """The folder as it was before the withdrawal; publications publish what is public after it."""
    copy_releases(site, published_root)
    reads["after"].use(monkeypatch)
    return published_root


def in_child(work):
    """Start a process that does the work and ends with 0, or 1 when it raises; return its number."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def changes_something(event, args):
    return bool(args[2] & WRITING) if event == "open" else event in CHANGES


def watched(see):
    """Publish, and call `see(event, path)` before every change on the disk."""

    def hook(event, args):
        if event in CHANGES and changes_something(event, args):
            see(event, str(args[1] if event == "os.symlink" else args[0]))

    sys.addaudithook(hook)
    publication.publish()


def changes_of_a_publication(folder):
    """Return [(event, path)] of all changes on the disk that a publication makes; in a process of its own."""
    told = folder / "told.json"

    def work():
        seen = []
        watched(lambda *change: seen.append(change))
        told.write_text(json.dumps(seen))

    assert os.waitpid(in_child(work), 0)[1] == 0
    return json.loads(told.read_text())


def die_at(step):
    """Publish in a process that is killed before its change number `step`."""

    def work():
        left = [step]

        def see(event, path):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        watched(see)

    status = os.waitpid(in_child(work), 0)[1]
    assert os.WIFSIGNALED(status)


def chosen_steps(changes):
    """Return the numbers of the changes that lead from one state to another, and of some of the many others."""
    turning = [
        number
        for number, (event, path) in enumerate(changes)
        if event in {"os.rename", "os.symlink"} or path.endswith((markers.UNDERWAY, ".unfinished"))
    ]
    between = range(0, len(changes), len(changes) // 4)
    return sorted({*turning, *between, len(changes) - 1})


def names_in_whole_release(root):
    """Return the names of the organisations that a reader finds, after comparing every file with the manifest."""
    folder = root / os.readlink(root / "current")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    for name, entry in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == entry["sha256"]
    directory = json.loads((folder / "directory.es.json").read_bytes())
    return [record["name"] for record in directory["organisations"]]


def test_whenever_it_is_killed_readers_have_a_whole_release_and_the_next_publication_clears_up(
    root, tmp_path
):
    as_before = tmp_path / "as before"
    shutil.copytree(root, as_before, symlinks=True)
    changes = changes_of_a_publication(tmp_path)
    seen = set()
    for step in chosen_steps(changes):
        shutil.rmtree(root)
        copy_releases(as_before, root)
        die_at(step)
        names = names_in_whole_release(root)
        assert names in (OLD, NEW), changes[step]
        seen.add(tuple(names))
        assert markers.may_show_too_much() or not (root / markers.UNDERWAY).exists(), changes[step]
        publication.publish()
        assert names_in_whole_release(root) == NEW, changes[step]
        assert b"Canary" not in everything_in(root), changes[step]
        assert len(releases.kept_releases(root)) == len(os.listdir(root / "releases")) == 3, changes[step]
        assert not markers.files_are_behind(), changes[step]
    assert seen == {tuple(OLD), tuple(NEW)}


def test_a_publication_that_died_is_known_until_one_succeeds(root):
    assert not markers.files_are_behind()
    die_at(20)
    assert markers.files_are_behind()
    publication.publish()
    assert not markers.files_are_behind()


def test_a_publication_under_way_is_no_failure(root):
    with lock.publication_lock(root):
        (root / markers.UNDERWAY).touch()
        assert not markers.files_are_behind()


def test_two_processes_publish_at_once_while_others_read(root, reads, monkeypatch):
    def publish_often():
        for number in range(6):
            with monkeypatch.context() as patch:
                reads["before" if number % 2 else "after"].use(patch)
                publication.publish()

    running = {in_child(publish_often), in_child(publish_often)}
    found = set()
    while running:
        # A reader who comes late looks up the current release again, as a web server does with the next request.
        with contextlib.suppress(FileNotFoundError):
            found.add(tuple(names_in_whole_release(root)))
        pid, status = os.waitpid(-1, os.WNOHANG)
        assert status == 0
        running.discard(pid)
    assert found == {tuple(OLD), tuple(NEW)}
    kept = releases.kept_releases(root)
    assert len({release.number for release in kept}) == len(kept) == len(os.listdir(root / "releases"))
    assert not markers.files_are_behind()
