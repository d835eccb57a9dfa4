"""The editor of this site wears the mark and the colours of the guidance site; other sites keep their own."""

import pytest
from django.urls import reverse


@pytest.mark.django_db
def test_the_editor_shows_our_mark_and_colours(admin_client):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'class="brand-mark"' in html
    assert "/static/config/brand.css" in html
