"""Whatever changes something public publishes it, once its transaction is committed."""

import json

import pytest

from cms.directory import changes
from cms.models import CategoryLabel, ContactChannel, Organisation, OrganisationText
from tests.commits import commit_at_once
from tests.factories import CategoryFactory, OrganisationFactory, OrganisationTextFactory, image


@pytest.fixture
def published(db, monkeypatch, settings, published_root, today):
    """Publish on change; return a function that reads a published directory."""
    settings.DEFENDERS_PUBLISH_ON_CHANGE = True
    commit_at_once(monkeypatch)

    def read(lang="es"):
        return json.loads((published_root / "current" / f"directory.{lang}.json").read_bytes())

    return read


def test_publishing_unpublishing_and_deleting_are_seen(published):
    organisation = OrganisationFactory(name="Seen")
    assert [record["name"] for record in published()["organisations"]] == ["Seen"]
    organisation.unpublish()
    assert published()["organisations"] == []
    organisation.get_latest_revision().publish()
    assert len(published()["organisations"]) == 1
    Organisation.objects.get().delete()
    assert published()["organisations"] == []


def test_a_withdrawal_is_seen_in_every_language(published):
    organisation = OrganisationFactory()
    organisation.withdraw()
    assert [published(lang)["organisations"] for lang in ("es", "eu", "en", "fr", "ar")] == [[]] * 5
    organisation.restore()
    assert len(published("eu")["organisations"]) == 1


def test_a_deleted_picture_is_gone_from_the_files_at_once(published):
    logo = image(title="Logo")
    OrganisationFactory(logo=logo)
    assert published()["organisations"][0]["logo"]["alt"] == "Logo"
    logo.delete()
    assert published()["organisations"][0]["logo"] is None


def test_a_category_label_is_seen(published):
    OrganisationFactory()
    label = CategoryLabel.objects.get(category__code="accompaniment", language="es")
    label.label = "Acompañamiento nuevo"
    label.save()
    assert published()["labels"]["role"]["accompaniment"] == "Acompañamiento nuevo"
    unused = CategoryFactory(kind="role", code="mediation", labels={"es": "Mediación"})
    assert published()["labels"]["role"]["mediation"] == "Mediación"
    unused.delete()
    assert "mediation" not in published()["labels"]["role"]


def test_a_text_in_any_language_is_seen(published):
    organisation = OrganisationFactory()
    OrganisationTextFactory(organisation=organisation, language="eu", summary="Euskaraz")
    assert published("eu")["organisations"][0]["summary"]["text"] == "Euskaraz"
    OrganisationText.objects.get(locale__language_code="eu").unpublish()
    assert published("eu")["organisations"][0]["summary"]["lang"] == "es"


def test_a_coarsened_draft_is_seen_at_once(published):
    organisation = OrganisationFactory(office_in_bilbao=True)
    draft = organisation.get_latest_revision_as_object()
    place = draft.places.get()
    place.precision = "country"
    draft.places.add(place)
    draft.save_revision()
    assert published()["organisations"][0]["places"] == [
        {"precision": "country", "country": "ES", "is_seat": True}
    ]


def test_a_channel_changed_in_the_database_is_seen(published):
    OrganisationFactory(channels=[{"kind": "phone", "value": "+34944000000"}])
    channel = ContactChannel.objects.get()
    channel.value = "+34944999999"
    channel.save()
    assert published()["organisations"][0]["contacts"][0]["value"] == "+34944999999"


def test_a_draft_publishes_nothing(published, monkeypatch):
    organisation = OrganisationFactory()
    monkeypatch.setattr(changes, "publish_or_log", lambda: pytest.fail("a draft published"))
    organisation.get_latest_revision_as_object().save_revision()


def test_a_failing_publication_does_not_lose_what_the_editor_saved(published, settings, tmp_path, caplog):
    OrganisationFactory(name="Before")
    file = tmp_path / "file"
    file.write_text("in the way")
    settings.DEFENDERS_PUBLISHED_ROOT = file
    organisation = OrganisationFactory(name="Saved")
    assert Organisation.objects.get(pk=organisation.pk).live
    assert "could not be published" in caplog.text
