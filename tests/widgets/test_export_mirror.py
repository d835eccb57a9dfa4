"""`manage.py export_mirror`: from the release alone, the same bytes for the same release, a sentence for bad input."""

import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from tests.widgets.directories import record
from tests.widgets.mirrors import publish_whole, tree
from widgets.mirror import export
from widgets.mirror.release import ReleaseGone
from widgets.public_files import WIDGETS_FOLDER


@pytest.fixture
def target(tmp_path):
    return tmp_path / "mirror"


@pytest.fixture
def run(capsys, target):
    """Return a function that exports in one language and gives what was said."""

    def export_to(folder=target, **options):
        call_command("export_mirror", str(folder), **{"languages": "es", **options})
        return capsys.readouterr().out

    return export_to


def public(folder):
    """Return the files of a copy without what names the moment."""
    return {path for path in tree(folder) if path.startswith("embed/v1/organisations")}


def test_it_says_what_it_did(run, published_root, target):
    publish_whole(published_root, [record("a")])
    assert "information of 2026-11-22" in run()
    assert "index.html" in tree(target)


def test_a_copy_has_every_file_that_widgets_load(run, published_root, target):
    publish_whole(published_root, [record("a")])
    run()
    built = {path.name: path.read_bytes() for path in WIDGETS_FOLDER.iterdir()}
    assert {name: (target / "widgets/v1" / name).read_bytes() for name in built} == built
    assert sum(name.startswith("tile-") for name in built) > 30


def test_the_same_release_gives_the_same_bytes(run, published_root, target, tmp_path, on_day):
    publish_whole(published_root, [record("a", verified_on="2026-01-01", review_due="2026-12-01")])
    run()
    on_day("2027-06-01")
    run(tmp_path / "other")
    assert tree(target) == tree(tmp_path / "other")


def test_a_second_run_has_nothing_to_do(run, published_root, target, monkeypatch):
    publish_whole(published_root, [record("a")])
    run()
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    monkeypatch.setattr(export, "_export", None)
    assert "up to date" in run()
    assert before == {path: path.stat().st_mtime_ns for path in target.rglob("*")}


def test_again_repairs_what_somebody_changed(run, published_root, target):
    publish_whole(published_root, [record("a")])
    run()
    before = tree(target)
    (target / "index.html").write_text("hacked")
    (target / "embed" / "v1" / "extra.html").write_text("hacked")
    assert "1 removed" in run(again=True)
    assert tree(target) == before


def test_other_options_make_another_copy(run, published_root, target):
    publish_whole(published_root, [record("a")])
    run(languages="es")
    run(languages="eu es")
    assert "embed/v1/organisations/a/es/index.html" in tree(target)
    assert 'lang="eu"' in (target / "embed/v1/organisations/a/index.html").read_text()
    assert 'href="https://mirror.example/copy/index.html"' not in (target / "404.html").read_text()
    run(languages="eu es", base_url="https://mirror.example/copy/")
    assert 'href="https://mirror.example/copy/index.html"' in (target / "404.html").read_text()
    assert json.loads((target / "mirror.json").read_bytes())["url"] == "https://mirror.example/copy"


def test_a_withdrawn_organisation_is_gone_from_every_file(run, published_root, target):
    publish_whole(published_root, [record("stays"), record("withdrawn-one")], number=1)
    run()
    assert any(b"withdrawn-one" in content for content in tree(target).values())
    publish_whole(published_root, [record("stays")], number=2)
    run()
    files = tree(target)
    assert not [
        path for path, content in files.items() if b"withdrawn-one" in content or "withdrawn-one" in path
    ]
    assert public(target) == {"embed/v1/organisations/stays/index.html"}


def test_an_empty_directory_has_a_copy_too(run, published_root, target):
    publish_whole(published_root, [])
    run()
    assert "embed/v1/directory/index.html" in tree(target)


def test_nothing_private_of_a_release_is_in_the_copy(run, published_root, target):
    folder = publish_whole(published_root, [record("a")])
    (folder / "draft.json").write_bytes(b"a draft that nobody may see")
    run()
    assert not [
        path for path, content in tree(target).items() if b"nobody may see" in content or ".index" in path
    ]


