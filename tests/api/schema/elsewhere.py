"""Addresses of a site on which `/api/v2/` was taken."""

from django.urls import include, path

urlpatterns = [path("open/data/", include("cms.api.urls"))]
