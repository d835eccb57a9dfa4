"""`/published/v1/<name>`: the published files, from the folder of the current release and nothing else."""

from django.utils.translation import gettext as _

from cms.conf import defenders_settings
from widgets.public_files import published_answer
from widgets.views.delivery import as_response, problem, public


@public
def published_file(request, name):
    """Serve a published file; needs no database."""
    answer = published_answer(request.META, name)
    if answer:
        return as_response(answer)
    if not (defenders_settings.PUBLISHED_ROOT / "current").is_dir():
        return problem(503, _("Nothing has been published yet. Try again in a minute."))
    return problem(404, _("There is no published file of this name. manifest.json lists them."))
