"""An import is taken back, except where somebody went on from it."""

import pytest
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, Translation

from cms.exchange.batches import begin_undo, confirm
from cms.exchange.steps import step
from cms.models import ImportRow, Organisation, OrganisationText
from tests.exchange.conftest import finish, states
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

NEW = {"name": "Red Nueva", "places": "city: Bilbao, ES", "summary_es": "Hola.", "summary_eu": "Kaixo."}


@pytest.fixture
def undone(admin_user):
    """Return a function that undoes an import."""

    def undo(batch):
        assert begin_undo(batch)
        batch.refresh_from_db()
        finish(batch, admin_user)
        return batch

    return undo


def latest(organisation):
    return Organisation.objects.get(pk=organisation.pk).get_latest_revision_as_object()


def test_new_drafts_are_gone(imported, undone):
    batch = undone(imported([NEW, NEW | {"name": "Otra"}]))
    assert (batch.status, states(batch)) == ("undone", ["undone", "undone"])
    assert not Organisation.objects.exists()
    assert not OrganisationText.objects.exists()
    assert not Translation.objects.exists()
    assert not StringTranslation.objects.exists()


def test_organisations_that_were_there_get_their_version_back(imported, undone, languages):
    there = OrganisationFactory(name="Red", texts={"es": "Antes."})
    before = Organisation.objects.get(pk=there.pk)
    text = there.texts.get()
    batch = imported(
        [{"slug": there.slug, "name": "Después", "summary_es": "Después.", "summary_eu": "Ondoren."}]
    )
    undone(batch)
    after = Organisation.objects.get(pk=there.pk)
    assert (after.latest_revision_id, after.has_unpublished_changes, after.live) == (
        before.latest_revision_id,
        False,
        True,
    )
    assert latest(there).name == "Red"
    kept = there.texts.get()
    assert (kept.pk, kept.latest_revision_id, kept.has_unpublished_changes) == (
        text.pk,
        text.latest_revision_id,
        False,
    )


def test_a_translation_that_was_there_says_again_what_it_said(imported, undone, languages):
    imported([NEW])
    there = Organisation.objects.get()
    batch = imported([{"slug": there.slug, "summary_eu": "Beste bat."}])
    text = there.texts.get(locale__language_code="eu")
    assert text.get_latest_revision_as_object().summary == "Beste bat."
    undone(batch)
    text.refresh_from_db()
    assert text.get_latest_revision_as_object().summary == "Kaixo."
    assert [one.data for one in StringTranslation.objects.all()] == ["Kaixo."]


def test_a_draft_from_before_the_import_is_there_again(imported, undone, languages):
    there = OrganisationFactory(name="Red")
    draft = latest(there)
    draft.acronym = "MINE"
    draft.save_revision()
    undone(imported([{"slug": there.slug, "name": "Después"}]))
    row = Organisation.objects.get(pk=there.pk)
    assert (latest(there).acronym, latest(there).name, row.has_unpublished_changes) == ("MINE", "Red", True)


def edited(organisation):
    draft = latest(organisation)
    draft.acronym = "MINE"
    draft.save_revision()


def published(organisation):
    Organisation.objects.get(pk=organisation.pk).latest_revision.publish()


def text_edited(organisation):
    draft = organisation.texts.get(locale__language_code="eu").get_latest_revision_as_object()
    draft.summary = "Nirea."
    draft.save_revision()


def text_added(organisation):
    from tests.factories import OrganisationTextFactory

    OrganisationTextFactory(organisation=organisation, language="fr", summary="La mienne.", published=False)


def sentence_translated(organisation):
    StringTranslation.objects.get().delete()


@pytest.mark.parametrize("act", [edited, published, text_edited, text_added, sentence_translated])
def test_what_somebody_went_on_from_stays_whole_and_is_listed(imported, undone, act):
    batch = imported([NEW, {"name": "Otra"}])
    there = Organisation.objects.get(name="Red Nueva")
    act(there)
    revisions = Revision.objects.count()
    undone(batch)
    assert states(batch) == ["kept", "undone"]
    assert [row.name for row in Organisation.objects.all()] == ["Red Nueva"]
    assert there.texts.count() >= 2
    # Only the other row's own version is gone.
    assert Revision.objects.count() == revisions - 1


def test_an_import_that_was_cut_off_can_be_undone(compared, undone, admin_user):
    batch = compared([NEW, {"name": "Otra"}, {"name": "Tercera"}])
    confirm(batch)
    batch.refresh_from_db()
    assert step(batch, admin_user, seconds=0)
    assert states(batch) == ["imported", "new", "new"]
    undone(batch)
    assert states(batch) == ["undone", "new", "new"]
    assert str(batch.label_of("new")) == "Not imported"
    assert not Organisation.objects.exists()
    assert not ImportRow.objects.exclude(cells={}).exists()


def test_an_import_that_was_cut_off_can_be_continued(compared, admin_user):
    batch = compared([NEW, {"name": "Otra"}])
    confirm(batch)
    batch.refresh_from_db()
    step(batch, admin_user, seconds=0)
    finish(type(batch).objects.get(pk=batch.pk), admin_user)
    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["Otra", "Red Nueva"]


def test_two_people_who_go_on_at_once_import_each_row_once(compared, admin_user):
    batch = compared([NEW, {"name": "Otra"}])
    assert (confirm(batch), confirm(batch)) == (True, False)
    one, other = (type(batch).objects.get(pk=batch.pk) for _ in range(2))
    step(one, admin_user, seconds=0)
    finish(other, admin_user)
    finish(one, admin_user)
    assert Organisation.objects.count() == 2


def test_old_versions_that_were_deleted_meanwhile_are_no_hindrance(imported, undone, languages):
    there = OrganisationFactory(name="Red")
    batch = imported([{"slug": there.slug, "name": "Después"}])
    there.revisions.exclude(pk=Organisation.objects.get(pk=there.pk).latest_revision_id).delete()
    undone(batch)
    assert states(batch) == ["undone"]
    assert latest(there).name == "Red"
