"""A page whose last moment has passed is gone, even when the timer that unpublishes it stands still."""

from datetime import timedelta

import pytest
from django.utils import timezone


@pytest.mark.parametrize(("minutes", "status"), [(-1, 404), (60, 200)])
def test_a_live_page_is_served_until_it_expires(client, section, minutes, status):
    section.expire_at = timezone.now() + timedelta(minutes=minutes)
    section.save()
    assert section.live
    assert client.get(section.url).status_code == status


def test_an_expired_page_can_still_be_previewed(rf, section):
    section.expire_at = timezone.now() - timedelta(days=1)
    assert section.make_preview_request().status_code == 200
