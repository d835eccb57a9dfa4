"""Unpublished, withdrawn, hidden, deleted and never existing answer alike: status, headers, body and work."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.directory.preview_tokens import ORGANISATION, PAGE, PreviewTarget, make_token
from tests.leaks.sweep import as_bytes
from tests.leaks.visits import NOBODY

# What differs between two answers to the same question: a moment, a key of a form, the tag of an echo.
MOMENTS = re.compile(
    rb'(?i)(date|expires|last-modified|etag): [^\n]*|csrfmiddlewaretoken" value="[^"]*"|csrftoken=\w+'
)
ORGANISATIONS = ("draft", "withdrawn", "unpublished", "expired", "scheduled", "deleted")
PAGES = (
    "draft page",
    "withdrawn page",
    "unpublished page",
    "expired page",
    "scheduled page",
    "page behind a login",
    "page below a withdrawn one",
    "copied page",
    "alias",
    "page that an alias repeats",
)
STATES = ("draft", "withdrawn", "deleted")
EMBEDDED = "https%3A%2F%2Fdefenders.example.org%2Fembed%2Fv1"
SEARCHES = ("/api/v2/organisations/?search={}", "/api/v2/pages/?search={}", "/embed/v1/directory/?search={}")
METHODS = ("get", "head", "options", "post")
LANGUAGES = ("es", "eu", "en", "fr", "ar")


def told(address, echoes, method="get", **headers):
    """Return (status, everything said but what was asked, number of queries)."""
    with CaptureQueriesContext(connection) as queries:
        response = getattr(Client(raise_request_exception=False), method)(address, headers=headers)
    content = as_bytes(response)
    for echo in echoes:
        # A number is an echo where it stands alone; a length may hold the same digits.
        content = re.sub(rb"(?<![\d-])" + re.escape(echo.encode()) + rb"(?!\d)", b"?", content)
    return response.status_code, MOMENTS.sub(b"", content), len(queries)


def same(address, echo, never, never_echo, **how):
    """Assert that two addresses answer alike, apart from the echo of what was asked."""
    # Alike in length too, so that a header may say it.
    assert told(address, [echo], **how) == told(never, [never_echo], **how)


def like(word, fill="x"):
    """Return a word that stands for nothing, as long as another one."""
    return re.sub("[a-z]", fill, word)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_in_the_api(world, name, method):
    uuid = str(world.things[name].uuid)
    for kind in ("organisations", "programmes", "trainings", "testimonies"):
        same(f"/api/v2/{kind}/{uuid}/", uuid, f"/api/v2/{kind}/{NOBODY}/", NOBODY, method=method)


@pytest.mark.parametrize(
    "name",
    [f"{kind} {state}" for kind in ("programme", "training") for state in (*STATES, "of the withdrawn")]
    + [f"testimony {state}" for state in (*STATES, "no consent")],
)
def test_guidance_in_the_api(world, name):
    kind, uuid = name.partition(" ")[0], str(world.things[name].uuid)
    listing = {"testimony": "testimonies"}.get(kind, f"{kind}s")
    for lang in LANGUAGES:
        same(
            f"/api/v2/{listing}/{uuid}/?lang={lang}", uuid, f"/api/v2/{listing}/{NOBODY}/?lang={lang}", NOBODY
        )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_name_of_an_organisation_in_addresses(world, name, lang):
    slug = world.things[name].slug
    never = like(slug)
    for address in (
        "/api/v2/organisations/find/?slug={}&lang=" + lang,
        "/embed/v1/organisations/{}/?lang=" + lang,
        "/embed/v1/directory/?only={}&lang=" + lang,
        "/embed/v1/directory/?open={}&lang=" + lang,
        f"/oembed/?url={EMBEDDED}%2Forganisations%2F{{}}%2F&lang=" + lang,
    ):
        same(address.format(slug), slug, address.format(never), never)


def test_a_former_name_of_what_is_not_public(world):
    former = "qzxleak" + "formerslugofthewithdrawn"
    assert world.secrets.found_in(former.encode()) == {"former slug of the withdrawn"}
    never = like(former)
    for address in ("/api/v2/organisations/find/?slug={}", "/embed/v1/organisations/{}/"):
        same(address.format(former), former, address.format(never), never)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_guidance_site(world, name, method):
    # Below a public parent; what Wagtail asks on its way down a tree that is there costs queries of its own.
    path = world.things[name].url_path.partition("/home-es/")[2].rstrip("/")
    never = like(path)
    found, missing = (told(f"/es/{one}/", [one], method) for one in (path, never))
    assert found[:2] == missing[:2]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_the_api(world, name):
    page = world.things[name]
    pk, never = str(page.pk), "9" * len(str(page.pk))
    same(f"/api/v2/pages/{pk}/", pk, f"/api/v2/pages/{never}/", never)
    for parameter in ("child_of", "descendant_of", "ancestor_of", "translation_of"):
        asked = f"/api/v2/pages/?{parameter}="
        assert told(asked + pk, [pk])[:2] == told(asked + never, [never])[:2], parameter
    path, nowhere = f"/es/{page.slug}/", f"/es/{like(page.slug)}/"
    found, missing = (told(f"/api/v2/pages/find/?html_path={one}", [one]) for one in (path, nowhere))
    assert found[:2] == missing[:2]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_inside_partners_pages(world, name):
    key = world.things[name].key
    if not key:
        return
    never = like(key)
    for address in ("/embed/v1/guidance/{}/", f"/oembed/?url={EMBEDDED}%2Fguidance%2F{{}}%2F"):
        same(address.format(key), key, address.format(never), never)


@pytest.mark.parametrize("name", ["document of a draft", "document of a page", "private document"])
def test_a_document_whoever_knows_its_name(world, name):
    document = world.things[name]
    where = f"/documents/{document.pk}/{document.filename}"
    never = f"/documents/{'9' * len(str(document.pk))}/{like(document.filename)}"
    for method in METHODS:
        assert told(where, [], method)[:2] == told(never, [], method)[:2]


def test_the_form_for_a_password_tells_no_page(world):
    restrictions = world.restrictions()
    for page in world.pages():
        if page.pk == world.things["page behind a password"].pk:
            continue
        for number in restrictions:
            address = f"/es/_util/authenticate_with_password/{number}/{{}}/"
            assert told(address.format(page.pk), [])[:2] == told(address.format("999999"), [])[:2], page


def test_a_token_tells_nothing_but_what_it_was_made_for(world):
    withdrawn, page = world.things["draft"], world.things["draft page"]
    for path, kind, key, other in (
        ("/embed/v1/preview/", ORGANISATION, str(withdrawn.uuid), PAGE),
        ("/preview/", PAGE, str(page.pk), ORGANISATION),
    ):
        missing = {ORGANISATION: NOBODY, PAGE: "999999"}[kind]
        never = told(f"{path}?token={make_token(PreviewTarget(kind, missing, 'es'))}", [])
        broken = make_token(PreviewTarget(kind, key, "es"))[:-1]
        for token in ("", "x", broken, make_token(PreviewTarget(other, key, "es"))):
            assert told(f"{path}?token={token}", [])[:2] == never[:2]


def test_searching_for_a_secret_finds_what_searching_for_nothing_does(world):
    told("/api/v2/pages/?search=x", [])  # Django asks for kinds of content once
    for word in list(world.secrets.words())[::40]:
        never = like(word)
        for address in SEARCHES:
            same(address.format(word), word, address.format(never), never)


def test_asking_where_nobody_public_works_finds_what_asking_anywhere_else_does(world):
    for address in ("/api/v2/organisations/?country={}&facets=true", "/embed/v1/directory/?country={}"):
        for number in ("TV", "NR"):
            assert b"qzx" not in told(address.format(number), [])[1]


def test_the_editor_says_nothing_to_whoever_has_no_account(world):
    page, organisation = world.things["draft page"], world.things["draft"]
    for address, pk in (
        ("/admin/pages/{}/edit/", page.pk),
        ("/admin/snippets/defenders/organisation/edit/{}/", organisation.pk),
        ("/admin/documents/edit/{}/", world.things["document of a draft"].pk),
        ("/admin/images/{}/", world.things["picture of a draft"].pk),
    ):
        never = "9" * len(str(pk))
        same(address.format(pk), str(pk), address.format(never), never)
