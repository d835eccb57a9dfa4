"""A form that somebody else has overtaken replaces what was saved only when its editor asks twice."""

import re

import pytest

from cms.models import Organisation, OrganisationText
from tests.editing.submissions import address, edit, latest, stored_place, submission
from tests.factories import CategoryFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

NUMBER, CORRECTED = "+34944000000", "+34944999999"
OVERTAKEN = "“Red Ejemplo” was saved after you had opened it"


def phone(organisation, **changes):
    (channel,) = latest(organisation).channels.all()
    return {"id": str(channel.pk or ""), "kind": channel.kind, "value": channel.value} | changes


def loaded(html):
    """Return the hidden fields that say which version a page shows."""
    names = "loaded_revision_id", "loaded_revision_created_at"
    return {name: re.search(rf'name="{name}" value="([^"]*)"', html)[1] for name in names}


def numbers(organisation):
    return [channel.value for channel in latest(organisation).channels.all()]


def sentences(response):
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture(autouse=True)
def english(settings):
    """Sentences are compared in the language in which they are written."""
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def organisation(editor):
    """A published organisation with a place and a phone number, saved with the form."""
    organisation = OrganisationFactory(office_in_bilbao=True, channels=[{"kind": "phone", "value": NUMBER}])
    assert save(editor, organisation).status_code == 302
    return organisation


def form_of(organisation, channel=None, **facts):
    return submission(
        places=[stored_place(latest(organisation).places.get())],
        channels=[channel or phone(organisation)],
        initial_places=1,
        initial_channels=1,
        **facts,
    )


def save(editor, organisation, channel=None, **facts):
    return editor.post(edit(organisation), form_of(organisation, channel, **facts) | {"action-publish": "x"})


@pytest.fixture
def overtaken(editor, organisation):
    """What a page posts that was opened before somebody corrected the number."""
    opened = form_of(organisation) | loaded(editor.get(edit(organisation)).content.decode())
    assert save(editor, organisation, phone(organisation, value=CORRECTED)).status_code == 302
    return opened


def test_the_first_save_is_refused_and_says_in_what_it_differs(editor, organisation, overtaken):
    response = editor.post(edit(organisation), overtaken | {"action-publish": "x"})
    assert response.status_code == 200
    assert numbers(organisation) == [CORRECTED]
    assert [channel.value for channel in Organisation.objects.get().channels.all()] == [CORRECTED]
    assert OVERTAKEN in sentences(response)
    assert "differs from what was saved in: Ways to reach it." in sentences(response)


def test_nothing_typed_is_lost_and_the_second_save_goes_through(editor, organisation, overtaken):
    page = editor.post(edit(organisation), overtaken | {"name": "Red Nueva"})
    assert page.context["form"]["name"].value() == "Red Nueva"
    assert page.context["form"].formsets["channels"].forms[0]["value"].value() == NUMBER
    again = overtaken | {"name": "Red Nueva"} | loaded(page.content.decode())
    assert editor.post(edit(organisation), again).status_code == 302
    assert (latest(organisation).name, numbers(organisation)) == ("Red Nueva", [NUMBER])


def test_parts_that_exist_only_in_a_draft_differ_only_when_they_do(editor, organisation):
    added = {"id": "", "kind": "email", "value": "ayuda@example.org"}

    def post(extra=added, **facts):
        data = submission(
            places=[stored_place(latest(organisation).places.get())],
            channels=[phone_of_rows(), extra],
            initial_places=1,
            initial_channels=1,
            **facts,
        )
        return editor.post(edit(organisation), data | opened)

    def phone_of_rows():
        channel = Organisation.objects.get().channels.get()
        return {"id": str(channel.pk), "kind": channel.kind, "value": channel.value}

    opened = {}
    assert post().status_code == 302
    opened = loaded(editor.get(edit(organisation)).content.decode())
    assert post(name="Red Nueva").status_code == 302
    assert "saved in: Name." in sentences(post())
    changed = sentences(post(added | {"value": "otra@example.org"}, name="Red Nueva"))
    assert "saved in: Ways to reach it." in changed


def test_a_removed_number_does_not_come_back_unasked(editor, organisation, overtaken):
    assert save(editor, organisation, phone(organisation, DELETE="on")).status_code == 302
    response = editor.post(edit(organisation), overtaken)
    assert response.status_code == 200
    assert numbers(organisation) == []
    assert "Ways to reach it" in sentences(response)


def test_a_form_with_a_mistake_says_it_too_for_the_next_save_goes_through(editor, organisation, overtaken):
    response = editor.post(edit(organisation), overtaken | {"website": "nowhere"})
    assert OVERTAKEN in sentences(response)
    assert "website" in response.context["form"].errors
    assert numbers(organisation) == [CORRECTED]


def test_a_form_that_nobody_has_overtaken_is_saved_at_once(editor, organisation):
    opened = form_of(organisation) | loaded(editor.get(edit(organisation)).content.decode())
    assert editor.post(edit(organisation), opened | {"name": "Red Nueva"}).status_code == 302
    assert latest(organisation).name == "Red Nueva"


@pytest.mark.parametrize("version", ["-1", "999999"])
def test_a_made_up_version_to_overwrite_is_refused_in_every_form(editor, organisation, version):
    category = CategoryFactory(kind="service", code="legal")
    text = OrganisationText.objects.get()
    forms = {
        edit(organisation): form_of(organisation, name="Red Nueva"),
        address("edit", category.pk, model="category"): {"order": "7", "label_es": "Nueva"},
        address("edit", text.pk, model="organisationtext"): {
            "organisation": str(organisation.pk),
            "summary": "Nueva",
        },
    }
    for url, data in forms.items():
        response = editor.post(url, data | {"overwrite_revision_id": version})
        assert response.status_code == 200
        assert sentences(response)
        for unreadable in ("x", "9" * 23, "²"):
            response = editor.post(url, data | {"overwrite_revision_id": unreadable})
            assert response.status_code == 400 and "overwrite_revision_id" in response.text
    category.refresh_from_db()
    assert (latest(organisation).name, category.order) == ("Red Ejemplo", 10)
    assert "Nueva" not in text.get_latest_revision_as_object().summary
