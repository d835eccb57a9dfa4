"""The Wagtail API v2 router: one module per endpoint."""

from wagtail.api.v2.router import WagtailAPIRouter

from cms.api.categories import CategoriesAPIViewSet
from cms.api.organisations import OrganisationsAPIViewSet
from cms.api.pages import PublicPagesAPIViewSet
from cms.api.programmes import ProgrammesAPIViewSet
from cms.api.testimonies import TestimoniesAPIViewSet
from cms.api.trainings import TrainingsAPIViewSet

ENDPOINTS = (
    PublicPagesAPIViewSet,
    OrganisationsAPIViewSet,
    ProgrammesAPIViewSet,
    TrainingsAPIViewSet,
    TestimoniesAPIViewSet,
    CategoriesAPIViewSet,
)

api_router = WagtailAPIRouter("defenders_api")
for endpoint in ENDPOINTS:
    api_router.register_endpoint(endpoint.name, endpoint)
