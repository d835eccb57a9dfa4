"""Embed pages, oEmbed, builder, published files, previews and guidance pages."""

from tests.bad_input.cases import Case, Kind, said_by_files

HERE = "https%3A%2F%2Fdefenders.example.org"
DIRECTORY = "/embed/v1/directory/"
LONG = "a" * 9000
SCRIPT = "%3Cscript%3Ealert(1)%3C/script%3E"

NO_LANGUAGE = "This page does not exist in"
NO_COUNTRY = "is not a country: use a code of two letters"
NO_PAGE = "must be a whole number from 1 on."
NO_TEXT = "contains characters that are not text."
NOT_HERE = "This page does not exist"
ONLY_READ = "This address can only be read: use GET or HEAD."
READ_FILES = said_by_files(ONLY_READ)
NOT_OURS = "Only pages of https://defenders.example.org can be embedded."
NO_EMBED = "There is no page that can be embedded at this address."
NO_FILE = said_by_files("There is no published file of this name. manifest.json lists them.")
NOTHING = said_by_files("There is nothing at this address.")
NO_WIDGET = said_by_files("There is no file of the widgets with this name.")
NO_SITEMAP = said_by_files("There are not that many sitemaps. /sitemap.xml lists them.")
GONE = "This link shows nothing any more"
SITE_404 = "This page is not here"
UNREADABLE = "The address, or something that was sent with it, cannot be read."


def embed(target, says="", status=200, **more):
    """Return an embed page; sentences are compared in English."""
    return Case(target, status, Kind.EMBED, says, **more)


def noted(query, says):
    """Return the directory with a note about what could not be had as asked for."""
    return embed(f"{DIRECTORY}?{query}&lang=en", says)


