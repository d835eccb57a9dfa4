"""`Onion-Location`: tells Tor Browser that this very page can be had inside the Tor network, without leaving it.

    MIDDLEWARE = [..., "cms.pages.onion.OnionLocationMiddleware", "cms.api.middleware.PublicAddressMiddleware", ...]

Specification: https://community.torproject.org/onion-services/advanced/onion-location/
"""

from cms.conf import defenders_settings


class OnionLocationMiddleware:
    """Names the onion address of every public page that is asked for at another host."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        onion = defenders_settings.ONION_URL
        if onion and _is_a_public_page(response) and not _came_by_tor(request):
            # With the query: Tor Browser opens this address in place of the one that was asked for, and without it
            # a page would be in another language and show everything instead of what was chosen. It goes to nobody
            # but who sent it.
            response.headers["Onion-Location"] = f"{onion}{request.get_full_path()}"
        return response


def _came_by_tor(request):
    return request.META.get("HTTP_HOST", "").partition(":")[0].lower().endswith(".onion")


def _is_a_public_page(response):
    """Tell a page that anybody may have from the editor's, from drafts and from what is no page."""
    kept_back = response.headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and response.headers.get("Content-Type", "").startswith("text/html")
        and "no-store" not in kept_back
        and "private" not in kept_back
        and not response.cookies
    )
