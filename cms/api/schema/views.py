"""`schema/` and `docs/`: the description of the API, for programs and for people.

Nothing here reads the database, and all of it is ready after the first time: it may be asked for without end.
"""

from rest_framework.views import APIView

from cms.api.responses import content_response
from cms.api.schema.page import docs_page, docs_style
from cms.api.schema.served import place, served_json
from cms.api.views import PublicView
from cms.common.http.policies import Kind, headers_of


class DescriptionView(PublicView, APIView):
    """Base: no parameters, in English."""

    action = "document"
    parameters = {"document": ()}
    lang = "en"
    is_throttled = False


class SchemaView(DescriptionView):
    """The document as JSON."""

    def get(self, request):
        return served_json(place())


class DocsView(DescriptionView):
    """The document as a page."""

    media_types = ("text/html",)

    def get(self, request):
        return content_response(
            request, docs_page(place()), self.lang, "text/html; charset=utf-8", headers_of(Kind.API_DOCS)
        )


class DocsStyleView(DescriptionView):
    """The style sheet of the page, here so that it needs no collected static files."""

    schema = None  # part of the page
    media_types = ("text/css",)
    lang = None

    def get(self, request):
        return content_response(request, docs_style(), self.lang, "text/css; charset=utf-8")
