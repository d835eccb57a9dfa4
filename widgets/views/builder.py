"""`/embed/`: choose what to show, see it, copy the code. From the published files alone; nothing is stored."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.common.http.answers import SHORT
from cms.common.http.policies import Kind
from widgets import builder as content
from widgets import pages
from widgets.directory_file import DirectoryUnavailable, load_directory
from widgets.guidance_file import GuidanceUnavailable, load_guidance, place_of_section
from widgets.options import read_query
from widgets.public_files import encoded_file
from widgets.rendering import render
from widgets.views.delivery import deliver, deliver_made, problem, public, public_as
from widgets.views.embed import unavailable

STYLE = Path(__file__).resolve().parents[1] / "static" / "defenders_widgets" / "builder.css"


@public_as(Kind.BUILDER)
def builder(request):
    """Show the choices, what they look like, and their code."""
    params = read_query(request.META.get("QUERY_STRING", ""))
    ui = content.interface_language(params)
    with override(ui):
        try:
            directory = load_directory(ui)
        except DirectoryUnavailable:
            return unavailable(request, ui)
        sections = _sections(ui)
        choices = content.read_choices(params, directory, sections)
        html = render("builder", content.page(choices, directory, sections, _title(choices)))
    return deliver_made(request, "text/html; charset=utf-8", html, cache=SHORT)


def _sections(lang):
    """Return {key: (title, its language)} of the guidance in the order of the site; nothing where none is published."""
    try:
        sections = load_guidance(lang).pages
    except GuidanceUnavailable:
        return {}
    ordered = sorted(sections, key=place_of_section)
    return {key: (sections[key]["title"], sections[key]["lang"]) for key in ordered}


def _title(choices):
    """Return what the link says, in the language of the embed."""
    options = choices.shown
    if choices.kind == content.GUIDANCE:
        title, _spoken = _sections(options.lang).get(choices.section, (choices.section, ""))
        return title
    with override(options.lang):
        return pages.title(choices.kind, options)


@public
def builder_style(request):
    """Serve the style sheet of the builder."""
    response = deliver(request, "text/css; charset=utf-8", lambda encoding: encoded_file(STYLE, encoding))
    return response or problem(404, _("There is no file of the widgets with this name."))
