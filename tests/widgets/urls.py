"""The site with the widgets at its root."""

from django.urls import include, path

from config.urls import urlpatterns as site

urlpatterns = [path("", include("widgets.urls")), *site]
