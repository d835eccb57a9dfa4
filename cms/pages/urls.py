"""Addresses beside the pages, to be included at the root of a site, before patterns that begin with a language."""

from django.urls import path, re_path

from cms.common.languages import LANGUAGES
from cms.pages.preview import page_preview
from cms.pages.privacy import privacy_in_language, privacy_page
from cms.pages.security_txt import security_txt
from cms.pages.sitemap import sitemap_index, sitemap_of_pages

app_name = "defenders_pages"

urlpatterns = [
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-pages.xml", sitemap_of_pages, name="sitemap_pages"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("privacy/", privacy_in_language, name="privacy_in_language"),
    re_path(rf"^privacy/(?P<lang>{'|'.join(LANGUAGES)})/$", privacy_page, name="privacy"),
    path("preview/", page_preview, name="preview"),
]