def test_a_release_that_is_taken_away_is_followed_by_the_next(run, published_root, target, monkeypatch):
    publish_whole(published_root, [record("old")], number=1)
    whole = export.Release.read

    def read(release, name):
        if release.folder.name == "1":
            publish_whole(published_root, [record("new")], number=2)
            shutil.rmtree(release.folder)
            return whole(release, name)
        return whole(release, name)

    monkeypatch.setattr(export.Release, "read", read)
    run()
    assert public(target) == {"embed/v1/organisations/new/index.html"}


def test_releases_that_never_stay_are_given_up(run, published_root, monkeypatch):
    publish_whole(published_root, [record("a")])

    def gone(*args):
        raise ReleaseGone

    monkeypatch.setattr(export.Release, "read", gone)
    with pytest.raises(CommandError, match="faster than they can be read"):
        run()


def test_without_a_release_nothing_is_touched(run, target):
    with pytest.raises(CommandError, match="Nothing has been published yet"):
        run()
    assert not target.exists()


def test_a_copy_needs_to_know_its_original(run, published_root, target, settings):
    publish_whole(published_root, [record("a")])
    settings.DEFENDERS_BASE_URL = ""
    with pytest.raises(CommandError, match="DEFENDERS_BASE_URL"):
        run()
    assert not target.exists()


def test_a_release_that_is_not_what_its_manifest_says_is_refused(run, published_root, target):
    folder = publish_whole(published_root, [record("a")])
    (folder / "directory.es.json").write_bytes(b"{}")
    with pytest.raises(CommandError, match=r"directory\.es\.json is not what manifest\.json says"):
        run()
    assert tree(target) == {}


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b'{"files": 3}',
        b'{"files": {"directory.es.json": {}}, "as_of": "2026-11-22"}',
        b'{"files": {}, "as_of": "today"}',
    ],
)
def test_a_broken_manifest_is_told_in_a_sentence(run, published_root, manifest):
    folder = publish_whole(published_root, [record("a")])
    (folder / "manifest.json").write_bytes(manifest)
    with pytest.raises(CommandError, match=r"manifest\.json of the published files cannot be read"):
        run()


def test_a_manifest_that_names_other_files_is_refused(run, published_root):
    folder = publish_whole(published_root, [record("a")])
    names = {"../../secret_key.json": {"sha256": ""}}
    (folder / "manifest.json").write_text(json.dumps({"files": names, "as_of": "2026-11-22"}))
    with pytest.raises(CommandError, match="never published"):
        run()


def test_a_missing_or_unusable_directory_is_told_in_a_sentence(run, published_root):
    folder = publish_whole(published_root, [record("a")])
    (folder / "directory.es.json").unlink()
    with pytest.raises(CommandError, match="is missing"):
        run()


def test_a_copy_cannot_lie_among_the_published_files_or_in_the_program(run, published_root):
    publish_whole(published_root, [record("a")])
    before = tree(published_root)
    for folder in (
        published_root,
        published_root / "mirror",
        published_root.parent,
        export.PACKAGE / "mirror",
    ):
        with pytest.raises(CommandError, match="overlap"):
            run(folder)
    assert tree(published_root) == before


@pytest.mark.parametrize("languages", ["", "de", "es,de", ",", "ES", "es\x00"])
def test_languages_that_do_not_exist_are_named(run, languages):
    with pytest.raises(CommandError, match="--languages takes some of es, eu, en, fr, ar"):
        run(languages=languages)


@pytest.mark.parametrize(
    "address",
    [
        "mirror.example",
        "ftp://mirror.example",
        "https://",
        "https://user:secret@mirror.example",
        "https://mirror.example/?a=b",
        "https://mirror.example/#a",
        'https://mirror.example/"onclick',
        "https://mirror.example:99999",
        "javascript:alert(1)",
        "https://[::1",
    ],
)
def test_a_base_address_that_is_none_is_refused(run, address):
    with pytest.raises(CommandError, match="--base-url"):
        run(base_url=address)


def test_an_onion_service_may_be_the_base_address(run, published_root, target):
    publish_whole(published_root, [record("a")])
    run(base_url="http://examplexyz.onion")
    assert 'href="http://examplexyz.onion/index.html"' in (target / "404.html").read_text()
