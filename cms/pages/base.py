"""What every guidance page is made of."""

from http import HTTPMethod

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework.serializers import Field
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.common.http.policies import Kind
from cms.conf import defenders_settings
from cms.directory.visibility import published_pages
from cms.pages.blocks import GuidanceBody
from cms.pages.blocks.listings import ROTATING
from cms.pages.blocks.widgets import PresetBlock
from cms.pages.errors import only_reading
from cms.pages.headless import HEADLESS, headless_preview
from cms.pages.links import public_links
from cms.pages.site import surroundings
from cms.pages.sources import SourceList
from cms.pages.withdrawn import WithdrawnStaysTester
from cms.roles.publication import PublishedByASecondPerson
from cms.snippets.translated import TranslatedContent


class BodyField(Field):
    """The body as typed JSON, its links resolved once for the whole page."""

    def get_attribute(self, instance):
        return instance

    def to_representation(self, page):
        context = self.context | {"links": page.public_links()}
        return page.body.stream_block.get_api_representation(page.body, context=context)


class DefendersPage(PublishedByASecondPerson, TranslatedContent, Page):
    """Base of the guidance pages. Each has a `key`: its neutral name, the same in every language."""

    # Nearly every Wagtail site has a HomePage of its own: Django refuses two `page.homepage`.
    page_ptr = models.OneToOneField(
        Page,
        on_delete=models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="%(app_label)s_%(class)s",
    )

    menu_title = models.CharField(
        _("short title"),
        max_length=60,
        blank=True,
        help_text=_("For the menu and the browser tab. Leave it empty to use the title."),
    )
    introduction = models.TextField(
        _("introduction"),
        max_length=600,
        blank=True,
        help_text=_("One or two sentences that say what the reader finds here."),
    )
    body = StreamField(GuidanceBody(), verbose_name=_("content"), blank=True)
    sources = StreamField(
        SourceList(),
        verbose_name=_("sources"),
        blank=True,
        help_text=_("What this page is based on. Shown at the foot of the page."),
    )
    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("Readers see a notice that this has not been checked. Remove the mark once it has."),
    )

    show_in_menus_default = True

    # A copy is another page, made from no source.
    exclude_fields_in_copy = ["translated_from"]

    content_panels = [
        *Page.content_panels,
        FieldPanel("menu_title"),
        FieldPanel("introduction"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("sources"), FieldPanel("is_sample")], heading=_("Where it comes from")),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    api_fields = [
        APIField("key"),
        APIField("menu_title"),
        APIField("introduction"),
        APIField("body", serializer=BodyField()),
        APIField("sources"),
        APIField("is_sample"),
    ]

    # Exactly these go to translators (and to machine translation): nothing else may.
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("slug"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        TranslatableField("menu_title"),
        TranslatableField("introduction"),
        TranslatableField("body"),
        SynchronizedField("sources", overridable=False),
        SynchronizedField("is_sample", overridable=False),
        SynchronizedField("show_in_menus", overridable=False),
    ]

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        """Return what the user may do with the page."""
        return WithdrawnStaysTester(user, self)

    def public_links(self):
        """Return {pk: link} of the public pages that the body leads to, in the language of this page."""
        chosen = [block.value["page"] for block in self.body if block.block_type == "call_to_action"]
        return public_links(chosen, self.locale.language_code)

    # Nothing is sent to a page: there is no form on it.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    def check_request_method(self, request, *args, **kwargs):
        """Return 405 with a sentence for other methods, None for these."""
        refused = super().check_request_method(request, *args, **kwargs)
        return refused and only_reading(request)

    def serve(self, request, *args, **kwargs):
        """Show the page with the headers of pages."""
        response = super().serve(request, *args, **kwargs)
        response.header_kind = Kind.PAGE
        return response

    def serve_password_required_response(self, request, form, action_url):
        """Ask for the shared password of this very page; Http404 otherwise: Wagtail asks for any, on any page."""
        asked = form.restriction
        if asked.restriction_type != asked.PASSWORD or asked not in self.get_view_restrictions():
            raise Http404
        if not published_pages().filter(pk=self.pk).exists():
            raise Http404
        return super().serve_password_required_response(request, form, action_url)

    @property
    def preview_modes(self):
        """This site, and the front end of a partner if there is one."""
        headless = (
            [(HEADLESS, _("Front end of a partner"))] if defenders_settings.HEADLESS_PREVIEW_URL else []
        )
        return [("", _("This site")), *headless]

    def serve_preview(self, request, mode_name):
        """Return the preview in the mode; on this site if there is no other."""
        if mode_name == HEADLESS and defenders_settings.HEADLESS_PREVIEW_URL:
            return headless_preview(self, request)
        return super().serve_preview(request, "")

    @property
    def has_widgets(self):
        """Whether the body shows a directory or a map, which need a script."""
        return any(isinstance(block.block, PresetBlock) for block in self.body)

    @property
    def has_rotation(self):
        """Whether testimonies follow one another, which needs a script."""
        return any(
            block.block_type == "testimonies" and block.value["display"] == ROTATING for block in self.body
        )

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "links": self.public_links(),
            "site": surroundings(self),
            "site_lang": self.locale.language_code,
        }


class SectionPage(DefendersPage):
    """Base of the home page and its sections, one per language. `section_key` is public contract."""

    section_key: str

    parent_page_types = ["defenders.HomePage"]
    subpage_types = ["defenders.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        abstract = True

    @property
    def key(self):
        """The neutral name of the section."""
        return self.section_key
