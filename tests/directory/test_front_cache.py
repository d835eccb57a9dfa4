"""Caches in front hear of what changed, of nothing else, and never stop a publication."""

import pytest

from cms.directory import front_cache
from tests.factories import OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db

BASE = "https://defenders.example.org"
EMBED = f"{BASE}/embed/v1"
LANGUAGES = ("es", "eu", "en", "fr", "ar")


@pytest.fixture
def purged(settings, monkeypatch):
    """The list of addresses a cache was told to forget since it was last emptied."""
    told = []
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "wagtail.contrib.frontend_cache.backends.dummy.DummyBackend"}
    }
    monkeypatch.setattr(front_cache.PurgeBatch, "purge", lambda batch: told.extend(sorted(batch.urls)))
    return told


def pages(path, languages=LANGUAGES):
    """Return the addresses of an embed page in these languages; in Spanish also the one without a language."""
    found = {f"{EMBED}/{path}?lang={lang}" for lang in languages}
    return found | ({f"{EMBED}/{path}"} if "es" in languages else set())


def test_a_new_organisation_changes_files_map_directory_and_its_page_in_every_language(publish, purged):
    OrganisationFactory(slug="old")
    publish()
    purged.clear()
    OrganisationFactory(slug="new", in_bilbao=True)
    publish()
    assert len(purged) == len(set(purged))
    assert {
        *(f"{BASE}/published/v1/directory.{lang}.json" for lang in LANGUAGES),
        *(f"{BASE}/published/v1/places.{lang}.geojson" for lang in LANGUAGES),
        f"{BASE}/published/v1/overview.json",
        f"{BASE}/published/v1/manifest.json",
        *pages("map/"),
        *pages("directory/"),
        *pages("organisations/new/"),
    } <= set(purged)
    assert not any("organisations/old/" in url or "guidance" in url for url in purged)


def test_a_text_changes_only_what_shows_it(publish, purged):
    organisation = OrganisationFactory(slug="one")
    publish()
    purged.clear()
    OrganisationTextFactory(organisation=organisation, language="eu", summary="Berria")
    publish()
    organisations = {url for url in purged if "/organisations/" in url}
    assert organisations == pages("organisations/one/", ("eu",))


@pytest.mark.parametrize("end", ["withdraw", "unpublish", "delete"])
def test_the_page_of_what_is_gone_is_forgotten(end, publish, purged):
    organisation = OrganisationFactory(slug="gone")
    OrganisationFactory(slug="stays")
    publish()
    purged.clear()
    getattr(organisation, end)()
    publish()
    assert {url for url in purged if "/organisations/" in url} == pages("organisations/gone/")


def test_pages_of_both_addresses_are_forgotten_when_one_changes(publish, purged):
    draft = OrganisationFactory(slug="before").get_latest_revision_as_object()
    publish()
    purged.clear()
    draft.slug = "after"
    draft.save_revision().publish()
    publish()
    assert pages("organisations/before/") | pages("organisations/after/") <= set(purged)


def test_nothing_is_said_when_nothing_changed(publish, purged):
    OrganisationFactory()
    publish()
    purged.clear()
    publish()
    assert purged == []


def test_of_many_organisations_those_that_are_gone_are_named_first(publish, purged, monkeypatch):
    monkeypatch.setattr(front_cache, "MOST_PAGES", 1)
    gone, changed = OrganisationFactory(slug="z-gone"), OrganisationFactory(slug="a-changed")
    publish()
    purged.clear()
    gone.withdraw()
    changed.mark_verified()
    publish()
    assert {url for url in purged if "/organisations/" in url} == pages("organisations/z-gone/")


def test_without_widgets_there_are_no_addresses_and_no_failure(publish, purged, monkeypatch):
    for name in ("FILE", "MAP", "DIRECTORY", "ORGANISATION"):
        monkeypatch.setattr(front_cache, name, "not_installed:page")
    OrganisationFactory()
    publish()
    assert purged == []


def test_without_a_cache_nothing_is_read_and_nothing_purged(publish, purged, settings, published_root):
    settings.WAGTAILFRONTENDCACHE = {}
    publish()
    with front_cache.shown_in(published_root / "current") as shown:
        assert shown.hashes() == {}
    assert purged == []


def test_a_cache_that_fails_stops_nothing(publish, purged, monkeypatch, caplog):
    def fail(batch):
        raise ConnectionError("no answer")

    monkeypatch.setattr(front_cache.PurgeBatch, "purge", fail)
    OrganisationFactory(name="Published")
    assert [record["name"] for record in publish()["organisations"]] == ["Published"]
    assert "could not be told" in caplog.text


def test_wagtail_really_asks_the_cache(publish, settings, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "wagtail.contrib.frontend_cache.backends.HTTPBackend.purge_batch",
        lambda backend, urls: asked.extend(urls),
    )
    settings.WAGTAILFRONTENDCACHE = {
        "varnish": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": "http://127.0.0.1:9",
        }
    }
    OrganisationFactory()
    publish()
    assert f"{EMBED}/map/?lang=eu" in asked
