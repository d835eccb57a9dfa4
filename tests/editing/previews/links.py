"""Preview links as somebody without an account opens them."""

from unittest.mock import patch

from django.utils import timezone

from cms.directory.preview_tokens import PreviewTarget, make_token


def token_of(kind, key, lang="es", hours_ago=0):
    """Return a token made so many hours ago."""
    made = timezone.now().timestamp() - hours_ago * 3600
    with patch("time.time", return_value=made):
        return make_token(PreviewTarget(kind, str(key), lang))


def organisation_link(organisation, lang="es", **more):
    """Return the address of the draft of an organisation."""
    return f"/embed/v1/preview/?token={token_of('organisation', organisation.uuid, lang, **more)}"
