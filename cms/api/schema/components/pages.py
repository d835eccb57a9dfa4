"""Guidance pages."""

from django.apps import apps
from wagtail.models import Page

from cms.api.pages import META_FIELDS
from cms.api.schema.components import blocks
from cms.api.schema.components.lists import listing
from cms.api.schema.lengths import stored
from cms.api.schema.values import (
    Schema,
    address,
    array,
    code,
    described,
    flag,
    or_null,
    record,
    ref,
    text,
    whole,
)
from cms.models import HomePage
from cms.pages.base import DefendersPage

_LANG = "The language of the page."


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "Page": page(),
        "PageList": listing("Page"),
        "PageMeta": meta(),
        "PageParent": parent(),
        "PageTranslation": translation(),
        "Source": record(
            {"title": text("As the source itself is called."), "url": address("Its address.")},
            "What a page is based on.",
        ),
        **blocks.components(),
    }


def page_types() -> list[str]:
    """Return the names of the types of guidance pages."""
    models = apps.get_app_config("defenders").get_models()
    return [f"defenders.{model.__name__}" for model in models if issubclass(model, DefendersPage)]


def page_type(description: str = "") -> Schema:
    """Return the schema of a type of page: one of ours, or one that the site has besides."""
    own = text(pattern=r"^[a-z0-9_]+\.[A-Za-z0-9_]+$")
    return described({"anyOf": [code(page_types()), own]}, description)


def page() -> Schema:
    """Return the schema of a page: which members there are is for the request to say."""
    own = {**_identity(), **content()}
    members = {
        name: own[name] for name in ("id", "meta", "title", *(field.name for field in HomePage.api_fields))
    }
    return record(
        members,
        "A guidance page. A list gives `id`, `meta` and `title`, the detail all members; the parameter `fields` asks "
        "for more or less. Pages of a type that is not ours may have other members, which their site documents.",
        optional=members,
    )


def _identity():
    return {
        "id": whole("Number of the page on this site.", minimum=1),
        "meta": ref("PageMeta"),
        "title": stored(Page, "title", "The title."),
    }


def content() -> dict[str, Schema]:
    """Return {name: schema} of what the page says."""
    return {
        "key": text("Neutral name of the page, the same in all languages, or an empty text."),
        "menu_title": stored(HomePage, "menu_title", "A short title, or an empty text."),
        "introduction": stored(HomePage, "introduction", "The first sentences, or an empty text."),
        "body": array(ref("Block"), "What the page says, in its order."),
        "sources": array(ref("Source"), "What the page is based on."),
        "is_sample": flag("Whether this is sample content."),
    }


def meta() -> Schema:
    """Return the schema of the `meta` of a page."""
    own = {
        "type": page_type("The type of the page; a site may have types of its own besides ours."),
        "detail_url": address("Address of the page in the API."),
        "html_url": address("Address of the page for people."),
        "slug": stored(Page, "slug", "Its name in web addresses."),
        "show_in_menus": flag("Whether it is in the menu."),
        "seo_title": stored(Page, "seo_title", "Its title for search engines, or an empty text."),
        "search_description": text("What search engines show of it, or an empty text."),
        "first_published_at": or_null(text("When it was first published, in UTC.", format="date-time")),
        "parent": or_null(
            ref("PageParent"), "The page above, or null when it is not public; only in the detail."
        ),
        "locale": ref("Language", _LANG),
        "lang": ref("Language", _LANG),
        "translations": array(ref("PageTranslation"), "Its public translations."),
    }
    members = {name: own[name] for name in META_FIELDS}
    return record(members, "About a page.", optional=members)


def parent() -> Schema:
    """Return the schema of the page above."""
    return record(
        {
            "id": whole("Its number.", minimum=1),
            "meta": record(
                {
                    "type": page_type("Its type."),
                    "detail_url": address("Its address in the API."),
                    "html_url": address("Its address for people."),
                }
            ),
            "title": text("Its title."),
        },
        "The page above.",
    )


def translation() -> Schema:
    """Return the schema of a link to a translation."""
    return record(
        {
            "lang": ref("Language", _LANG),
            "id": whole("Its number.", minimum=1),
            "html_url": address("Its address for people."),
            "detail_url": address("Its address in the API."),
        },
        "A translation of the page.",
    )
