"""Whatever is below the API and is no endpoint."""

from django.urls import Resolver404, resolve
from rest_framework.views import APIView

from cms.api.problems import Problem
from cms.api.responses import redirect_response
from cms.api.views import PublicView


class NotFoundView(PublicView, APIView):
    """404 for every method; an endpoint written without its last slash is shown the way."""

    schema = None  # no address of its own to describe

    def initial(self, request, *args, **kwargs):
        if not self._is_endpoint_without_slash(request):
            raise Problem(404, "There is nothing at this address. Addresses of this API end with a slash.")

    def get(self, request, *args, **kwargs):
        query = request.META.get("QUERY_STRING", "")
        return redirect_response(
            request, f"{request.path}/?{query}" if query else f"{request.path}/", permanent=True
        )

    def _is_endpoint_without_slash(self, request):
        if request.path_info.endswith("/"):
            return False
        try:
            return resolve(f"{request.path_info}/").url_name != "not_found"
        except Resolver404:
            return False
