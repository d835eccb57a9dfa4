"""`schema/` and `docs/`: the description of the API, for programs and for people."""

from rest_framework.views import APIView

from cms.api.schema.served import served_json
from cms.api.views import PublicView


class SchemaView(PublicView, APIView):
    """The document as JSON."""

    action = "document"
    parameters = {"document": ()}
    lang = "en"

    def get(self, request):
        return served_json()
