"""The table of headers itself: what no kind of address may have, and what each must."""

import pytest

from cms.common.http.policies import Elsewhere, Kind, headers_of

EVERY = list(Kind)
PAGES = [kind for kind in Kind if kind not in {"file", "health", "document", "media", "static"}]
STRICT = [kind for kind in Kind if kind != Kind.ADMIN]
ELSEWHERE = Elsewhere(
    pictures=("https://pictures.example",),
    static=("https://static.example",),
    tiles=("https://*.tiles.example",),
    previews=("https://partner.example",),
    widgets=("https://widgets.example",),
)


def policy(kind, elsewhere=None):
    """Return {directive: its sources}."""
    headers = headers_of(kind, elsewhere) if elsewhere else headers_of(kind)
    directives = [one.split() for one in headers["Content-Security-Policy"].split("; ")]
    assert len({name for name, *_sources in directives}) == len(directives)
    return {name: set(sources) for name, *sources in directives}


@pytest.mark.parametrize("kind", EVERY)
def test_whatever_is_not_named_is_refused(kind):
    rules = policy(kind)
    assert rules["default-src"] == {"'none'"}
    assert "object-src" not in rules
    assert not {"*", "https:", "http:", "'unsafe-eval'", "'strict-dynamic'"} & set().union(
        *(sources for name, sources in rules.items() if name != "frame-ancestors")
    )


@pytest.mark.parametrize("kind", EVERY)
def test_a_type_is_what_it_says_and_nobody_is_told_where_a_visitor_came_from(kind):
    headers = headers_of(kind)
    assert headers["X-Content-Type-Options"] == "nosniff"
    forms = kind in {Kind.ADMIN, Kind.ACCOUNT}
    assert headers["Referrer-Policy"] == ("same-origin" if forms else "no-referrer")


@pytest.mark.parametrize("kind", STRICT)
def test_scripts_and_styles_stand_in_files_of_the_site(kind):
    rules = policy(kind)
    for name in ("script-src", "style-src"):
        assert rules.get(name, set()) <= {"'self'"}


def test_the_editor_alone_may_have_scripts_in_its_html():
    assert policy(Kind.ADMIN)["script-src"] == {"'self'", "'unsafe-inline'"}


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.PAGE_DRAFT, Kind.EMBED, Kind.BUILDER])
def test_no_text_becomes_code_on_a_public_page(kind):
    rules = policy(kind)
    assert rules["require-trusted-types-for"] == {"'script'"}
    assert rules["trusted-types"] == {"'none'"}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_sends_forms_only_home_and_has_no_other_base(kind):
    rules = policy(kind)
    assert rules["form-action"] <= {"'self'", "'none'"}
    assert rules["base-uri"] == {"'none'"}


FRAMED = {"*": {Kind.EMBED}, "'self'": {Kind.ADMIN, Kind.EMBED_DRAFT, Kind.PAGE_DRAFT}}


@pytest.mark.parametrize("kind", EVERY)
def test_embed_pages_alone_stand_in_frames_of_others(kind):
    allowed = next((by for by, kinds in FRAMED.items() if kind in kinds), "'none'")
    assert policy(kind)["frame-ancestors"] == {allowed}
    assert "X-Frame-Options" not in headers_of(kind)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_keeps_to_itself(kind):
    headers = headers_of(kind)
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-DNS-Prefetch-Control"] == "off"
    isolated = headers.get("Cross-Origin-Embedder-Policy") == "credentialless"
    assert isolated or headers["Origin-Agent-Cluster"] == "?1"
    assert isolated == (kind != Kind.ADMIN)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_for_no_power_but_to_copy_and_to_log_in(kind):
    powers = dict(one.split("=") for one in headers_of(kind)["Permissions-Policy"].split(", "))
    expected = {"clipboard-write"}
    if kind == Kind.ACCOUNT:
        expected |= {"publickey-credentials-create", "publickey-credentials-get"}
    assert {name for name, allowed in powers.items() if allowed == "(self)"} == expected
    assert set(powers.values()) == {"()", "(self)"}
    assert {"camera", "geolocation", "microphone", "payment", "usb"} <= set(powers)


def test_only_what_partners_show_may_be_loaded_by_their_pages():
    anywhere = {kind for kind in Kind if headers_of(kind)["Cross-Origin-Resource-Policy"] == "cross-origin"}
    assert anywhere == {Kind.FILE, Kind.HEALTH, Kind.API_DOCS, Kind.EMBED, Kind.MEDIA}
    assert {headers_of(kind)["Cross-Origin-Resource-Policy"] for kind in Kind} == {
        "cross-origin",
        "same-origin",
    }


def test_drafts_and_what_is_not_for_visitors_are_in_no_search():
    hidden = {kind for kind in Kind if "X-Robots-Tag" in headers_of(kind)}
    assert hidden == {
        Kind.HEALTH,
        Kind.EMBED_DRAFT,
        Kind.PAGE_DRAFT,
        Kind.DEMO,
        Kind.ADMIN,
        Kind.ACCOUNT,
    }


# Origin -> the kinds that may use it, and for what.
NEEDED = {
    "https://pictures.example": {
        Kind.PAGE: {"img-src"},
        Kind.PAGE_DRAFT: {"img-src"},
        Kind.EMBED: {"img-src"},
        Kind.EMBED_DRAFT: {"img-src"},
        Kind.DEMO: {"img-src"},
        Kind.ADMIN: {"img-src"},
    },
    "https://static.example": {
        kind: {"script-src", "style-src", "font-src", "img-src"}
        for kind in (Kind.PAGE, Kind.PAGE_DRAFT, Kind.ADMIN, Kind.ACCOUNT)
    },
    "https://*.tiles.example": {Kind.ADMIN: {"img-src"}},
    "https://partner.example": {Kind.ADMIN: {"frame-src"}},
    "https://widgets.example": {Kind.DEMO: {"script-src", "img-src", "connect-src", "frame-src"}},
}


@pytest.mark.parametrize("origin", NEEDED)
def test_another_host_is_allowed_what_it_is_for_and_nothing_else(origin):
    found = {
        kind: {name for name, sources in policy(kind, ELSEWHERE).items() if origin in sources}
        for kind in Kind
    }
    assert {kind: names for kind, names in found.items() if names} == NEEDED[origin]


def test_nobody_can_change_the_table():
    with pytest.raises(TypeError):
        headers_of(Kind.PAGE)["Content-Security-Policy"] = ""
