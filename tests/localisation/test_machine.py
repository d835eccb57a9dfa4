"""Machine translation: off unless somebody sets it up, marked as a machine's, and never public by itself."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from cms.editing.translations.addresses import address
from cms.localisation.machine import translator_for
from cms.localisation.progress import progress_of
from tests.factories import locale
from tests.localisation.translating import BASQUE, public_words, row, write
from tests.localisation.translators import HERE

pytestmark = pytest.mark.django_db


@pytest.fixture
def machine(settings):
    """Return a function that sets a translator up for Spanish to Basque."""

    def set_up(name="Polite", pairs=(("es", "eu"),)):
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{HERE}.{name}"}
        settings.DEFENDERS_MACHINE_TRANSLATION_PAIRS = list(pairs)

    return set_up


def ask(client, translation):
    """Return the messages after asking the machine, and the status."""
    target = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    response = client.post(target, {"next": address("edit", row(translation))})
    return " ".join(str(message) for message in response.wsgi_request._messages), response


def editor(client, translation):
    response = client.get(address("edit", row(translation)))
    return response, json.loads(response.context["props"])


def act(client, translation, action, **fields):
    return client.post(address("edit", row(translation)), {"action": action, **fields})


def progress(translation):
    return progress_of(translation.source, translation.target_locale)


def by_machine(translation):
    return StringTranslation.objects.filter(locale=translation.target_locale, translation_type="machine")


def test_it_is_off_by_default(people, text, settings):
    assert getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None) is None
    assert settings.DEBUG is False
    assert ask(people("translator"), text)[1].status_code in {302, 404}
    assert not by_machine(text).exists()
    assert editor(people("translator"), text)[1]["machineTranslator"] is None


@pytest.mark.parametrize(
    ("name", "pairs"),
    [("Polite", []), ("Polite", [("es", "fr")]), ("Picky", [("es", "eu")]), ("Broken", [("es", "eu")])],
)
def test_only_an_allowed_pair_that_the_service_knows_is_offered(people, text, machine, name, pairs):
    machine(name, pairs)
    assert translator_for(locale("es"), locale("eu")) is None
    assert editor(people("translator"), text)[1]["machineTranslator"] is None
    ask(people("translator"), text)
    assert not by_machine(text).exists()


def test_what_a_machine_wrote_is_marked_and_counted_and_not_public(people, sent, machine):
    machine()
    message, _ = ask(people("translator"), sent)
    assert "translated into" in message
    assert progress(sent).machine == progress(sent).total > 0
    assert not row(sent).live
    response, props = editor(people("translator"), sent)
    assert props["machineTranslator"]["name"] == "Polite"
    comments = {shown["comment"] for shown in props["initialStringTranslations"]}
    assert comments == {"Translated by a machine, not confirmed by a person yet"}
    assert "nobody has confirmed" in response.content.decode()


def test_the_address_of_a_page_is_not_sent_to_a_machine(people, page, machine):
    machine()
    ask(people("translator"), page)
    assert not by_machine(page).filter(context__path="slug").exists()


def test_what_a_person_wrote_is_not_touched(people, text, machine):
    machine()
    write(text, {"Escribe.": "Idatzi."})
    ask(people("translator"), text)
    assert StringTranslation.objects.get(translation_of__data="Escribe.").data == "Idatzi."
    assert "nothing left" in ask(people("translator"), text)[0]


@pytest.mark.parametrize("name", ["Refusing", "Slow", "Mute", "Confused"])
def test_whatever_goes_wrong_with_the_service_is_a_message_and_changes_nothing(
    people, text, machine, name, caplog
):
    machine(name)
    message, response = ask(people("translator"), text)
    assert response.status_code == 302
    assert "did not work" in message
    assert not by_machine(text).exists()
    assert "canary-key" not in caplog.text


def test_half_an_answer_is_taken_as_far_as_it_goes(people, text, machine):
    machine("Forgetful")
    ask(people("translator"), text)
    assert [one.data for one in by_machine(text)] == ["Bat."]


def test_broken_markup_of_a_machine_is_no_translation(people, text, machine):
    machine("Careless")
    assert ask(people("translator"), text)[1].status_code == 302
    assert not by_machine(text).exists()


@pytest.mark.parametrize("action", ["submit", "publish"])
def test_nothing_of_a_machine_is_submitted_or_published_before_a_person_confirmed_it(
    people, sent, machine, settings, action
):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    machine()
    ask(people("translator"), sent)
    response = act(people("reviewer"), sent, action)
    assert "nobody has confirmed" in " ".join(map(str, response.wsgi_request._messages))
    assert not row(sent).live
    assert row(sent).current_workflow_state is None
    with pytest.raises(ValidationError):
        sent.save_target(publish=True)


def test_no_version_holds_what_only_a_machine_wrote(people, sent, machine):
    machine()
    ask(people("translator"), sent)
    sent.save_target(publish=False)
    draft = row(sent).get_latest_revision_as_object()
    assert "eu: " not in str(draft.sentences())


def test_a_public_translation_keeps_its_words_beside_a_machines(people, text, machine):
    write(text)
    text.save_target(publish=True)
    before = public_words(text)
    StringTranslation.objects.filter(translation_of__data="Escribe.").update(
        data="Makina.", translation_type="machine"
    )
    text.save_target(publish=False)
    assert public_words(text) == before
    assert "Makina" not in str(row(text).get_latest_revision_as_object().sentences())


def test_a_person_confirms_what_is_right_one_by_one(people, text, machine):
    machine()
    client = people("translator")
    ask(client, text)
    first, *rest = by_machine(text)
    act(client, text, "confirm-machine", sentence=[first.pk, "x", "999999", "9" * 30])
    first.refresh_from_db()
    assert (first.translation_type, first.last_translated_by) == ("manual", client.user)
    assert progress(text).machine == len(rest)
    act(client, text, "confirm-machine", sentence=[one.pk for one in rest])
    assert progress(text).is_finished
    act(client, text, "submit")
    assert row(text).workflow_in_progress


def test_a_sentence_that_a_person_changes_is_a_persons(people, text, machine):
    machine()
    client = people("translator")
    ask(client, text)
    before = progress(text).machine
    write(text, {"Escribe.": BASQUE["Escribe."]})
    assert progress(text).machine == before - 1


def test_confirming_reaches_no_other_translation(people, text, page, machine):
    machine()
    ask(people("translator"), text)
    ask(people("translator"), page)
    act(people("translator"), page, "confirm-machine", sentence=[one.pk for one in by_machine(text)])
    assert progress(text).machine == progress(text).total


def test_nobody_asks_a_machine_for_another_language(people, text, machine):
    machine()
    ask(people("french translator"), text)
    assert not by_machine(text).exists()


def test_opening_the_address_asks_nobody(people, text, machine):
    machine()
    assert (
        people("translator").get(reverse("wagtail_localize:machine_translate", args=[text.pk])).status_code
        == 405
    )
