"""`/embed/v1/guidance/<key>/`: a guidance section for a frame or a plain link, from the published file alone."""

from django.utils.translation import override

from cms.common.http.policies import Kind
from widgets.guidance import EXTENTS
from widgets.guidance import guidance_page as content_of_page
from widgets.guidance_file import GuidanceUnavailable, load_guidance
from widgets.options import EmbedOptions, parse_look, read_query
from widgets.rendering import render_within_limit
from widgets.views.delivery import public_as
from widgets.views.embed import html_response, not_found, unavailable


@public_as(Kind.EMBED)
def guidance_page(request, key):
    """Show a section of the guidance."""
    asked = parse_look(read_query(request.META.get("QUERY_STRING", "")))
    options = asked.options
    with override(options.lang):
        try:
            guidance = load_guidance(options.lang)
        except GuidanceUnavailable:
            return unavailable(request, options.lang)
        if key not in guidance.pages:
            return not_found(request, EmbedOptions(lang=options.lang))
        html = render_within_limit(
            "guidance",
            lambda extent: content_of_page(key, guidance, options, extent) | {"notes": asked.notes},
            EXTENTS,
        )
        return html_response(request, html)
