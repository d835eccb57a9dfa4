"""Addresses of the partner demo, for development only: include at `demo/`."""

from django.urls import path

from widgets.views.demo import demo_file

urlpatterns = [
    path("", demo_file, name="demo"),
    path("<str:name>", demo_file, name="demo_file"),
]
