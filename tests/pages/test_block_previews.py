"""Editors see what a block is before they choose it: a group, a sentence, and an example in their language."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from cms.pages.blocks import GuidanceBody
from tests.factories import ProgrammeFactory

BLOCKS = GuidanceBody().child_blocks
# A picture, a file and the widgets cannot be made up.
WITHOUT_EXAMPLE = {"image", "document", "directory", "map"}


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_says_what_it_is_for(name):
    block = BLOCKS[name]
    assert str(block.meta.label) and str(block.meta.group)
    assert str(block.get_description()).endswith(".")
    assert block.is_previewable == (name not in WITHOUT_EXAMPLE)


def test_no_two_blocks_have_the_same_icon_and_label():
    assert len({(str(block.meta.label), block.meta.icon) for block in BLOCKS.values()}) == len(BLOCKS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(set(BLOCKS) - WITHOUT_EXAMPLE))
def test_the_example_is_shown_as_on_the_site(client, admin_user, name, settings):
    settings.LANGUAGE_CODE = "en"
    client.force_login(admin_user)
    ProgrammeFactory(name="Harrera")
    url = reverse("wagtailadmin_block_preview")
    response = client.get(url, {"id": BLOCKS[name].definition_prefix})
    html = response.content.decode()
    assert response.status_code == 200
    assert "defenders/site/site.css" in html
    with override("en"):
        example = BLOCKS[name].get_preview_value()
    heading = example.get("heading") or example["text"] if hasattr(example, "get") else "Before you travel"
    # There are no testimonies to show.
    assert name == "testimonies" or str(heading) in html
    assert (name == "programmes") == ("Harrera" in html)
