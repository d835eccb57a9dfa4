"""Tags and filters of the guidance site's templates. What they compute is in `cms.pages`."""

from itertools import groupby
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from cms.common import exits
from cms.common.languages import direction as language_direction
from cms.conf import defenders_settings
from cms.directory.richtext import page_url, public_html
from cms.pages import site
from cms.pages.files import absolute

register = template.Library()

OPEN_GRAPH_LOCALES = {"es": "es_ES", "eu": "eu_ES", "en": "en_GB", "fr": "fr_FR", "ar": "ar_AR"}

# "role" is an attribute of ARIA.
ATTRIBUTES = {"role": "roles"}


@register.filter
def formatted(value):
    """Return rich text as sanitised HTML; links within this site hold on every host."""
    return published_html(public_html(value.source))


@register.filter
def published_html(html):
    """Return HTML that `public_html` made, such as that of records; links within this site hold on every host."""
    base = defenders_settings.BASE_URL
    return mark_safe(html.replace(f'href="{base}/', 'href="/') if base else html)  # noqa: S308  sanitised before


@register.filter
def direction(lang):
    """Return "rtl" or "ltr"."""
    return language_direction(lang)


@register.filter
def on_site(address):
    """Return an address without our own scheme and host."""
    return site.on_site(address)


@register.filter
def og_locale(lang):
    """Return a language as Open Graph wants it, with a territory where one is usual: "eu_ES"."""
    return OPEN_GRAPH_LOCALES.get(lang, lang.replace("-", "_"))


@register.simple_tag
def share_picture():
    """Return the absolute address of the picture for shared links: one for all pages, nothing to read in it."""
    return absolute(static("defenders/site/share.png"))


@register.filter
def page_path(page):
    """Return the address of a page within this site; "/" for one without any."""
    return site.on_site(page_url(page)) or "/"


@register.filter
def rows(body):
    """Return `{"type", "blocks"}` for each run of blocks of one type, so that neighbours can share a row."""
    return [
        {"type": block_type, "blocks": list(blocks)}
        for block_type, blocks in groupby(body, key=lambda block: block.block_type)
    ]


@register.simple_tag
def embed_address(widget, lang, filters):
    """Return the address of the page that shows the same as a widget, without scripts."""
    query = {"lang": lang} | {name: ",".join(codes) for name, codes in filters.items() if codes}
    return f"/embed/v1/{widget}/?{urlencode(query)}"


@register.simple_tag
def organisation_address(slug, lang):
    """Return the address of the page of an organisation, which needs no scripts."""
    return f"/embed/v1/organisations/{slug}/?{urlencode({'lang': lang})}"


@register.simple_tag
def exit_address(lang):
    """Return where the quick exit leads."""
    return exits.address(lang)


@register.simple_tag
def privacy_address(lang):
    """Return the address of the page about privacy, "" on a site without `cms.pages.urls` or in another language."""
    try:
        return reverse("defenders_pages:privacy", kwargs={"lang": lang})
    except NoReverseMatch:
        return ""


@register.simple_block_tag(end_name="end_widget_element")
def widget_element(content, widget, lang, filters):
    """Return the element of a widget around its fallback content, which stays until the widget is ready."""
    attributes = format_html_join(
        "",
        ' {}="{}"',
        ((ATTRIBUTES.get(name, name), ",".join(codes)) for name, codes in filters.items() if codes),
    )
    return format_html('<defenders-{0} lang="{1}"{2}>{3}</defenders-{0}>', widget, lang, attributes, content)
