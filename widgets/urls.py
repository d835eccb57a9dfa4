"""Addresses of the widgets, to be included at the root of a site."""

from django.urls import path

from widgets.views.published import published_file
from widgets.views.unknown import unknown_file
from widgets.views.widget_files import widget_file

app_name = "defenders_widgets"

urlpatterns = [
    path("published/v1/<str:name>", published_file, name="published_file"),
    path("published/<path:rest>", unknown_file),
    path("widgets/v1/<str:name>", widget_file, name="widget_file"),
    path("widgets/<path:rest>", unknown_file),
]
