"""Addresses of the widgets, to be included at the root of a site, before patterns that begin with a language."""

from django.urls import path, re_path

from widgets.views import embed
from widgets.views.builder import builder, builder_style
from widgets.views.embed_style import embed_accent, embed_style
from widgets.views.guidance import guidance_page
from widgets.views.health import livez, readyz
from widgets.views.oembed import oembed
from widgets.views.preview import preview_page
from widgets.views.published import published_file
from widgets.views.sitemap import organisations_sitemap
from widgets.views.unknown import unknown_file
from widgets.views.widget_files import widget_file

app_name = "defenders_widgets"

urlpatterns = [
    path("published/v1/<str:name>", published_file, name="published_file"),
    path("widgets/v1/<str:name>", widget_file, name="widget_file"),
    path("embed/v1/map/", embed.map_page, name="map"),
    path("embed/v1/directory/", embed.directory_page, name="directory"),
    path("embed/v1/finder/", embed.finder_page, name="finder"),
    path("embed/v1/organisations/<str:slug>/", embed.organisation_page, name="organisation"),
    path("embed/v1/guidance/<slug:key>/", guidance_page, name="guidance"),
    path("embed/v1/preview/", preview_page, name="preview"),
    re_path(r"^embed/v1/map\.(?P<theme>light|dark)\.webp$", embed.map_picture, name="map_picture"),
    path("embed/v1/style.css", embed_style, name="embed_style"),
    re_path(r"^embed/v1/accent/(?P<accent>[0-9a-f]{6})\.css$", embed_accent, name="embed_accent"),
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("oembed/", oembed, name="oembed"),
    path("sitemap-organisations-<str:number>.xml", organisations_sitemap, name="sitemap"),
    path("embed/", builder, name="builder"),
    path("embed/builder.css", builder_style, name="builder_style"),
    # Whatever else lies below our folders; matches line breaks too, which path() converters do not.
    re_path(r"^embed/", embed.unknown_page),
    re_path(r"^(?:published|widgets|oembed)/", unknown_file),
]
