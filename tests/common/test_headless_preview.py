"""Addresses of drafts in a partner's front end."""

import pytest

from cms.common.headless_preview import MalformedTemplate, fields_of, headless_address

VALUES = {
    "content_type": "defenders.StandardPage",
    "page_id": "7",
    "key": "temporary-protection",
    "lang": "eu",
    "token": "page.7.eu.1&x/..",
}


def test_a_template_is_filled_with_escaped_values():
    assert (
        headless_address("https://example.org/{lang}/{key}?t={token}", VALUES)
        == "https://example.org/eu/temporary-protection?t=page.7.eu.1%26x%2F.."
    )


@pytest.mark.parametrize(
    ("template", "start"),
    [
        (
            "https://example.org/preview",
            "https://example.org/preview?content_type=defenders.StandardPage&page_id=7",
        ),
        (
            "https://example.org/?a=1",
            "https://example.org/?a=1&content_type=defenders.StandardPage&page_id=7",
        ),
    ],
)
def test_an_address_without_placeholders_gets_a_query(template, start):
    address = headless_address(template, VALUES)
    assert address.startswith(start)
    assert address.endswith("&key=temporary-protection&lang=eu&preview_token=page.7.eu.1%26x%2F..")


def test_this_machine_may_do_without_https():
    assert fields_of("http://localhost:3000/{token}") == {"token"}


@pytest.mark.parametrize(
    "template",
    [
        "example.org/{token}",
        "ftp://example.org/{token}",
        "http://example.org/{token}",
        "https://",
        "https://[x/{token}",
        "https://example.org/{",
        "https://example.org/}{token}",
        "https://example.org/{}?{token}",
        "https://example.org/{0}/{token}",
        "https://example.org/{token!r}",
        "https://example.org/{token:>9}",
        "https://example.org/{token.__class__}",
        "https://example.org/{lang}",
        "https://{key}.example.org/{token}",
        "javascript:alert(1)//{token}",
    ],
)
def test_what_leads_nowhere_is_refused_with_a_reason(template):
    with pytest.raises(MalformedTemplate):
        fields_of(template)
