"""Whatever is public without a public source is found: each way it could come about is planted here."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import CommandError, call_command
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from cms import models
from cms.directory import publish as publication
from cms.directory import visibility
from cms.directory.releases import kept_releases
from cms.directory.testimonies import PICTURE_FILTER
from cms.models import HomePage, Organisation, OrganisationText, Programme, StandardPage
from cms.snippets.page_withdrawal import withdraw_page
from tests.factories import (
    OrganisationFactory,
    OrganisationTextFactory,
    ProgrammeFactory,
    TestimonyFactory,
    TrainingFactory,
    image,
)

pytestmark = pytest.mark.django_db


def findings(capsys):
    """Return what the command says, one sentence a line."""
    capsys.readouterr()
    try:
        call_command("check_public", verbosity=0)
    except CommandError as error:
        assert error.returncode == 1
        return capsys.readouterr().out.splitlines()
    assert capsys.readouterr().out == ""
    return []


@pytest.fixture
def everything(languages, today):
    """One of each kind is public, and published."""
    # Wagtail keeps small pictures there by the keys of images, which begin anew with every test.
    cache.clear()
    organisation = OrganisationFactory(
        name="Red",
        in_bilbao=True,
        channels=[{"kind": "phone", "value": "+34944000000"}],
        texts={"es": "Acompaña.", "eu": "Laguntzen du."},
    )
    ProgrammeFactory(name="Descanso", organisation=organisation)
    TrainingFactory(name="Curso", organisation=organisation)
    TestimonyFactory(attribution="Voz", picture=image(), texts={"es": {"quote": "x", "picture_alt": "y"}})
    publication.publish()
    return organisation


@pytest.fixture
def section(everything):
    """A site with a page, published."""
    locale = next(text.locale for text in everything.texts.all() if text.language == "es")
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Inicio", slug="inicio-es", locale=locale))
    site = root.get_children().first().sites_rooted_here.first()
    if site is None:
        from wagtail.models import Site

        site = Site.objects.create(hostname="defenders.example.org", root_page=home, is_default_site=True)
    site.root_page = home
    site.save()
    page = home.add_child(instance=StandardPage(title="Sobre", slug="sobre", key="about", locale=locale))
    publication.publish()
    return page


def test_nothing_is_wrong_where_everything_has_a_source(section, capsys):
    assert findings(capsys) == []
    call_command("check_public")
    assert "Everything" in capsys.readouterr().out


def test_before_the_first_publication_nothing_is_wrong(languages, capsys):
    OrganisationFactory()
    assert findings(capsys) == []


def test_files_that_still_show_a_withdrawn_organisation(everything, capsys):
    everything.withdraw()
    found = findings(capsys)
    assert (
        "directory.eu.json shows “Red” (organisations), which is withdrawn, not published, or gone." in found
    )
    for name in ("places.es.geojson", "organisations.eu.csv", "hsds.json"):
        assert any(name in sentence for sentence in found), name
    assert any("“Descanso” (programmes)" in sentence for sentence in found)
    assert any("“Curso” (trainings)" in sentence for sentence in found)
    publication.publish()
    assert findings(capsys) == []


@pytest.mark.parametrize("model", [Organisation, Programme, models.Testimony])
def test_files_that_still_show_what_is_deleted(everything, capsys, model):
    model.objects.all().delete()
    assert any("gone" in sentence for sentence in findings(capsys))


def test_files_that_still_show_a_text_that_was_taken_off(everything, capsys):
    OrganisationText.objects.get(locale__language_code="eu").unpublish()
    assert "directory.eu.json shows the text (eu) of “Red” (organisations), which is not public or gone." in (
        findings(capsys)
    )


def test_files_that_still_show_a_withdrawn_page(section, capsys):
    withdraw_page(section)
    assert "guidance.es.json shows the page “Sobre” (es), which is not public or gone." in findings(capsys)
    publication.publish()
    assert findings(capsys) == []


def test_a_testimony_whose_consent_ended_and_its_picture(everything, published_root, capsys):
    models.Testimony.objects.update(is_composed=False, consent_given_on=None)
    found = findings(capsys)
    assert any("“Voz” (testimonies)" in sentence for sentence in found)
    assert any("can still be fetched" in sentence for sentence in found)
    publication.publish()
    assert findings(capsys) == []


def test_the_small_picture_is_gone_with_the_testimony_and_comes_back_with_it(
    everything, django_capture_on_commit_callbacks
):
    testimony = models.Testimony.objects.get()
    rendition = testimony.picture.get_rendition(PICTURE_FILTER)
    storage, name = rendition.file.storage, rendition.file.name
    assert storage.exists(name)
    testimony.withdraw()
    with django_capture_on_commit_callbacks(execute=True):
        publication.publish()
    assert not storage.exists(name)
    testimony.restore()
    publication.publish()
    assert testimony.picture.renditions.filter(filter_spec=PICTURE_FILTER).exists()


def test_a_picture_that_something_public_shows_too_stays(everything):
    shared = models.Testimony.objects.get().picture
    TestimonyFactory(picture=shared, draft=True, texts={})
    publication.publish()
    assert shared.renditions.filter(filter_spec=PICTURE_FILTER).exists()


def test_an_address_that_leads_to_a_withdrawn_organisation(everything, published_root, capsys):
    path = published_root / "current" / "former_slugs.json"
    path.write_text(json.dumps({"former_slugs": {"old": "nowhere"}}))
    assert "former_slugs.json leads from “old” to “nowhere”, which is not public." in findings(capsys)


def test_an_older_release_that_shows_what_is_not_public_any_more(everything, published_root, capsys):
    Organisation.objects.update(name="Red nueva")
    publication.publish()
    older = kept_releases(published_root)[1].folder.name
    everything.places.get().delete()
    everything.channels.all().delete()
    found = findings(capsys)
    for where in ("", f"{older}/"):
        assert any(
            sentence.startswith(f"{where}directory.es.json shows a place of “Red")
            and "not public any more" in sentence
            for sentence in found
        )
        assert any(
            sentence.startswith(f"{where}directory.eu.json shows a contact of “Red") for sentence in found
        )
    everything.withdraw()
    assert (
        f"{older}/directory.eu.json shows “Red” (organisations), which is withdrawn, not published, or gone."
        in findings(capsys)
    )
    publication.publish()
    assert findings(capsys) == []


def test_an_older_release_that_lies_about(everything, published_root, capsys):
    (published_root / "releases" / "older").mkdir()
    assert "older is no release, and its files are still there." in findings(capsys)


def test_a_mistake_in_what_decides_visibility_is_found_in_the_api(everything, monkeypatch, capsys):
    everything.withdraw()
    publication.publish()
    assert findings(capsys) == []
    monkeypatch.setattr(visibility, "_public_facts", lambda model: model.objects.filter(live=True))
    publication.publish()
    found = findings(capsys)
    assert any(sentence.startswith("The API (organisations, es) shows “Red”") for sentence in found)
    assert any(sentence.startswith("The API (programmes, eu) shows “Descanso”") for sentence in found)


def test_a_mistake_with_texts_and_pages_is_found_in_the_api(section, monkeypatch, capsys):
    OrganisationText.objects.get(locale__language_code="eu").unpublish()
    withdraw_page(section)
    publication.publish()
    monkeypatch.setattr(visibility, "_published", lambda model: model.objects.all())
    monkeypatch.setattr(visibility, "_is_withdrawn", lambda: visibility.Q(pk__in=[]))
    publication.publish()
    found = findings(capsys)
    assert (
        "The API (organisations, eu) shows the text (eu) of “Red” (organisations), which is not public or gone."
        in (found)
    )
    assert "The API (pages, es) shows the page “Sobre”, which is not public or gone." in found


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_translation_that_outlives_its_source(everything, end, capsys):
    source = OrganisationText.objects.get(locale__language_code="es")
    translation = OrganisationText.objects.get(locale__language_code="eu")
    OrganisationText.objects.filter(pk=translation.pk).update(translated_from="a" * 64)
    assert findings(capsys) == []
    getattr(source, end)()
    publication.publish()
    (sentence,) = findings(capsys)
    assert "(eu" in sentence and "translated from" in sentence


def test_a_text_that_was_written_afresh_needs_no_source(languages, today, capsys):
    organisation = OrganisationFactory(texts={})
    OrganisationTextFactory(organisation=organisation, language="eu")
    OrganisationText.objects.update(translated_from="")
    publication.publish()
    assert findings(capsys) == []


def test_a_translation_of_what_is_withdrawn_is_no_finding_for_nobody_sees_it(everything, capsys):
    OrganisationText.objects.filter(locale__language_code="eu").update(translated_from="a" * 64)
    OrganisationText.objects.get(locale__language_code="es").unpublish()
    everything.withdraw()
    publication.publish()
    assert findings(capsys) == []


def test_an_entry_of_the_search_index_whose_object_is_gone(everything, capsys):
    IndexEntry.objects.create(
        content_type=ContentType.objects.get_for_model(Organisation), object_id="999999", title_norm=1.0
    )
    (sentence,) = findings(capsys)
    assert sentence.startswith("The search index still holds 1 entries")
