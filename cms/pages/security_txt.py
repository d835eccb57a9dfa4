"""`/.well-known/security.txt` (RFC 9116): where whoever found a weakness reports it."""

from datetime import UTC, datetime, time, timedelta

from django.urls import reverse

from cms.common.languages import LANGUAGES
from cms.conf import defenders_settings
from cms.pages.public_documents import public_text

# Whoever keeps a copy asks again before it is a year old, as the RFC recommends.
HOLDS = timedelta(days=180)


@public_text
def security_txt():
    """Return the document; None while nobody said where to report."""
    contact = defenders_settings.SECURITY_CONTACT
    if not contact:
        return None
    expires = datetime.combine(datetime.now(UTC).date() + HOLDS, time(tzinfo=UTC))
    fields = (
        ("Contact", contact),
        ("Expires", expires.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("Preferred-Languages", ", ".join(LANGUAGES)),
        ("Canonical", f"{defenders_settings.BASE_URL}{reverse('defenders_pages:security_txt')}"),
        ("Policy", defenders_settings.SECURITY_POLICY),
    )
    return "".join(f"{name}: {value}\n" for name, value in fields if value)
