"""`/widgets/v1/<file>`: the built scripts."""

from django.utils.translation import gettext as _

from widgets.public_files import widget_answer
from widgets.views.delivery import as_response, problem, public


@public
def widget_file(request, name):
    """Serve a file of the widgets."""
    answer = widget_answer(request.META, name)
    return (
        as_response(answer) if answer else problem(404, _("There is no file of the widgets with this name."))
    )
