"""The API beyond single values: paths, order, combinations, headers and methods."""

from tests.api.identifiers import fixed_uuid
from tests.bad_input.api_parameters import REPEATED, UNKNOWN, UNREADABLE
from tests.bad_input.cases import Case, Kind

API = "/api/v2/"
ONE = f"{API}organisations/{fixed_uuid(1)}/"
NOTHING_HERE = "There is nothing at this address. Addresses of this API end with a slash."
NO_ORGANISATION = "There is no public organisation with this id."
NO_TOKEN = "This token shows nothing here"
ONLY_JSON = "Only application/json is available: accept it, or */*."
TOO_MANY = "The query has too many parameters or cannot be read."
ONLY_READ = "This address can only be read: use GET, HEAD or OPTIONS."


def bad(target, says, status=400, method="GET", headers=(), body=b""):
    """Return a request below the API that is refused."""
    return Case(API + target, status, Kind.PROBLEM, says, method, headers, body)


def fine(target, says="", headers=(), method="GET", body=b""):
    """Return a request that is odd and answered all the same."""
    return Case(API + target, 200, Kind.DATA, says, method, headers, body)


NAMES = [
    bad("organisations/?colour=red", UNKNOWN),
    bad("organisations/?Lang=es", UNKNOWN),
    bad("organisations/?role[]=training", UNKNOWN),
    bad("organisations/?role%5B0%5D=training", UNKNOWN),
    bad("organisations/?__proto__=1", UNKNOWN),
    bad("organisations/?lang=es;role=training", "“lang” can be: "),
    bad("organisations/?near=43.2,-2.9", UNKNOWN),
    bad("organisations/?format=xml", UNKNOWN),
    bad("organisations/?format=api", UNKNOWN),
    bad("organisations/?callback=alert", UNKNOWN),
    bad("organisations/?%00=x", UNKNOWN),
    bad("organisations/?%FF=x", UNKNOWN),
    bad("organisations/?%3Cscript%3Ealert(1)%3C/script%3E=x", UNKNOWN),
    bad("organisations/?" + "x" * 8500 + "=1", UNKNOWN),
    bad("organisations/?=x", UNKNOWN),
    bad("organisations/?" + "&".join(f"a{n}=1" for n in range(1500)), TOO_MANY),
    bad("organisations/?" + "lang=es&" * 999, REPEATED),
    bad("schema/?x=1", "Unknown parameter."),
    bad("docs/?format=json", "Unknown parameter."),
    bad("categories/?limit=5", UNKNOWN),
    bad("testimonies/?search=a", UNKNOWN),
    bad("trainings/?open=true", UNKNOWN),
]
VALUES = [
    bad("organisations/?role=" + ",".join(["training"] * 51), "“role” can have at most 50 values."),
    bad("organisations/?country=%C3%9F", "is not a country"),
    bad("organisations/?country=CO,,XX", "is not a country"),
    bad("organisations/?language=es_MX", "is not a language tag"),
    bad("organisations/?search=" + "a" * 201, "Search for at most 200 characters."),
    bad("organisations/?search=a&search=b", REPEATED),
    bad("organisations/?bbox=1,2,3", "four"),
    bad("organisations/?bbox=a,b,c,d", "number"),
    bad("organisations/?bbox=NaN,NaN,NaN,NaN", "number"),
    bad("organisations/?bbox=Infinity,0,1,1", "number"),
    bad("organisations/?bbox=1e5,0,1,1", "number"),
    bad("organisations/?bbox=%D9%A1,0,1,1", "number"),
    bad("organisations/?bbox=0,10,1,0", "south"),
    bad("organisations/?bbox=0,0,181,1", "180"),
    bad("organisations/?bbox=0,-91,1,1", "90"),
    bad("organisations/?bbox=0,0,1,1,", "four"),
    bad("organisations/?order=relevance", "search"),
    bad("organisations/?order=-name", "rder"),
    bad("organisations/?limit=-1", "“limit” is a whole number from 0 to 100."),
    bad("organisations/?limit=1000000000", "“limit” is a whole number from 0 to 100."),
    bad("organisations/?offset=1000000000", "“offset” is a whole number from 0 to 999999999."),
    bad("organisations/find/", "Say which organisation: slug is missing."),
    bad("pages/find/", "Say which page: html_path or id is missing."),
    bad("pages/?lang=es&locale=eu", "“lang” and “locale” mean the same: give one of them."),
    bad("pages/?descendant_of=root&child_of=root", "child_of"),
    bad("pages/?fields=" + "a(" * 199, "fields"),
    bad("pages/?fields=title(", "fields"),
    bad("pages/?type=auth.User", "There is no such type of page."),
    bad("pages/?type=%00", UNREADABLE),
]
PATHS = [
    bad("", NOTHING_HERE, 404),
    bad("nothing/", NOTHING_HERE, 404),
    bad("organisations/x/", NO_ORGANISATION, 404),
    bad("organisations/%00/", NO_ORGANISATION, 404),
    bad("organisations/%ED%A0%80/", NO_ORGANISATION, 404),
    bad("organisations/%FF/", NO_ORGANISATION, 404),
    bad("organisations/%3Cscript%3Ealert(1)%3C%2fscript%3E/", NOTHING_HERE, 404),
    bad("organisations/%0A/", NO_ORGANISATION, 404),
    bad("organisations/%2e%2e/%2e%2e/etc/passwd", NOTHING_HERE, 404),
    bad("organisations//", NOTHING_HERE, 404),
    bad(f"organisations/{fixed_uuid(77)}/", NO_ORGANISATION, 404),
    bad(f"organisations/{fixed_uuid(1).hex}/", NO_ORGANISATION, 404),
    bad("organisations/" + "a" * 9000 + "/", NO_ORGANISATION, 404),
    bad("organisations/find/?slug=nobody", "There is no public organisation with this slug.", 404),
    bad("organisations/find/?slug=../../etc/passwd", "There is no public organisation with this slug.", 404),
    bad("programmes/1/", "There is no public programme with this id.", 404),
    bad("trainings/%ED%A0%80/", "There is no public training with this id.", 404),
    bad("testimonies/..%2f..%2fetc/", NOTHING_HERE, 404),
    bad("pages/99999999999999999999/", "There is nothing", 404),
    bad("pages/" + "9" * 5000 + "/", "There is nothing", 404),
    bad("pages/-1/", "There is nothing", 404),
    bad("pages/find/?html_path=/nowhere/", "There is no public page at this path or with this id.", 404),
    bad(
        "pages/find/?html_path=//evil.example/", "There is no public page at this path or with this id.", 404
    ),
    bad("pages/find/?id=99999999999999999999", "There is no public page at this path or with this id.", 404),
    bad("%FF%FE", NOTHING_HERE, 404),
    bad("a%0Ab", NOTHING_HERE, 404),
    bad("/evil.example", NOTHING_HERE, 404),
]
TOKENS = [
    bad(f"organisations/{fixed_uuid(1)}/?preview_token={token}", NO_TOKEN, 404)
    for token in ("x", "a.b.c", "%FF", "%F0%9F%98%80", "x" * 8000, ":::", "eyJhIjoxfQ:1:2", "null")
] + [
    bad(f"organisations/{fixed_uuid(1)}/?preview_token=%00", UNREADABLE),
    bad("organisations/x/?preview_token=x", NO_TOKEN, 404),
    bad("pages/1/?preview_token=x", NO_TOKEN, 404),
    bad("organisations/?preview_token=x", UNKNOWN),
]
FORM = (("Content-Type", "multipart/form-data; boundary=x"),)
METHODS = [
    bad(target, ONLY_READ, 405, method)
    for target in ("organisations/", f"organisations/{fixed_uuid(1)}/", "pages/", "schema/", "docs/")
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "FOO", "M" * 3000)
] + [
    bad("nothing/", NOTHING_HERE, 404, "DELETE"),
    bad("organisations/", ONLY_READ, 405, "POST", (("Content-Type", "application/json"),), b'{"a": 1' * 1000),
    bad(
        "organisations/",
        ONLY_READ,
        405,
        "POST",
        (("Content-Type", "multipart/form-data; boundary=x"),),
        b"--x\r\nbroken",
    ),
    bad(
        "organisations/",
        ONLY_READ,
        405,
        "POST",
        (("Content-Encoding", "gzip"),),
        b"\x1f\x8b\x08" + b"\x00" * 500,
    ),
    bad("organisations/", ONLY_READ, 405, "POST", (("Content-Type", "text/plain; charset=hex"),), b"zz"),
    Case(f"{API}organisations/", 204, Kind.NOTHING, method="OPTIONS", body=b"x=1"),
    Case(f"{API}organisations/?colour=red", 400, Kind.PROBLEM, method="HEAD"),
]
HEADERS = [
    *(
        bad("organisations/", ONLY_JSON, 406, headers=(("Accept", value),))
        for value in ("text/html", "application/xml", "nonsense", "image/*", ";;;", "/", "a/b;" * 2000)
    ),
    bad("docs/", "Only text/html", 406, headers=(("Accept", "application/pdf"),)),
    bad("organisations/", "If-Match names another version", 412, headers=(("If-Match", '"'),)),
    bad("organisations/", "If-Match names another version", 412, headers=(("If-Match", "x" * 9000),)),
    *(
        fine("organisations/?limit=1", '"total_count"', headers=((name, value),))
        for name, value in (
            ("Accept", "*/*;q=0.1, \xff\xfe"),
            ("Accept-Encoding", "\xff"),
            ("Accept-Encoding", "identity;q=NaN, *;q=1e309"),
            ("Accept-Encoding", ",".join(["zstd"] * 2000)),
            ("Accept-Language", "x" * 4096),
            ("Cookie", "garbage"),
            ("Cookie", "sessionid=\x00; csrftoken=" + "x" * 8000),
            ("X-Forwarded-For", "garbage, ::::"),
            ("X-Forwarded-For", "1.1.1.1," * 2000),
            ("X-Forwarded-Host", "evil.example"),
            ("X-HTTP-Method-Override", "DELETE"),
            ("Expect", "nonsense"),
            ("Range", "bytes=0-0,-1," * 900),
            ("If-None-Match", '"a"' * 3000),
            ("If-None-Match", "\xff"),
            ("If-Modified-Since", "Mon, 99 Foo 99999 99:99:99 GMT"),
            ("Content-Type", "text/plain; charset=hex"),
            ("Content-Type", 'a/b; charset="'),
            ("Origin", "javascript:alert(1)"),
            ("Host", "evil.example"),
            ("Host", "[::1"),
            ("Host", None),
            ("User-Agent", "\xff" * 9000),
            ("Authorization", "Bearer \xff"),
            ("Transfer-Encoding", "chunked"),
        )
    ),
    fine("organisations/?limit=1", headers=(("Content-Length", "abc"),)),
    fine("organisations/?limit=1", headers=(("Content-Length", "-1"),)),
    fine("organisations/?limit=1", body=b"\x00\xff" * 50_000),
]
ODD_BUT_FINE = [
    fine("organisations/?lang=&role=&search=&limit=&bbox=&order=", '"total_count"'),
    fine("organisations/?limit=0", '"items":[]'),
    fine("organisations/?offset=999999999", '"items":[]'),
    fine("organisations/?country=co,%20fj", '"total_count"'),
    fine("organisations/?bbox=180,-90,-180,90", '"items":[]'),
    fine("pages/?search=%22%27*(NEAR%20OR", '"total_count"'),
    fine("pages/?id=99999999999999999999", '"total_count":0'),
]
CASES = NAMES + VALUES + PATHS + TOKENS + METHODS + HEADERS + ODD_BUT_FINE
