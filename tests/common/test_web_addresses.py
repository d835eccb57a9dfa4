import pytest

from cms.common.contacts import clean_value, clean_website, href
from cms.common.problems import ContactError

# Examples of the Tor specification.
ONIONS = [
    "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion",
    "sp3k262uwy4r2k3ycr5awluarykdpag6a7y33jxop4cs2lu5uz5sseqd.onion",
    "xa4r2iadxm55fbnqgwwi5mymqdcofiu3w6rpbtqn7b2dyn7mgwj64jyd.onion",
]


def refusal(function, *values):
    with pytest.raises(ContactError) as caught:
        function(*values)
    return caught.value.code


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("https://example.org", "https://example.org"),
        (" HTTPS://Example.ORG/Path?Q=1#Part ", "https://example.org/Path?Q=1#Part"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://españa.example/", "https://xn--espaa-rta.example/"),
        ("https://xn--espaa-rta.example/", "https://xn--espaa-rta.example/"),
        ("https://xn--strae-oqa.example/", "https://xn--strae-oqa.example/"),
        ("https://مثال.example/", "https://xn--mgbh0fb.example/"),
        ("https://example.org/año", "https://example.org/a%C3%B1o"),
        ("https://example.org/a%20b?x=%C3%B1", "https://example.org/a%20b?x=%C3%B1"),
        ("https://example.org/<b>\"'", "https://example.org/%3Cb%3E%22'"),
        ("https://example.org/?a=javascript:alert(1)", "https://example.org/?a=javascript:alert(1)"),
    ],
)
def test_a_web_address_is_kept_in_its_normal_form(value, stored):
    assert clean_value("web_form", value) == stored
    assert clean_website(stored) == stored
    assert href("encrypted_form", value) == stored


def test_only_the_website_may_do_without_encryption():
    assert clean_website("http://example.org/") == "http://example.org/"
    assert refusal(clean_value, "web_form", "http://example.org/") == "url_scheme"
    assert refusal(clean_value, "encrypted_form", "http://example.org/") == "url_scheme"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "empty"),
        ("example.org", "url_http_or_https"),
        ("www.example.org/path", "url_http_or_https"),
        ("ftp://example.org", "url_http_or_https"),
        ("javascript:alert(1)", "url_http_or_https"),
        ("JAVASCRIPT://example.org/%0aalert(1)", "url_http_or_https"),
        ("data:text/html,x", "url_http_or_https"),
        ("https:", "url_http_or_https"),
        ("https:///example.org", "url_http_or_https"),
        ("https:example.org", "url_http_or_https"),
        ("java\tscript:alert(1)", "invisible_characters"),
        ("https://example.org/\r\nSet-Cookie: x", "invisible_characters"),
        ("https://exam\u00adple.org", "invisible_characters"),
        ("https://example.org/a b", "url_unclear"),
        ("https://example.org\u00a0/", "url_unclear"),
        ("https://example.org\\@evil.example", "url_unclear"),
        ("https://[::1", "url_unclear"),
        ("https://example.org:99999/", "url_unclear"),
        ("https://example.org:x/", "url_unclear"),
        ("https://name:secret@example.org/", "url_credentials"),
        ("https://name@example.org/", "url_credentials"),
        ("https://@example.org/", "url_credentials"),
        ("https://localhost/", "url_host"),
        ("https://printer.local/", "url_host"),
        ("https://127.0.0.1/", "url_host"),
        ("https://[::1]/", "url_host"),
        ("https://2130706433/", "url_host"),
        ("https://0x7f.1/", "url_host"),
        ("https://example.org:0/", "url_host"),
        ("https://example/", "url_host"),
        ("https://.example.org/", "url_host"),
        ("https://example..org/", "url_host"),
        ("https://-example.org/", "url_host"),
        ("https://exa_mple.org/", "url_host"),
        ("https://exa%6dple.org/", "url_host"),
        ("https://" + "a" * 64 + ".org/", "url_host"),
        ("https://" + "a." * 130 + "org/", "url_host"),
        ("https://xn--\u00f1.org/", "url_host"),
        ("https://xn--99999999999.org/", "url_host"),
        ("https://straße.example/", "domain_spelling"),
        (f"https://{ONIONS[0]}/", "url_onion"),
        (f"https://www.{ONIONS[0].upper()}/", "url_onion"),
        ("https://example.org/" + "a" * 500, "too_long"),
        ("https://example.org/" + "ñ" * 200, "too_long"),
    ],
)
def test_a_bad_web_address_is_refused_with_its_reason(value, code):
    assert refusal(clean_website, value) == code


@pytest.mark.parametrize("onion", ONIONS)
def test_an_onion_address_is_recognised_by_its_checksum(onion):
    assert clean_value("onion", onion) == f"http://{onion}"


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (f"http://{ONIONS[0]}/", f"http://{ONIONS[0]}"),
        (ONIONS[0].upper(), f"http://{ONIONS[0]}"),
        (f"https://www.{ONIONS[0]}/help?x=1", f"https://www.{ONIONS[0]}/help?x=1"),
        (f"{ONIONS[0]}:8080/", f"http://{ONIONS[0]}:8080"),
    ],
)
def test_an_onion_address_may_have_a_scheme_and_a_path(value, stored):
    assert clean_value("onion", value) == stored


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (ONIONS[0].replace("pg6", "pg7"), "onion_checksum"),
        (ONIONS[0].replace("ryd.", "rya."), "onion_checksum"),
        ("a" * 16 + ".onion", "onion_old"),
        ("a" * 55 + ".onion", "onion_unclear"),
        ("1" * 56 + ".onion", "onion_unclear"),
        ("example.org", "onion_unclear"),
        (ONIONS[0] + ".example.org", "onion_unclear"),
        ("https://example.org/" + ONIONS[0], "onion_unclear"),
        ("ftp://" + ONIONS[0], "onion_unclear"),
        ("javascript://" + ONIONS[0], "onion_unclear"),
        ("http://name@" + ONIONS[0], "url_credentials"),
        ("http://" + ONIONS[0] + ":99999", "url_unclear"),
        (".onion", "onion_unclear"),
        ("http://", "url_host"),
    ],
)
def test_a_bad_onion_address_is_refused_with_its_reason(value, code):
    assert refusal(clean_value, "onion", value) == code
