"""`/livez` and `/readyz`: for whoever watches the processes and decides which of them gets visitors."""

from django.http import HttpResponse

from cms.common.http.answers import NOT_KEPT
from cms.common.http.policies import Kind
from cms.directory import health
from cms.directory.snapshot import as_json
from widgets import directory_file
from widgets.views.delivery import RETRY_AFTER_SECONDS, public_as


@public_as(Kind.HEALTH)
def livez(request):
    """Say that the process answers. Asks nothing and nobody: a process is not to be ended because a database is."""
    return _state({"status": "alive"})


@public_as(Kind.HEALTH)
def readyz(request):
    """Say whether there is something published to serve; without a database there is, as long as it was published."""
    published = health.published()
    state = {
        "status": "ready" if published else "unavailable",
        "published": published
        and {
            "as_of": published.as_of.isoformat(),
            "age_days": (directory_file.today() - published.as_of).days,
            "behind": published.is_behind,
            "held": published.is_held,
        },
        "database": health.database.answers(),
    }
    response = _state(state, 200 if published else 503)
    if not published:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _state(state, status=200):
    headers = {"Cache-Control": NOT_KEPT}
    return HttpResponse(as_json(state), status=status, content_type="application/json", headers=headers)
