"""Nothing half-filled is lost when a session has ended: the page keeps it in itself until it can be sent again.

It is stored nowhere. Whoever logs in in another window gets a new CSRF token there; so sending it again asks once more,
and only in answer to a form of this very site.
"""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.csrf import csrf_failure as plain_csrf_failure

NEVER_REPEATED = {"csrfmiddlewaretoken"}


def unsent_form(request) -> HttpResponse:
    """Return the page that keeps what was sent; 403, because nothing was done with it."""
    return render(
        request,
        "accounts/unsent.html",
        {
            "fields": [
                (name, value)
                for name, values in request.POST.lists()
                for value in values
                if name not in NEVER_REPEATED and "password" not in name
            ],
            "files": sorted(request.FILES),
            "action": request.get_full_path(),
            "login": reverse("account_login"),
        },
        status=403,
    )


def repeatable_form(request) -> HttpResponse | None:
    """Offer to send a form of this site once more when its token is an old one; None for everything else."""
    own = f"{request.scheme}://{request.get_host()}"
    if (
        request.headers.get("Origin") == own
        and getattr(request, "user", None)
        and request.user.is_authenticated
    ):
        return unsent_form(request)
    return None


def csrf_failure(request, reason=""):
    """Answer a form without a token that fits: Django's page, unless the form can be sent again."""
    return repeatable_form(request) or plain_csrf_failure(request, reason)
