"""Guidance pages full of canaries, in every state in which visitors must not see them."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Comment, PageViewRestriction

from cms.models import StandardPage
from cms.snippets.page_withdrawal import withdraw_page
from tests.leaks.canaries import Flock


def texts_of_page(flock: Flock, name: str, image=None, document=None) -> dict:
    """Return the fields of a page, its key and slug aside."""
    return {
        "title": flock.word(f"{name}: title"),
        "menu_title": flock.word(f"{name}: short title"),
        "seo_title": flock.word(f"{name}: title for search engines"),
        "search_description": flock.word(f"{name}: words for search engines"),
        "introduction": flock.word(f"{name}: introduction"),
        "body": body(flock, name, image, document),
    }


def body(flock, name, image, document):
    """Return the content of a page, as it is stored."""
    blocks = [
        ("rich_text", f"<p>{flock.word(f'{name}: rich text')}</p>"),
        ("quote", {"text": flock.word(f"{name}: quote"), "attribution": flock.word(f"{name}: who said it")}),
    ]
    if image:
        alt, caption = flock.word(f"{name}: alt"), flock.word(f"{name}: caption")
        blocks.append(("image", {"image": image.pk, "alt": alt, "caption": caption}))
    if document:
        title = flock.word(f"{name}: what one downloads")
        blocks.append(("document", {"document": document.pk, "title": title, "text": ""}))
    raw = [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks]
    return StandardPage.body.field.stream_block.to_python(raw)


def add_page(parent, flock: Flock, name: str, key="", live=True, **files) -> StandardPage:
    """Add a page below another one."""
    page = StandardPage(
        slug=flock.word(f"{name}: slug of the page"),
        key=key,
        locale=parent.locale,
        live=False,
        **texts_of_page(flock, name, **files),
    )
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return StandardPage.objects.get(pk=page.pk)


def key_of(flock: Flock, name: str) -> str:
    """Return the permanent name of a page."""
    return flock.word(f"{name}: key")[:60]


def add_pages_that_are_not_public(home, secrets: Flock, files: dict, person) -> dict:
    """Return {name: page}, one page for each reason; those that were public are published and not taken off yet."""

    def add(name, **more):
        return add_page(home, secrets, name, key=key_of(secrets, name), **more)

    pages = {
        "draft page": add("draft page", live=False, **files),
        "page behind a login": add("page behind a login"),
        "page behind a password": add("page behind a password"),
        "withdrawn page": add("withdrawn page", **files),
        "unpublished page": add("unpublished page"),
        "expired page": add("expired page"),
        "scheduled page": add("scheduled page", live=False),
        "deleted page": add("deleted page"),
    }
    pages["page below a withdrawn one"] = add_page(
        pages["withdrawn page"], secrets, "page below a withdrawn one", key=key_of(secrets, "below")
    )
    for kind, values in (("login", {}), ("password", {"password": secrets.word("password of a page")})):
        PageViewRestriction.objects.create(
            page=pages[f"page behind a {kind}"], restriction_type=kind, **values
        )
    pages["copied page"] = pages["draft page"].copy(
        update_attrs={"slug": secrets.word("copied page: slug")}, keep_live=False
    )
    unkeyed = add_page(home, secrets, "page that an alias repeats")
    pages["page that an alias repeats"] = unkeyed
    pages["alias"] = unkeyed.create_alias(update_slug=secrets.word("alias: slug"), parent=home)
    scheduled = pages["scheduled page"]
    scheduled.go_live_at = timezone.now() + timedelta(days=3)
    scheduled.save_revision().publish()
    Comment.objects.create(
        page=pages["draft page"],
        user=person,
        text=secrets.word("comment on a page"),
        contentpath="title",
    )
    return pages


def take_pages_off(pages: dict, secrets: Flock) -> None:
    """Withdraw, unpublish, let expire and delete those that were public."""
    withdraw_page(pages["withdrawn page"], reason=secrets.word("why a page was withdrawn"))
    withdraw_page(pages["page that an alias repeats"], reason=secrets.word("why another was withdrawn"))
    pages["unpublished page"].unpublish()
    expired = timezone.now() - timedelta(hours=1)
    StandardPage.objects.filter(pk=pages["expired page"].pk).update(expire_at=expired)
    StandardPage.objects.get(pk=pages["deleted page"].pk).delete()
