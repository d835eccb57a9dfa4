"""Loading the sample content: complete, once, and never where it does not belong."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import TestCase, override_settings
from wagtail.models import ModelLogEntry, Page, Site
from wagtail_localize.models import Translation, TranslationLog

from cms.common.vocabularies import CHANNEL_KINDS, PRECISIONS
from cms.editing.roles.set_up import set_up_roles
from cms.localisation.overview import items
from cms.localisation.status import is_outdated
from cms.models import (
    Category,
    HomePage,
    Organisation,
    OrganisationText,
    Programme,
    ProgrammeText,
    StandardPage,
    Testimony,
    TestimonyText,
    Training,
    TrainingText,
)
from cms.sample.files import read_json, read_rows
from cms.sample.load import load_sample

# One process loads the sample for all of them.
pytestmark = pytest.mark.django_db

ROWS = read_rows("organisations.csv")
FICTIONAL = read_json("fictional.json")


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker, tmp_path_factory):
    """The sample content, loaded once for all the tests of this module and taken back after them."""
    with (
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        # Localize publishes once the transaction is committed, which this one never is.
        with TestCase.captureOnCommitCallbacks(execute=True):
            load_sample()
        yield settings.MEDIA_ROOT
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def loaded(sample, settings):
    """Every test here sees the sample content, its files included."""
    settings.MEDIA_ROOT = sample


def texts(language):
    return OrganisationText.objects.filter(locale__language_code=language, live=True)


def test_every_organisation_of_the_file_is_public_and_marked_as_sample():
    slugs = set(Organisation.objects.filter(live=True, is_sample=True).values_list("slug", flat=True))
    assert slugs == {row["slug"] for row in ROWS} | {entry["slug"] for entry in FICTIONAL}


def test_real_organisations_carry_no_contact_that_the_file_does_not_give():
    fictional = {entry["slug"] for entry in FICTIONAL}
    for organisation in Organisation.objects.exclude(slug__in=fictional).prefetch_related(
        "channels", "places"
    ):
        assert not organisation.channels.all(), organisation
        assert {place.precision for place in organisation.places.all()} <= {"city", "country"}


def test_cities_are_the_ones_of_the_file():
    by_slug = {
        organisation.slug: organisation for organisation in Organisation.objects.prefetch_related("places")
    }
    for row in ROWS:
        (place,) = by_slug[row["slug"]].places.all()
        assert (place.precision, place.country) == (row["precision"], row["hq_country"]), row["slug"]
        if row["precision"] == "city":
            assert abs(float(place.lat) - float(row["latitude"])) < 0.2, row["slug"]
            assert abs(float(place.lng) - float(row["longitude"])) < 0.2, row["slug"]


def test_texts_are_in_spanish_and_english_for_all_and_fall_back_for_some():
    assert texts("es").count() == texts("en").count() == len(ROWS) + len(FICTIONAL)
    assert 25 <= texts("eu").count() < len(ROWS)
    assert 25 <= texts("fr").count() < len(ROWS)


def test_translations_are_known_to_localize_and_can_be_edited_and_published_again():
    text = texts("eu").filter(description="").first()
    translation = Translation.objects.get(source__object_id=text.translation_key, target_locale=text.locale)
    string = translation.source.stringsegment_set.get(context__path="summary").string
    entry = string.translations.get(locale=text.locale)
    entry.data = "Berritua"
    entry.save()
    translation.save_target(publish=True)
    text.refresh_from_db()
    assert text.summary == "Berritua"
    assert not texts("es").filter(summary="Berritua").exists()


@pytest.mark.parametrize("kind", [OrganisationText, ProgrammeText, TrainingText, TestimonyText])
def test_a_loaded_translation_is_what_localize_makes_of_it(kind):
    text = kind.objects.filter(locale__language_code="en").first()
    before = text.live_revision.content
    translation = Translation.objects.get(source__object_id=text.translation_key, target_locale=text.locale)
    translation.save_target(publish=True)
    text.refresh_from_db()
    words = {"translated_from", *kind.text_fields, text.subject_field}
    assert {name: before[name] for name in words} == {
        name: text.live_revision.content[name] for name in words
    }
    assert {name: before[name] for name in kind.text_fields} == {
        name: getattr(text, name) for name in kind.text_fields
    }


def test_a_loaded_translation_is_in_the_logs():
    text = texts("eu").first()
    assert TranslationLog.objects.filter(revision=text.live_revision, locale=text.locale).exists()
    actions = ModelLogEntry.objects.for_instance(text).values_list("action", flat=True)
    assert set(actions) == {"wagtail.edit", "wagtail.publish"}


def test_no_loaded_translation_is_outdated():
    sources = {text.organisation_id: text for text in texts("es")}
    for text in texts("eu"):
        assert text.translated_from
        assert not is_outdated(text, sources[text.organisation_id])


def test_every_loaded_text_and_page_is_public_and_follows_its_source():
    states = {state.code for item in items() for state in item.states.values()}
    assert states == {"public", "missing"}


def test_the_fictional_ones_show_every_channel_and_every_precision():
    fictional = Organisation.objects.filter(slug__in=[entry["slug"] for entry in FICTIONAL])
    assert set(fictional.values_list("channels__kind", flat=True)) - {None} == set(CHANNEL_KINDS)
    assert set(fictional.values_list("places__precision", flat=True)) == set(PRECISIONS)
    assert fictional.filter(channels__urgent=True).exists()


def test_categories_have_labels_in_five_languages():
    assert Category.objects.count() == len(read_json("categories.json"))
    for category in Category.objects.prefetch_related("labels"):
        assert {label.language for label in category.labels.all()} == {"es", "eu", "en", "fr", "ar"}


@pytest.mark.parametrize("language", ["es", "eu", "en"])
def test_the_guidance_pages_are_public_in_three_languages_and_marked_as_sample(language):
    home = HomePage.objects.get(locale__language_code=language)
    pages = [page.specific for page in home.get_descendants(inclusive=True).live()]
    assert len(pages) == len(read_json("pages.json"))
    assert all(page.is_sample for page in pages)
    assert {page.key for page in StandardPage.objects.descendant_of(home)} == {"about", "protection-needs"}


def test_a_translated_page_says_nothing_in_spanish():
    page = Page.objects.get(slug="babes-iraunkorra").specific
    assert "asilo" in str(page.body)
    spanish = page.get_translation(HomePage.objects.get(locale__language_code="es").locale)
    for block, original in zip(page.body, spanish.body, strict=True):
        assert block.block_type == original.block_type
        if block.block_type == "rich_text":
            assert block.value.source != original.value.source


def test_the_site_greets_with_the_loaded_home_page():
    assert Site.objects.get(is_default_site=True).root_page.specific.key == "home"
    assert (
        not Page.objects.filter(slug="home", depth=2).exclude(pk__in=HomePage.objects.values("pk")).exists()
    )


def test_loading_again_changes_nothing(capsys):
    set_up_roles()
    changed = dict(Organisation.objects.values_list("pk", "latest_revision_id"))
    call_command("load_sample")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert all(line.endswith(": 0 added") for line in lines)
    assert dict(Organisation.objects.values_list("pk", "latest_revision_id")) == changed


def test_programmes_trainings_and_testimonies_are_public_in_four_languages_and_marked_as_sample():
    for kind, name in (
        (Programme, "programmes.json"),
        (Training, "trainings.json"),
        (Testimony, "testimonies.json"),
    ):
        found = kind.objects.filter(live=True, is_sample=True).prefetch_related("texts__locale")
        assert len(found) == len(read_json(name))
        for facts in found:
            assert {text.language for text in facts.texts.all() if text.live} == {"es", "eu", "en", "fr"}


def test_testimonies_are_composed_and_have_their_pictures():
    for testimony in Testimony.objects.select_related("picture"):
        assert testimony.is_composed
        assert testimony.picture.width >= 1200


def test_the_report_can_be_downloaded_from_the_protection_needs():
    for page in StandardPage.objects.filter(key="protection-needs"):
        (block,) = [block for block in page.body if block.block_type == "document"]
        assert block.value["document"].file.read(4) == b"%PDF"


def test_an_organisation_that_got_another_address_is_not_loaded_again():
    organisation = Organisation.objects.get(slug="front-line-defenders")
    organisation.slug = "another-address"
    organisation.save()
    assert load_sample()["organisations"] == 0


def test_production_refuses_the_sample(settings):
    del settings.DEFENDERS_SAMPLE_CONTENT
    settings.DEBUG = False
    with pytest.raises(CommandError, match="unverified"):
        call_command("load_sample")
