"""The edit page says what visitors see, why not, and what to do; creating leads on to the text."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.editing.public_state import public_state
from cms.models import Organisation, OrganisationText
from tests.editing.submissions import address, edit, submission
from tests.factories import OrganisationFactory, OrganisationTextFactory, locale

pytestmark = pytest.mark.django_db


def shown(editor, organisation):
    return editor.get(edit(organisation)).context["public_state"]


def test_a_published_organisation_is_public_now(editor):
    state = shown(editor, OrganisationFactory(verified=True))
    assert state.is_public and not state.reasons and not state.missing


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({"draft": True}, 1),
        ({"withdrawn": True}, 1),
        ({"withdrawn": True, "draft": True}, 2),
        ({"expire_at": timezone.now() - timedelta(days=1)}, 1),
        ({"draft": True, "go_live_at": timezone.now() + timedelta(days=1)}, 1),
    ],
)
def test_why_nobody_sees_it_is_said(editor, fields, reasons):
    organisation = OrganisationFactory(**fields)
    Organisation.objects.filter(pk=organisation.pk).update(
        **{name: value for name, value in fields.items() if name.endswith("_at")}
    )
    state = shown(editor, organisation)
    assert not state.is_public
    assert len(state.reasons) == reasons


def test_an_organisation_that_was_unpublished_says_so(editor):
    organisation = OrganisationFactory()
    organisation.unpublish()
    assert len(shown(editor, organisation).reasons) == 1


def test_every_organisation_that_is_not_public_has_a_reason_and_no_public_one_has(languages):
    now = timezone.now()
    dates = [None, now - timedelta(days=1), now + timedelta(days=1)]
    organisation = OrganisationFactory()
    for live in (True, False):
        for visibility in ("public", "withdrawn"):
            for go_live_at in dates:
                for expire_at in dates:
                    for first in (None, now):
                        Organisation.objects.update(
                            live=live,
                            visibility=visibility,
                            go_live_at=go_live_at,
                            expire_at=expire_at,
                            first_published_at=first,
                        )
                        state = public_state(Organisation.objects.get(pk=organisation.pk))
                        assert state.is_public is not bool(state.reasons), (
                            live,
                            visibility,
                            go_live_at,
                            expire_at,
                        )


def test_what_visitors_miss_is_said_with_what_to_do(editor):
    assert len(shown(editor, OrganisationFactory(texts={})).missing) == 2
    assert len(shown(editor, OrganisationFactory(texts={}, verified=True)).missing) == 1


def test_saved_changes_that_are_not_public_are_mentioned(editor):
    organisation = OrganisationFactory()
    assert not shown(editor, organisation).has_unpublished_changes
    organisation.get_latest_revision_as_object().save_revision()
    assert shown(editor, organisation).has_unpublished_changes


def test_the_state_of_each_text_is_shown_with_the_way_to_it(editor):
    organisation = OrganisationFactory(texts={"es": "Uno."})
    draft = OrganisationTextFactory(organisation=organisation, language="eu", published=False)
    response = editor.get(edit(organisation))
    states = {text.language: text.state for text in response.context["public_state"].texts}
    assert states == {"es": "public", "eu": "draft", "en": "missing", "fr": "missing", "ar": "missing"}
    html = response.content.decode()
    assert address("edit", draft.pk, model="organisationtext") in html
    assert f"organisation={organisation.pk}&amp;locale=fr" in html


def test_the_reason_of_a_withdrawal_is_shown_to_colleagues_escaped(editor):
    organisation = OrganisationFactory(visibility="withdrawn", withdrawn_reason="<script>alert(1)</script>")
    html = editor.get(edit(organisation)).content.decode()
    assert "&lt;script&gt;alert(1)" in html and "<script>alert(1)" not in html


def test_links_to_texts_follow_the_rights(client_with):
    organisation = OrganisationFactory()
    html = client_with("change_organisation").get(edit(organisation)).content.decode()
    assert "/organisationtext/" not in html


def test_creating_an_organisation_leads_to_its_spanish_text(editor):
    response = editor.post(address("add"), submission(), follow=True)
    organisation = Organisation.objects.get()
    assert response.redirect_chain[-1][0].endswith(
        f"/organisationtext/add/?organisation={organisation.pk}&locale=es"
    )
    assert response.context["form"].instance.organisation == organisation
    assert response.context["form"].instance.locale == locale("es")


def test_who_may_not_write_texts_is_led_to_the_facts(client_with):
    response = client_with("add_organisation", "change_organisation").post(address("add"), submission())
    assert response.url == edit(Organisation.objects.get())


def test_an_older_version_can_be_looked_at(editor):
    organisation = OrganisationFactory()
    older = organisation.latest_revision
    organisation.save_revision()
    assert editor.get(address("revisions_revert", organisation.pk, older.pk)).status_code == 200
    assert editor.get(address("revisions_compare", organisation.pk, older.pk, "latest")).status_code == 200


def test_a_text_published_from_the_editor_is_public(editor):
    organisation = OrganisationFactory(texts={})
    url = address("add", model="organisationtext") + f"?organisation={organisation.pk}&locale=es"
    data = {"organisation": organisation.pk, "summary": "Acompaña.", "hours": ""}
    data |= dict.fromkeys(("description", "how_to_ask_for_help"), "null")
    response = editor.post(url, data | {"action-publish": "x"})
    text = OrganisationText.objects.get()
    assert response.url == address("edit", text.pk, model="organisationtext")
    assert text.live and text.language == "es"
