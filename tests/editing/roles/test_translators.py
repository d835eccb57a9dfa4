"""A translator works on the texts and pages of her language, and on nothing else."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from cms.models import OrganisationText
from tests.editing.roles.forms import posted
from tests.editing.submissions import address
from tests.factories.organisations import OrganisationFactory, OrganisationTextFactory


def rows(response):
    return {text.language for text in response.context["object_list"]}


def test_the_listing_shows_her_language_alone(newsroom):
    where = address("list", model="organisationtext")
    assert rows(newsroom.client("translator").get(where)) == {"eu"}
    assert rows(newsroom.client("editor").get(where)) == {"es", "eu"}


def test_looking_for_another_language_finds_nothing(newsroom):
    found = newsroom.client("translator").get(address("list", model="organisationtext") + "?locale=es")
    assert rows(found) == set()


def test_she_writes_a_new_text_in_her_language(newsroom):
    organisation = OrganisationFactory(name="Otra", texts={"es": "Acompaña."})
    where = address("add", model="organisationtext") + f"?organisation={organisation.pk}&locale=eu"
    client = newsroom.client("translator")
    client.post(where, posted(client.get(where)) | {"summary": "Laguntzen du.", "action-publish": "1"})
    text = OrganisationText.objects.get(organisation=organisation, locale__language_code="eu")
    assert text.get_latest_revision_as_object().summary == "Laguntzen du."
    assert not text.live


def test_a_new_text_is_in_her_language_without_asking(newsroom):
    where = address("add", model="organisationtext")
    assert newsroom.client("translator").get(where).context["locale"].language_code == "eu"
    assert newsroom.client("editor").get(where).context["locale"].language_code == "es"


def test_she_submits_it_for_review(newsroom, strict):
    text = newsroom.object("organisationtext eu")
    where = address("edit", text.pk, model="organisationtext")
    client = newsroom.client("translator")
    client.post(where, posted(client.get(where)) | {"summary": "Berria.", "action-submit": "1"})
    text = newsroom.object("organisationtext eu")
    assert text.workflow_in_progress
    assert text.summary == "Laguntzen du."
    assert newsroom.client("translator").get(where).context["locked_for_user"]


def test_what_she_may_not_open_is_not_in_her_menu(newsroom):
    page = newsroom.client("translator").get(reverse("wagtailadmin_home")).content.decode()
    for view in ("organisation", "programme", "training", "testimony", "category"):
        assert address("list", model=view) not in page
    for view in ("organisationtext", "programmetext", "trainingtext", "testimonytext"):
        assert address("list", model=view) in page


@pytest.fixture
def translation(newsroom):
    """Return a function that gives the translation of the Spanish text into a language."""

    def into(lang):
        source_text = newsroom.object("organisationtext es")
        if lang != "eu":
            OrganisationTextFactory(organisation=source_text.organisation, language=lang)
        source, _ = TranslationSource.update_or_create_from_instance(source_text)
        return Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code=lang))

    return into


LOCALIZE_VIEWS = ("download_pofile", "upload_pofile", "machine_translate", "stop_translation")


@pytest.mark.parametrize("view", LOCALIZE_VIEWS)
def test_the_tools_of_translation_are_refused_for_other_languages(newsroom, translation, view):
    where = reverse(f"wagtail_localize:{view}", args=[translation("fr").pk])
    client = newsroom.client("translator")
    for method in (client.get, client.post):
        assert method(where, headers={"x-requested-with": "XMLHttpRequest"}).status_code in (403, 405)


def test_the_tools_of_translation_open_for_her_own(newsroom, translation):
    where = reverse("wagtail_localize:download_pofile", args=[translation("eu").pk])
    assert newsroom.client("translator").get(where).status_code == 200
    assert newsroom.client("no group").get(where).status_code == 302


@pytest.mark.parametrize("view", ["edit_string_translation"])
def test_a_sentence_in_another_language_is_not_written(newsroom, translation, view):
    running = translation("fr")
    segment = running.source.stringsegment_set.first()
    where = reverse(f"wagtail_localize:{view}", args=[running.pk, segment.pk])
    response = newsroom.client("translator").put(
        where, "value=Bonjour", content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code in (302, 403)
    assert not running.source.stringsegment_set.filter(
        string__translations__locale=running.target_locale
    ).exists()


@pytest.mark.parametrize(("lang", "made"), [("fr", False), ("eu", True)])
def test_a_text_is_sent_to_translation_into_her_language_alone(newsroom, lang, made):
    organisation = OrganisationFactory(name="Otra", texts={"es": "Acompaña."})
    text = organisation.texts.get()
    where = reverse(
        "wagtail_localize:submit_snippet_translation", args=["defenders", "organisationtext", text.pk]
    )
    locale = Locale.objects.get(language_code=lang)
    newsroom.client("translator").post(where, {"locales": [locale.pk]})
    assert organisation.texts.filter(locale=locale).exists() is made


def test_two_groups_of_one_person_do_not_lend_each_other_rights(newsroom):
    person = newsroom.person("translator")
    readers = Group.objects.create(name="Readers of French")
    readers.permissions.set(Permission.objects.filter(codename="view_organisationtext"))
    readers.defenders_languages.create(language="fr")
    person.groups.add(readers)
    text = OrganisationTextFactory(organisation=newsroom.object("organisation"), language="fr")
    where = address("edit", text.pk, model="organisationtext")
    assert newsroom.client("translator").get(where).status_code == 302
