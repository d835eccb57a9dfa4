"""Organisations are answered from the current release: whole, without the database, and never what was withdrawn."""

import json
import shutil
from datetime import date

import pytest
from django.db import OperationalError

from cms.directory import publish as publication
from cms.directory.index import current_index
from cms.directory.index.build import NEUTRAL, language_index
from cms.directory.index.opened import open_release
from cms.directory.releases import INDEX_FOLDER
from cms.models import Organisation
from tests.api.situations import fixed_uuid

ADDRESSES = [  # everything but pages
    "organisations/?lang=eu",
    "organisations/?country=CO&search=laguntza&lang=eu&order=relevance&facets=true",
    "organisations/?bbox=-4,42,-2,44&order=-verified_on",
    f"organisations/{fixed_uuid(1)}/",
    "organisations/find/?slug=abaco",
    "programmes/?lang=eu&open=true&search=harrera",
    f"trainings/{fixed_uuid(201)}/",
    "testimonies/?lang=ar",
    "categories/?kind=audience",
]


@pytest.fixture
def copied(directory, settings, tmp_path):
    """Return a function that makes a copy of the release for one test to change, and gives its folder."""
    original = settings.DEFENDERS_PUBLISHED_ROOT

    def copy():
        root = tmp_path / f"copy{len(list(tmp_path.iterdir()))}"
        shutil.copytree(original, root, symlinks=True)
        settings.DEFENDERS_PUBLISHED_ROOT = root
        return root / "current"

    return copy


@pytest.fixture
def behind(copied):
    """The last publication failed."""
    (copied().parent / publication.FAILURE).touch()


@pytest.fixture
def no_database(monkeypatch):
    """The database does not answer."""

    def fail(*args, **kwargs):
        raise OperationalError("down")

    monkeypatch.setattr("django.db.models.sql.compiler.SQLCompiler.execute_sql", fail)


def slugs(response):
    return {item["slug"] for item in response.json()["items"]}


@pytest.mark.parametrize("lang", ["es", "eu", "ar"])
def test_items_are_what_is_published_with_meta_after_the_id(directory, get, settings, lang):
    current = settings.DEFENDERS_PUBLISHED_ROOT / "current"
    published = json.loads((current / f"directory.{lang}.json").read_bytes())["organisations"]
    content = get(f"organisations/?lang={lang}&limit=100").content
    items = json.loads(content)["items"]
    assert [list(item)[:3] for item in items] == [["id", "meta", "slug"]] * len(published)
    for item in items:
        assert item.pop("meta")["detail_url"].endswith(f"/organisations/{item['id']}/?lang={lang}")
    assert items == published
    assert b", " not in content[:200]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_database_is_not_needed(directory, get, no_database, address):
    assert get(address).status_code in (200, 302)


@pytest.mark.parametrize("damage", ["missing", "cut short", "empty", "of another release"])
def test_an_index_that_is_not_whole_is_made_anew(directory, get, copied, caplog, damage):
    expected = [get(address).content for address in ADDRESSES]
    folder = copied() / INDEX_FOLDER
    for name in (NEUTRAL, language_index("eu"), language_index("es")):
        if damage == "missing":
            (folder / name).unlink()
        elif damage == "cut short":
            (folder / name).write_bytes((folder / name).read_bytes()[:-8])
        elif damage == "empty":
            (folder / name).write_bytes(b"")
        else:
            shutil.copy(folder / language_index("ar"), folder / name)
    assert [get(address).content for address in ADDRESSES] == expected
    assert "is made anew in memory" in caplog.text
    assert caplog.text.count(NEUTRAL) >= 3


def test_without_a_release_everybody_is_told_to_come_back(directory, get, settings, tmp_path):
    settings.DEFENDERS_PUBLISHED_ROOT = tmp_path / "nothing"
    for address in ADDRESSES:
        response = get(address)
        assert response.status_code == 503
        assert response["Retry-After"] == "30"
        assert response["Content-Type"] == "application/problem+json"
        assert "published" in response.json()["detail"]


def test_what_is_wrong_with_a_question_is_said_without_a_release_too(get):
    assert get("organisations/?limit=x").status_code == 400


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"organisations":[{}]}'])
def test_a_release_that_cannot_be_read_is_none(directory, get, copied, content):
    folder = copied()
    shutil.rmtree(folder / INDEX_FOLDER)
    (folder / "directory.es.json").write_bytes(content)
    assert get("organisations/").status_code == 503