NOTES = [
    embed(f"{DIRECTORY}?lang=tlh", NO_LANGUAGE),
    embed(f"{DIRECTORY}?lang=%00", "<h1"),
    embed(f"{DIRECTORY}?lang={SCRIPT}", NO_LANGUAGE),
    embed(f"{DIRECTORY}?lang=en&lang=eu", "can be given only once."),
    noted("role=pilot", "is not one of the values of “role”"),
    noted("service=%FF%FE", "is not one of the values of “service”"),
    noted("audience=../../etc/passwd", "is not one of the values of “audience”"),
    noted(f"role={SCRIPT}", "is not one of the values of “role”"),
    noted("country=ZZ", NO_COUNTRY),
    noted("country=%EF%BC%A3%EF%BC%AF", NO_COUNTRY),
    noted("country=C%00O", NO_TEXT),
    noted("country=" + ",".join(["CO"] * 200), "can have at most 50 values."),
    noted("seat=1", NO_COUNTRY),
    noted("language=e%0D%0ASet-Cookie:a=b", NO_TEXT),
    noted("language=es_MX", "is not a language tag (BCP 47)"),
    noted("urgent=yes", "“urgent” can be: true."),
    noted("government=2", "“government” can be: true, false."),
    noted("need=nothing", "need"),
    noted("need=%ED%A0%80", "need"),
    noted("search=" + "a" * 5000, "Only the first 200 characters are searched for."),
    noted("search=%00", NO_TEXT),
    noted("order=best", "“order” can be: "),
    noted("order=relevance", "“relevance” needs a “search” to be relevant to."),
    noted("page=0", NO_PAGE),
    noted("page=-5", NO_PAGE),
    noted("page=1e9", NO_PAGE),
    noted("page=NaN", NO_PAGE),
    noted("page=" + "9" * 6000, "page"),
    noted("theme=neon", "“theme” can be: auto, light, dark."),
    noted("accent=expression(alert(1))", "“accent” must be a colour such as 7a2e1d."),
    noted("accent=%23fff;background:url(//evil.example)", "“accent” must be a colour such as 7a2e1d."),
    noted("exit=https://evil.example/", "“exit” can be: off, on."),
    noted("open=nobody", "is no organisation of this directory."),
    noted(f"open={SCRIPT}", "is no organisation of this directory."),
    noted("only=nobody", "is no organisation of this directory."),
    noted("only=..%2f..%2fetc", "is no organisation of this directory."),
    noted("only=%00", NO_TEXT),
    noted(
        "only=" + ",".join(f"o-{number}" for number in range(900)), "is no organisation of this directory."
    ),
    noted("print=1", "“print” can be: true."),
    noted("print=%00", "“print” can be: true."),
]
SILENT = [
    noted("role[]=training&a[0][b]=1&__proto__=2", "<h1"),
    noted(";lang=eu;role=x", "<h1"),
    noted("&&&=&=", "<h1"),
    noted("%zz=%zz&%", "<h1"),
    noted("a=1&" * 2500, "<h1"),
    noted("search=%25s%25(name)s%7B%7D%7B0%7D", "<h1"),
    noted("search=%ED%A0%80", "<h1"),
    noted(f"search={SCRIPT}", "<h1"),
    noted("search=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "<h1"),
    noted("from=%00&to=evil&state=x&height=-1", "<h1"),
    embed(f"{DIRECTORY}?{LONG * 4}", "<h1"),
    *(
        embed(f"/embed/v1/{page}/?lang=en&theme=neon&page=x&search=%00&accent=x&role=x", "<h1")
        for page in ("map", "finder", "organisations/abaco")
    ),
    Case(f"/embed/v1/map.light.webp?role=%00&country=XX&lang={LONG}", 200, Kind.NOTHING, method="HEAD"),
    Case("/embed/v1/map.light.webp?role=%00", 204, Kind.NOTHING, method="OPTIONS"),
]
PATHS = [
    embed("/embed/nothing?lang=en", NOT_HERE, 404),
    embed("/embed/v1/organisations/nobody/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/organisations/%00/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/organisations/%ED%A0%80/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/organisations/a%0Ab/?lang=en", NOT_HERE, 404),
    embed(f"/embed/v1/organisations/{SCRIPT.replace('/', '%2f')}/?lang=en", NOT_HERE, 404),
    embed(f"/embed/v1/organisations/{LONG}/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/organisations/..%2f..%2fetc%2fpasswd/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/guidance/nothing/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/guidance/%FF/?lang=en", NOT_HERE, 404),
    embed("/embed//v1/map/?lang=en", NOT_HERE, 404),
    embed("/embed/v1/map.neon.webp?lang=en", NOT_HERE, 404),
    embed("/embed/v1/accent/FFFFFF.css?lang=en", NOT_HERE, 404),
    embed(f"/embed/v1/accent/{'f' * 9000}.css?lang=en", NOT_HERE, 404),
    embed("/embed/v1/organisations/nobody/?lang=eu", 'lang="eu"', 404),
    embed("/embed/v1/organisations/nobody/?lang=ar", 'dir="rtl"', 404),
    Case("/embed/v1/map?lang=en&role=%00", 301, Kind.MOVED, "/embed/v1/map/?lang=en&role=%00"),
    Case("/embed/v1/organisations/x?//evil.example", 301, Kind.MOVED, "/embed/v1/organisations/x/"),
]


def oembed(query, says, status=400):
    """Return a refusal of oEmbed."""
    return Case(f"/oembed/?{query}", status, Kind.PROBLEM, says)


OEMBED = [
    oembed("", "Say which page: url is missing."),
    oembed("url=", "Say which page: url is missing."),
    oembed("url=%00", "“url” has characters that cannot be read."),
    oembed("url=%FF", "“url” has characters that cannot be read."),
    oembed(f"url={HERE}/embed/v1/map/&url={HERE}/embed/v1/map/", "“url” can be given once."),
    oembed("url=http://[::1", "“url” is not a web address."),
    oembed("url=x", NOT_OURS, 404),
    oembed("url=/embed/v1/map/", NOT_OURS, 404),
    oembed("url=//defenders.example.org/embed/v1/map/", NOT_OURS, 404),
    oembed("url=https%3A%2F%2Fevil.example%2Fembed%2Fv1%2Fmap%2F", NOT_OURS, 404),
    oembed("url=https%3A%2F%2Fdefenders.example.org@evil.example%2Fembed%2Fv1%2Fmap%2F", NOT_OURS, 404),
    oembed("url=https%3A%2F%2Fuser:word@defenders.example.org%2Fembed%2Fv1%2Fmap%2F", NOT_OURS, 404),
    oembed(f"url={HERE}:8443/embed/v1/map/", NOT_OURS, 404),
    oembed(f"url={HERE}:99999/embed/v1/map/", NOT_OURS, 404),
    oembed(f"url={HERE}.evil.example/embed/v1/map/", NOT_OURS, 404),
    oembed("url=https%3A%2F%2Fdefenders.ex%C3%A4mple.org/embed/v1/map/", NOT_OURS, 404),
    oembed("url=https%3A%2F%2Fdefenders%E3%80%82example.org/embed/v1/map/", NOT_OURS, 404),
    oembed("url=javascript:alert(1)", NOT_OURS, 404),
    oembed("url=ftp%3A%2F%2Fdefenders.example.org/embed/v1/map/", NOT_OURS, 404),
    oembed(f"url={HERE}", NO_EMBED, 404),
    oembed(f"url={HERE}/admin/", NO_EMBED, 404),
    oembed(f"url={HERE}/embed/v1/finder/", NO_EMBED, 404),
    oembed(f"url={HERE}/embed/v1/organisations/nobody/", NO_EMBED, 404),
    oembed(f"url={HERE}/embed/v1/organisations/{SCRIPT.replace('/', '%2f')}/", NO_EMBED, 404),
    oembed(f"url={HERE}/embed/v1/../../admin/", NO_EMBED, 404),
    oembed(f"url={HERE}/embed/v1/directory/%3Fonly=abaco", NO_EMBED, 404),
    oembed(f"url={HERE}/{LONG}", "", 404),
    oembed(f"url={HERE}/embed/v1/map/&format=xml", "Only JSON is available: ask with format=json.", 501),
    oembed(f"url={HERE}/embed/v1/map/&format={SCRIPT}", "Only JSON is available: ask with format=json.", 501),
    *(
        oembed(
            f"url={HERE}/embed/v1/map/&{name}={value}",
            f"“{name}” must be a whole number of pixels from 1 to 100000.",
        )
        for name in ("maxwidth", "maxheight")
        for value in ("0", "-1", "1.5", "NaN", "x", "9" * 400, "%D9%A1", "1e3")
    ),
    oembed(f"url={HERE}/embed/v1/map/&maxwidth=%00", "“maxwidth” has characters that cannot be read."),
    oembed(f"url={HERE}/embed/v1/map/&maxwidth=1&maxwidth=2", "“maxwidth” can be given once."),
    Case(f"/oembed/?url={HERE}/embed/v1/map/?role={SCRIPT}", 200, Kind.DATA, '"type":"rich"'),
    Case(f"/oembed/?url={HERE}/embed/v1/map/&callback=alert&discover[]=1", 200, Kind.DATA, '"type":"rich"'),
]
BUILDER = [
    embed(f"/embed/?{query}", "<h1")
    for query in (
        "kind=nothing",
        "kind=%00&ui=%FF",
        f"kind=guidance&section={SCRIPT}",
        "section=..%2f..%2fetc",
        f"accent={SCRIPT}&height=-1&page=x",
        "height=99999999999999999999",
        f"role={LONG}",
        "lang=xx&ui=xx",
        "country=" + ",".join(["CO"] * 300),
        "a=1&" * 2500,
    )
]
FILES = [
    *(
        Case(f"/published/v1/{name}", 404, Kind.PROBLEM, NO_FILE)
        for name in (
            "nothing.json",
            "directory.xx.json",
            "directory.es.json%00",
            "directory.es.json.br",
            "DIRECTORY.ES.JSON",
            ".index",
            "CON",
            "%FF.json",
            "%ED%A0%80.json",
            "a" * 9000,
            "..",
            "a%0Ab.json",
            "..%5c..%5cmanifest.json",
        )
    ),
    *(
        Case(f"/published/{name}", 404, Kind.PROBLEM, NOTHING)
        for name in (
            "v1/../manifest.json",
            "v1/%2e%2e%2fmanifest.json",
            "v1//manifest.json",
            "v1/manifest.json/",
            "v2/manifest.json",
            "",
        )
    ),
    *(
        Case(f"/widgets/v1/{name}", 404, Kind.PROBLEM, NO_WIDGET)
        for name in ("nothing.js", "%2e%2e", "%00.js", "x.css", "%FF.js", "defenders.js%0A")
    ),
    Case("/widgets/v1/../../wsgi.py", 404, Kind.PROBLEM, NOTHING),
    Case("/widgets/v2/defenders.js", 404, Kind.PROBLEM, NOTHING),
    Case(
        "/published/v1/manifest.json",
        412,
        Kind.PROBLEM,
        "If-Match names another version",
        headers=(("If-Match", '"'),),
    ),
    *(
        Case("/published/v1/manifest.json", 200, Kind.DATA, '"files"', headers=((name, value),))
        for name, value in (
            ("Range", "bytes=abc"),
            ("Range", "bytes=-99999999999999999999"),
            ("Range", "bytes=0-0," * 900),
            ("If-Range", "\xff"),
            ("If-None-Match", '"'),
            ("If-None-Match", "x" * 9000),
            ("If-None-Match", '"a"' * 3000),
            ("If-Modified-Since", "yesterday"),
            ("Accept-Encoding", "\xff;q=NaN"),
            ("Host", "evil.example"),
            ("X-Forwarded-Host", "evil.example"),
        )
    ),
    Case("/published/v1/manifest.json?%FF=%00&" + LONG, 200, Kind.DATA, '"files"'),
    *(
        Case(f"/sitemap-organisations-{number}.xml", 404, Kind.PROBLEM, NO_SITEMAP)
        for number in ("0", "-1", "99", "99999999999999999999", "%D9%A1", "%FF", "1.5", "x", "01")
    ),
    Case("/sitemap.xml", 412, Kind.PROBLEM, "If-Match", headers=(("If-Match", "\xff"),)),
]
PREVIEWS = [
    *(
        Case(f"/embed/v1/preview/?token={token}", 404, Kind.EMBED, GONE, headers=(("Accept-Language", "en"),))
        for token in (
            "",
            "x",
            "a:b:c",
            "%00",
            "%FF",
            LONG,
            "eyJhIjoxfQ:1:2",
            SCRIPT,
            "x&token=y",
            "%F0%9F%98%80",
        )
    ),
    *(
        Case(f"/preview/?token={token}", 404, Kind.SITE, SITE_404, headers=(("Accept-Language", "en"),))
        for token in ("", "x", "a:b:c", "%00", "%FF", LONG, SCRIPT)
    ),
    Case("/preview/?token=x", 405, Kind.SITE, ONLY_READ, "POST", (("Accept-Language", "en"),), b"a=b"),
    Case("/embed/v1/preview/?token=x", 405, Kind.PROBLEM, READ_FILES, "POST", (), b"a=b"),
]
METHODS = [
    Case(target, 405, Kind.PROBLEM, ONLY_READ if target.startswith("/sitemap") else READ_FILES, method)
    for target in (
        DIRECTORY,
        "/embed/",
        "/oembed/",
        "/published/v1/manifest.json",
        "/sitemap.xml",
        "/robots.txt",
        "/livez",
    )
    for method in ("POST", "DELETE", "TRACE", "PROPFIND", "FOO", "M" * 3000)
]
CASES = NOTES + SILENT + PATHS + OEMBED + BUILDER + FILES + PREVIEWS + METHODS
