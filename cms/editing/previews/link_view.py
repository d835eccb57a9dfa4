"""The page of the editor that makes preview links, and the buttons that lead to it."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import Page

from cms.conf import defenders_settings
from cms.directory.preview_tokens import ORGANISATION, PAGE
from cms.directory.visibility import is_withdrawn
from cms.editing.previews.links import can_link_to, expiry, links_to_organisation, links_to_page
from cms.pages.base import DefendersPage
from cms.roles.rights import may_change
from cms.snippets.organisation import Organisation
from cms.snippets.texts import OrganisationText

URL_NAME = "defenders_preview_links"
ICON = "link"


@dataclass(frozen=True)
class Linkable:
    """What links can be made to: `thing` is what the user must be allowed to change."""

    thing: Any
    links: list
    is_withdrawn: bool
    back: str


def _organisation(pk):
    organisation = get_object_or_404(Organisation, pk=pk)
    back = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[pk])
    return Linkable(
        organisation, links_to_organisation(organisation), organisation.visibility == "withdrawn", back
    )


def _text(pk):
    text = get_object_or_404(OrganisationText.objects.select_related("organisation", "locale"), pk=pk)
    back = reverse(OrganisationText.snippet_viewset.get_url_name("edit"), args=[pk])
    links = links_to_organisation(text.organisation, [text.language])
    return Linkable(text, links, text.organisation.visibility == "withdrawn", back)


def _page(pk):
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, DefendersPage):
        raise Http404
    return Linkable(
        page, links_to_page(page), is_withdrawn(page), reverse("wagtailadmin_pages:edit", args=[pk])
    )


KINDS = {"organisation": _organisation, "text": _text, "page": _page}


@never_cache
def preview_links(request, kind, pk):
    """Show a link to the draft per language, made now, and until when they open."""
    if kind not in KINDS:
        raise Http404
    linkable = KINDS[kind](pk)
    if not may_change(request.user, linkable.thing):
        raise PermissionDenied
    links = [] if linkable.is_withdrawn else linkable.links
    context = {
        "linkable": linkable,
        "links": links,
        "expires": expiry(),
        "hours": defenders_settings.PREVIEW_HOURS,
        "page_title": _("Preview links"),
        "page_subtitle": str(linkable.thing),
        "header_icon": ICON,
        "breadcrumbs_items": [
            {"url": linkable.back, "label": str(linkable.thing)},
            {"url": "", "label": _("Preview links")},
        ],
    }
    return TemplateResponse(request, "defenders/admin/preview_links.html", context)


def preview_link_urls():
    """Return them for the hook `register_admin_urls`, which asks for a login first."""
    return [path("defenders/preview-links/<str:kind>/<int:pk>/", preview_links, name=URL_NAME)]


def link_button(kind, thing, user, make=HeaderButton):
    """Return [the button to the links], or [] where the user may make none, or none can be shown."""
    shown = PAGE if kind == "page" else ORGANISATION
    if not thing.pk or not can_link_to(shown) or not may_change(user, thing):
        return []
    url = reverse(URL_NAME, args=[kind, thing.pk])
    return [make(_("Preview links"), url=url, icon_name=ICON, priority=70)]


def page_link_button(page, user, view_name, next_url=None):
    """Return the button in the menu of a guidance page, for the hook `register_page_header_buttons`."""
    page = page.specific
    return link_button("page", page, user, Button) if isinstance(page, DefendersPage) else []
