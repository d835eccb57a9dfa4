"""Programmes, trainings and testimonies are withdrawn as organisations are: everywhere, in every language, for good."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.directory.kinds import KINDS
from tests.conftest import TODAY
from tests.editing.submissions import address
from tests.factories import ProgrammeFactory, TestimonyFactory, TrainingFactory

pytestmark = pytest.mark.django_db

FACTORIES = {"programme": ProgrammeFactory, "training": TrainingFactory, "testimony": TestimonyFactory}
KIND = {kind.model._meta.model_name: kind for kind in KINDS}
TEXTS = {"es": "canary uno", "eu": "canary bi"}


def is_public(model):
    kind = KIND[model]
    return kind.public_rows(TODAY).exists() or kind.public_texts(TODAY).exists()


@pytest.mark.parametrize("model", FACTORIES)
def test_one_action_takes_it_and_its_texts_away_in_every_language(editor, admin_user, model, publish, client):
    facts = FACTORIES[model](texts=TEXTS)
    assert "canary" in str(publish("guidance.eu.json"))
    editor.post(address("withdraw", facts.pk, model=model), {"reason": "The person does not agree any more"})
    assert not is_public(model)
    for lang in ("es", "eu", "fr"):
        assert "canary" not in str(publish(f"guidance.{lang}.json"))
    path = f"/api/v2/{KIND[model].name}/"
    assert "canary" not in client.get(f"{path}?lang=eu").content.decode()
    assert client.get(f"{path}{facts.uuid}/").status_code == 404
    facts.refresh_from_db()
    assert facts.withdrawn_reason == "The person does not agree any more"
    assert ModelLogEntry.objects.get(action="defenders.withdraw").user == admin_user


@pytest.mark.parametrize("model", FACTORIES)
def test_no_publication_brings_it_back_but_ending_it_does(editor, model):
    facts = FACTORIES[model](texts=TEXTS)
    older = facts.latest_revision
    facts.withdraw(reason="x")
    older.publish()
    for text in facts.texts.all():
        text.latest_revision.publish()
    facts.refresh_from_db()
    facts.go_live_at = timezone.now()
    facts.save_revision(approved_go_live_at=timezone.now())
    call_command("publish_scheduled")
    assert not is_public(model)
    editor.post(address("restore", facts.pk, model=model))
    assert is_public(model)
    facts.refresh_from_db()
    assert (facts.visibility, facts.withdrawn_reason) == ("public", "")


@pytest.mark.parametrize("model", FACTORIES)
def test_a_locked_one_can_be_withdrawn(editor, model):
    facts = FACTORIES[model](locked=True)
    editor.post(address("withdraw", facts.pk, model=model), {"reason": "x"})
    assert not is_public(model)


@pytest.mark.parametrize("model", FACTORIES)
@pytest.mark.parametrize(
    ("action", "right", "allowed"),
    [
        ("withdraw", "change", True),
        ("withdraw", "view", False),
        ("restore", "change", False),
        ("restore", "publish", True),
    ],
)
def test_each_action_asks_for_its_right(client_with, model, action, right, allowed):
    facts = FACTORIES[model]()
    if action == "restore":
        facts.withdraw(reason="x")
    before = facts.visibility
    client_with(f"{right}_{model}").post(address(action, facts.pk, model=model), {"reason": "x"})
    facts.refresh_from_db()
    assert (facts.visibility != before) is allowed


@pytest.mark.parametrize("model", FACTORIES)
def test_the_edit_page_and_the_listing_offer_it_and_say_so(editor, model):
    facts = FACTORIES[model]()
    page = address("edit", facts.pk, model=model)
    assert address("withdraw", facts.pk, model=model) in editor.get(page).content.decode()
    facts.withdraw(reason="canary-reason")
    html = editor.get(page).content.decode()
    assert "canary-reason" in html
    assert address("restore", facts.pk, model=model) in html
    listing = editor.get(address("list", model=model), follow=True).content.decode()
    assert address("restore", facts.pk, model=model) in listing


@pytest.mark.parametrize("model", FACTORIES)
@pytest.mark.parametrize("reason", ["", "x" * 501, "a\x00b"])
def test_without_a_readable_reason_nothing_is_withdrawn(editor, model, reason):
    facts = FACTORIES[model]()
    response = editor.post(address("withdraw", facts.pk, model=model), {"reason": reason})
    assert response.status_code == 200
    facts.refresh_from_db()
    assert facts.visibility == "public"


@pytest.mark.parametrize("model", FACTORIES)
def test_one_that_does_not_exist_is_not_found(editor, model):
    for action in ("withdraw", "restore"):
        url = address(action, 999, model=model)
        assert editor.post(url, {"reason": "x"}, follow=True).status_code == 404
