"""The guidance site and the door of the editor, as visitors without an account meet them."""

from tests.bad_input.cases import Case, Kind

ENGLISH = (("Accept-Language", "en"),)
LONG = "a" * 9000
NOT_HERE = "This page is not here"
UNREADABLE = "The address, or something that was sent with it, cannot be read."
OTHER_NAME = "This site is not known by the name in the address."
LOGIN = "/accounts/login/"
ONLY_READ = "This address can only be read: use GET or HEAD."
UNPROVEN = "Nothing was saved. Go back, load the page again and send the form once more"
TOO_MUCH = "More was sent at once than can be taken."
FORM = "multipart/form-data; boundary="
MULTIPART = ("Content-Type", f"{FORM}x")
PARTS = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
FILES = b'--x\r\nContent-Disposition: form-data; name="a"; filename="../../x"\r\n\r\n1\r\n'
URLENCODED = ("Content-Type", "application/x-www-form-urlencoded")


def page(target, says=NOT_HERE, status=404, method="GET", headers=(), body=b""):
    """Return a page of the site in English, where nothing says otherwise."""
    return Case(target, status, Kind.SITE, says, method, (*ENGLISH, *headers), body)


PATHS = [
    page(path)
    for path in (
        "/en/nothing/",
        "/en/%00/",
        "/en/%FF/",
        "/en/%ED%A0%80/",
        "/en/%C0%AF/",
        "/en/a%0Ab/",
        "/en/..",
        "/en/%2e%2e/%2e%2e/etc/passwd",
        "/en/%252e%252e/",
        "/en//evil.example/..",
        "/en/%5C%5Cevil.example/",
        "/en/" + "a/" * 4500,
        f"/en/{LONG}/",
        "/en/%3Cscript%3Ealert(1)%3C%2fscript%3E/",
        "/en/;a=b/",
        "//evil.example/",
        "///etc/passwd",
        "/%5Cevil.example",
        "/%00",
        "/%FF",
        "/.env",
        "/.git/config",
        "/http://evil.example/",
        "/en/_util/authenticate_with_password/99999999999999999999/99999999999999999999/",
        "/documents/1/%FF",
        "/documents/99999999999999999999/%00",
        "/api//v2/organisations/",
    )
]
LANGUAGES = [
    Case("/es/nada/", 404, Kind.SITE, 'lang="es"', headers=ENGLISH),
    Case("/eu/ezer/", 404, Kind.SITE, 'lang="eu"', headers=ENGLISH),
    Case("/ar/x/", 404, Kind.SITE, 'dir="rtl"', headers=ENGLISH),
    Case("/%00", 404, Kind.SITE, 'lang="fr"', headers=(("Accept-Language", "fr"),)),
    Case("/%00", 404, Kind.SITE, 'lang="es"', headers=(("Accept-Language", "x" * 4096),)),
    Case("/%00", 404, Kind.SITE, 'lang="es"', headers=(("Accept-Language", "\xff\xfe;q=NaN"),)),
    Case("/%00", 404, Kind.SITE, 'lang="es"', headers=(("Accept-Language", ",".join(["zz;q=0.1"] * 900)),)),
    Case("/%00", 404, Kind.SITE, 'lang="es"', headers=(("Accept-Language", "../../etc/passwd"),)),
    Case("/eu/", 400, Kind.SITE, 'lang="eu"', headers=(*ENGLISH, ("Host", "evil.example"))),
]
MOVED = [
    Case(target, status, Kind.MOVED, where)
    for target, status, where in (
        ("/es/x?next=//evil.example", 301, "/es/x/?next=//evil.example"),
        ("/nothing/", 302, "/es/nothing/"),
        ("/admin/?next=//evil.example", 302, "/accounts/login/?next=/admin/"),
        ("/admin/%FF/", 302, "/login/"),
        ("/admin/pages/99999999999999999999/", 302, LOGIN),
    )
]
HOSTS = [
    page("/es/", "", 400, headers=(("Host", host),))
    for host in (
        "evil.example",
        "defenders.example.org.evil.example",
        "defenders.example.org:99999x",
        "a_b.example",
        "x" * 5000,
        "[::1",
        "\xff",
        "defenders.example.org/../",
        "a b",
        "",
        "defenders.example.org\x00",
    )
] + [
    page("/en/nothing/", OTHER_NAME, 400, headers=(("Host", "evil.example"),)),
    page("/admin/", OTHER_NAME, 400, headers=(("Host", "evil.example"),)),
    page("/en/nothing/", headers=(("Host", "DEFENDERS.EXAMPLE.ORG."),)),
    page("/en/nothing/", headers=(("X-Forwarded-Host", "evil.example"),)),
]
HEADERS = [
    page("/en/nothing/", headers=((name, value),))
    for name, value in (
        ("Accept", "nonsense;;;"),
        ("Accept", "a/b;" * 2000),
        ("Accept-Encoding", "\xff"),
        ("Cookie", "garbage;;;=;"),
        ("Cookie", "__Host-session=\x00"),
        ("Cookie", "__Host-session=" + "x" * 8000),
        ("Cookie", "django_language=../../etc/passwd"),
        ("Cookie", 'a="\\777"; messages=x'),
        ("Content-Type", "text/plain; charset=hex"),
        ("Content-Length", "abc"),
        ("Range", "bytes=0-1,2-3," * 900),
        ("If-Modified-Since", "\xff"),
        ("Referer", "\xff" * 9000),
        ("User-Agent", "\xff"),
        ("X-Forwarded-For", "garbage"),
        ("Expect", "nonsense"),
        ("Authorization", "Basic \xff"),
    )
]
# A form that proves nothing is refused unread; with this one it is read.
PROOF = "a" * 32
PROVEN = (
    ("Cookie", f"__Host-csrf={PROOF}"),
    ("X-CSRFToken", PROOF),
    ("Origin", "https://defenders.example.org"),
)
METHODS = [
    *(
        page("/en/nothing/", ONLY_READ, 405, method)
        for method in ("POST", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "FOO", "M" * 3000)
    ),
    page("/en/nothing/", ONLY_READ, 405, "POST", (URLENCODED,), b"a=" + b"x" * 100_000),
    page("/es/", 'lang="es"', 405, "TRACE"),
    page("/es/", 'lang="es"', 405, "POST", (URLENCODED, *PROVEN), b"a=1"),
    page("/en/nothing/", NOT_HERE, 404, "get"),
    page(LOGIN, UNPROVEN, 403, "POST", (URLENCODED,), b"username=x&password=y"),
    page(LOGIN, UNPROVEN, 403, "FOO"),
    page(
        LOGIN,
        UNPROVEN,
        403,
        "POST",
        (URLENCODED, ("Cookie", "__Host-csrf=\xff")),
        b"csrfmiddlewaretoken=%00",
    ),
    page(LOGIN, UNPROVEN, 403, "POST", (URLENCODED, ("Origin", "null")), b"a=b"),
    page(LOGIN, UNPROVEN, 403, "POST", (MULTIPART,), b"--x\r\nbroken"),
    page(
        LOGIN,
        TOO_MUCH,
        400,
        "POST",
        (URLENCODED, *PROVEN),
        b"&".join(b"a%d=1" % n for n in range(3000)),
    ),
    page(LOGIN, TOO_MUCH, 400, "POST", (URLENCODED, *PROVEN), b"a=" + b"x" * 3_000_000),
    page(LOGIN, TOO_MUCH, 400, "POST", (URLENCODED, *PROVEN), b"x" * 3_000_000 + b"=1"),
    page(LOGIN, TOO_MUCH, 400, "POST", (MULTIPART, *PROVEN), PARTS * 1500 + b"--x--"),
    page(LOGIN, TOO_MUCH, 400, "POST", (MULTIPART, *PROVEN), FILES * 150 + b"--x--"),
    page(LOGIN, UNREADABLE, 400, "POST", (("Content-Type", f"{FORM}\xff{LONG}"), *PROVEN), b"--x"),
    page(LOGIN, UNREADABLE, 400, "POST", (("Content-Type", FORM), *PROVEN), b"--x"),
    page(LOGIN, "", 200, "POST", (MULTIPART, *PROVEN), b"--x\r\nbroken"),
    page(LOGIN, "", 200, "POST", (MULTIPART, *PROVEN), b"\x1f\x8b\x08" + b"\x00" * 900),
    page(
        LOGIN,
        "",
        200,
        "POST",
        (URLENCODED, *PROVEN),
        b"username=%00&password=%FF&next=//evil.example",
    ),
    Case(LOGIN, 200, Kind.EDITOR, "", "POST", (URLENCODED, *PROVEN), b"username=" + b"x" * 90_000),
    page(LOGIN, "", 200, "POST", (URLENCODED, *PROVEN), b"next=javascript:alert(1)"),
    page(f"{LOGIN}?next=%00", "", 200),
    page(f"{LOGIN}?next=//evil.example", "", 200),
    page(f"{LOGIN}?next=javascript:alert(1)", "", 200),
    page(f"{LOGIN}?%FF=1&ended=%00", "", 200),
    Case(
        LOGIN,
        403,
        Kind.SCRIPT,
        UNPROVEN,
        "POST",
        (*ENGLISH, URLENCODED, ("X-Requested-With", "XMLHttpRequest")),
        b"a=b",
    ),
    Case(
        "/en/nothing/",
        404,
        Kind.SCRIPT,
        "It may have moved",
        headers=(*ENGLISH, ("Accept", "application/json")),
    ),
]
CASES = PATHS + LANGUAGES + MOVED + HOSTS + HEADERS + METHODS
