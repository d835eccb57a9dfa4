"""wagtail-localize's "Sync translated ...": translators see what is new; what is approved stays."""

import pytest
from django.urls import reverse

from cms.localisation.status import state_of
from tests.localisation.test_machine import by_machine, machine  # noqa: F401  a fixture
from tests.localisation.translating import approved, public_words, republish, row, spanish_page, spanish_text

pytestmark = pytest.mark.django_db


def url(translation):
    return reverse("wagtail_localize:update_translations", args=[translation.source_id])


@pytest.fixture(params=["text", "page"])
def outdated(request, home):
    """A public translation whose source was changed and published."""
    source = spanish_text() if request.param == "text" else spanish_page(home)
    translation = approved(source)
    republish(source, **({"summary": "Otra."} if request.param == "text" else {"title": "Otra"}))
    return translation


@pytest.mark.parametrize("fields", [{}, {"publish_translations": "on"}])
def test_synchronising_never_changes_what_is_approved(people, outdated, fields):
    before = public_words(outdated)
    response = people("editor").post(url(outdated), fields)
    assert response.status_code == 302
    assert public_words(outdated) == before
    assert row(outdated).live_revision == row(outdated).latest_revision
    assert state_of(row(outdated)).code == "outdated"


def test_nothing_offers_to_publish(people, outdated):
    html = people("editor").get(url(outdated)).content.decode()
    assert "publish_translations" not in html
    assert "No translation is changed" in html


def test_what_changed_waits_for_a_translator(people, outdated):
    people("editor").post(url(outdated))
    total, translated = outdated.get_progress()
    assert total > translated


def test_a_machine_translates_what_is_new_and_nothing_becomes_public(people, outdated, machine):  # noqa: F811
    machine()
    before = public_words(outdated)
    people("editor").post(url(outdated), {"use_machine_translation": "on", "publish_translations": "on"})
    assert by_machine(outdated).count() == 1
    assert public_words(outdated) == before


def test_a_service_that_fails_is_a_message(people, outdated, machine):  # noqa: F811
    machine("Slow")
    response = people("editor").post(url(outdated), {"use_machine_translation": "on"})
    assert response.status_code == 302
    assert "did not work" in " ".join(map(str, response.wsgi_request._messages))


def test_a_translator_machine_translates_her_own_language_only(people, outdated, machine):  # noqa: F811
    machine()
    people("french translator").post(url(outdated), {"use_machine_translation": "on"})
    assert not by_machine(outdated).exists()


def test_what_does_not_exist_is_not_found(people):
    assert (
        people("editor")
        .get("/en" + reverse("wagtail_localize:update_translations", args=[99999]))
        .status_code
        == 404
    )
