"""The translation editor is open while somebody else goes on without it: what it posts afterwards changes nothing."""

import pytest

from cms.editing.translations.actions import ACTIONS
from cms.editing.translations.addresses import address
from tests.localisation.translating import approved, spanish_page, spanish_text

pytestmark = pytest.mark.django_db

GOES_ON = {
    "stopped": lambda translation, source: type(translation).objects.update(enabled=False),
    "source deleted": lambda translation, source: source.delete(),
}


@pytest.mark.parametrize("way", GOES_ON)
@pytest.mark.parametrize("kind", ["text", "page"])
def test_a_button_of_an_editor_that_is_no_more_leads_to_the_form_and_saves_nothing(people, home, kind, way):
    source = spanish_text() if kind == "text" else spanish_page(home)
    translation = approved(source)
    row = translation.get_target_instance()
    GOES_ON[way](translation, source)
    for action in ACTIONS:
        response = people("translator").post(address("edit", row), {"action": action})
        assert (response.status_code, response.get("Location")) == (302, address("edit", row)), action
    latest = type(row).objects.get(pk=row.pk)
    assert latest.latest_revision_id == row.latest_revision_id
    assert not latest.has_unpublished_changes
