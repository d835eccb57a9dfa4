"""Made-up queries, paths, headers and files: never a failure of ours, never two seconds of work."""

import contextlib
from time import thread_time
from urllib.parse import quote, quote_from_bytes

from hypothesis import given
from hypothesis import strategies as st

from cms.common.uploads import documents, pictures
from cms.common.uploads.damaged import Damaged
from cms.exchange.files import read_file
from cms.exchange.problems import Refused
from tests.bad_input.cases import NO_TEXT, NONSENSE
from tests.bad_input.fuzz.rounds import SHARE, run
from tests.bad_input.policies import SECONDS, check_safe
from tests.common.uploads import files

# Names of parameters, and values some of them take.
NAMES = (
    *("lang", "role", "service", "audience", "country", "seat", "language", "urgent", "government", "search"),
    *(
        "order",
        "open",
        "page",
        "theme",
        "accent",
        "exit",
        "only",
        "print",
        "need",
        "url",
        "format",
        "maxwidth",
    ),
    *("maxheight", "token", "look", "kind", "section", "height"),
)
RIGHT = (
    *(
        "es",
        "eu",
        "ar",
        "CO",
        "FJ",
        "legal",
        "training",
        "true",
        "false",
        "dark",
        "relevance",
        "-verified_on",
    ),
    *("abaco", "1", "2", "json", "7a2e1d", "on"),
)
PAGES = (
    "/embed/v1/map/",
    "/embed/v1/directory/",
    "/embed/v1/finder/",
    "/embed/v1/organisations/abaco/",
    "/embed/v1/guidance/temporary-protection/",
    "/embed/v1/map.light.webp",
    "/embed/v1/preview/",
    "/embed/",
    "/preview/",
)
HEADERS = (
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "If-None-Match",
    "If-Match",
    "Range",
    "Cookie",
    "Host",
)

anything = st.one_of(
    st.sampled_from([*NONSENSE.values(), *NO_TEXT.values()]),
    st.sampled_from(RIGHT),
    st.text(max_size=30).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))),
    st.binary(max_size=30).map(quote_from_bytes),
)
queries = st.lists(st.tuples(st.sampled_from(NAMES), anything), max_size=5).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)
headers = st.lists(
    st.tuples(
        st.sampled_from(HEADERS),
        st.binary(max_size=60).map(lambda value: value.decode("latin-1")),
    ),
    max_size=2,
    unique_by=lambda pair: pair[0],
)


def safe(ask, target, **more):
    """Ask, and assert what holds for every answer."""
    answer = ask(target, **more)
    check_safe(answer)
    assert answer.seconds < SECONDS or ask(target, **more).seconds < SECONDS, target
    return answer


def test_embed_pages_and_previews_take_any_query(ask):
    @given(page=st.sampled_from(PAGES), query=queries, sent=headers)
    def made(page, query, sent):
        answer = safe(ask, f"{page}?{query}", headers=sent)
        assert answer.status in (200, 304, 404, 405, 412) or (answer.status == 400 and page == "/preview/")

    run(made, SHARE["embed"])


def test_oembed_takes_any_address(ask):
    ours = st.tuples(
        st.sampled_from(
            ["https://defenders.example.org", "//defenders.example.org", "https://", "http://[", ""]
        ),
        st.sampled_from([*PAGES, ""]) | anything,
        queries,
    ).map(lambda parts: quote(f"{parts[0]}{parts[1]}?{parts[2]}", safe="%"))

    @given(url=ours | anything, query=queries, sent=headers)
    def made(url, query, sent):
        answer = safe(ask, f"/oembed/?url={url}&{query}", headers=sent)
        assert answer.status in (200, 304, 400, 404, 412, 501)
        assert answer.status == 304 or "json" in answer.headers["content-type"]

    run(made, SHARE["oembed"])


def test_files_and_pages_have_any_name(ask):
    folders = st.sampled_from(
        ["/published/v1/", "/widgets/v1/", "/embed/v1/", "/es/", "/api/v2/", "/", "/sitemap-"]
    )
    names = st.lists(anything | st.sampled_from(["..", ".", "", "manifest.json", ".json"]), max_size=4).map(
        "/".join
    )

    @given(folder=folders, name=names, query=queries, sent=headers)
    def made(folder, name, query, sent):
        answer = safe(ask, f"{folder}{name}?{query}", headers=sent)
        assert answer.status < 500

    run(made, SHARE["files"])


def test_uploads_hold_any_bytes():
    member = {
        "[Content_Types].xml": b"",
        "xl/workbook.xml": b"<workbook/>",
        "mimetype": ODT,
        "content.xml": b"<x/>",
    }
    whole = [
        files.jpeg(),
        files.png(),
        files.gif(),
        files.webp(),
        files.archive(member),
        b"name,slug\nA,a\n" * 9,
    ]

    @given(
        content=st.tuples(st.sampled_from(whole), st.lists(DAMAGE, max_size=4)).map(damaged)
        | st.binary(max_size=999)
    )
    def made(content):
        begun = thread_time()
        with contextlib.suppress(Damaged, pictures.UnknownFormat):
            pictures.without_metadata(content)
        for kind in documents.KINDS:
            assert documents.is_what_it_says(kind, content) in (True, False)
        with contextlib.suppress(Refused):
            assert all(row.number for row in read_file(content).rows)
        assert thread_time() - begun < SECONDS

    run(made, SHARE["uploads"])


ODT = b"application/vnd.oasis.opendocument.text"
DAMAGE = st.tuples(st.integers(0, 10**6), st.binary(max_size=20), st.booleans())


def damaged(parts):
    """Return content with bytes put over or between its own."""
    content, damages = parts
    for place, wrong, between in damages:
        place %= len(content)
        content = content[:place] + wrong + content[place + (0 if between else len(wrong)) :]
    return content
