"""What lies below our folders and is no address of ours."""

from django.utils.translation import gettext as _

from widgets.views.delivery import problem, public


@public
def unknown_file(request):
    """Answer for a file that cannot exist."""
    return problem(404, _("There is nothing at this address."))