@pytest.mark.parametrize("content", [None, b"", b"{"])
def test_guidance_that_cannot_be_read_leaves_organisations_as_they_are(directory, get, copied, content):
    path = copied() / "guidance.es.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert get("organisations/").json()["meta"]["total_count"] == 8
    assert get("programmes/?lang=eu").status_code == 200
    for address in ("programmes/", "testimonies/", "categories/", f"trainings/{fixed_uuid(201)}/"):
        assert get(address).status_code == 503


def test_an_index_is_opened_once_per_release(directory, get, copied, monkeypatch):
    get("organisations/")
    monkeypatch.setattr("cms.directory.index.current.open_release", None)
    for address in ADDRESSES:
        assert get(address).status_code in (200, 302)


def test_a_release_that_disappears_while_it_is_opened_is_looked_for_again(directory, copied, monkeypatch):
    folders = []

    def open_late(folder):
        folders.append(folder)
        if len(folders) == 1:
            raise FileNotFoundError(folder)
        return open_release(folder)

    copied()
    monkeypatch.setattr("cms.directory.index.current.open_release", open_late)
    assert current_index().folder == folders[1]


def test_what_was_withdrawn_is_gone_although_the_files_are_behind(behind, get, django_assert_max_num_queries):
    Organisation.objects.get(slug="zubia").withdraw(reason="canary")
    with django_assert_max_num_queries(9):
        listed = get("organisations/?limit=100&facets=true")
    assert "zubia" not in slugs(listed)
    assert listed.json()["meta"]["total_count"] == 7
    assert "psychosocial" not in listed.json()["meta"]["facets"]["service"]
    assert get(f"organisations/{fixed_uuid(2)}/").status_code == 404
    assert get("organisations/find/?slug=zubia").status_code == 404
    assert get("organisations/find/?slug=abaco").status_code == 302


def test_while_the_files_are_behind_places_are_those_of_now(behind, get):
    place = Organisation.objects.get(slug="zubia").places.get()
    type(place).objects.filter(pk=place.pk).update(
        city_id=None, precision="country", country="FR", lat=None, lng=None, city=""
    )
    assert slugs(get("organisations/?bbox=-4,42,-2,44")) == {"abaco"}
    assert slugs(get("organisations/?seat=ES")) == {"abaco"}
    shown = next(item for item in get("organisations/").json()["items"] if item["slug"] == "zubia")
    assert shown["places"] == [{"precision": "country", "country": "FR", "is_seat": True}]


def test_while_the_files_are_behind_an_answer_has_the_same_form(behind, copied, get):
    now = get("organisations/?lang=eu&country=CO")
    (copied() / ".." / publication.FAILURE).unlink(missing_ok=True)
    assert now.json() == get("organisations/?lang=eu&country=CO").json()


def test_with_files_behind_and_no_database_the_release_goes_on(behind, get, no_database, caplog):
    assert get("organisations/").json()["meta"]["total_count"] == 8
    assert "the database does not answer" in caplog.text


@pytest.mark.parametrize("name", ["programmes", "trainings"])
def test_what_a_withdrawn_organisation_runs_is_gone_although_the_files_are_behind(behind, get, name):
    before = get(f"{name}/?lang=eu").json()
    Organisation.objects.get(slug="abaco").withdraw(reason="canary")
    items = get(f"{name}/?lang=eu").json()["items"]
    assert items == [item for item in before["items"] if item["organisation"]["slug"] != "abaco"]
    number = {"programmes": 101, "trainings": 201}[name]
    assert get(f"{name}/{fixed_uuid(number)}/").status_code == 404


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 12, 24), date(2027, 6, 1)])
@pytest.mark.parametrize("name", ["programmes", "trainings"])
def test_calls_and_trainings_are_as_of_the_day_although_the_files_are_older(
    directory, get, copied, monkeypatch, name, day
):
    monkeypatch.setattr(publication, "today_utc", lambda: day)
    answer = get(f"{name}/?lang=eu").json()
    (copied().parent / publication.FAILURE).touch()
    assert answer == get(f"{name}/?lang=eu").json()
