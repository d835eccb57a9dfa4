"""Nothing but public addresses of the internet is asked, whatever an editor typed and wherever a site redirects."""

import pytest

from cms.editing.freshness.links.targets import NotAsked, Policy, is_public


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.255.255.254",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # metadata of providers
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  not bound to, refused
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "nonsense",
        "",
    ],
)
def test_inner_and_made_up_addresses_are_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:93.184.215.14"])
def test_addresses_of_the_internet_are(ip):
    assert is_public(ip)


def policy(*ips):
    return Policy(look_up=lambda host: list(ips))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.org/",
        "example.org",
        "",
        "https://",
        "https://user:secret@example.org/",
        "https://example.org:22/",
        "https://example.org:99999/",
        "https://[::1/",
        "https://" + "a" * 70 + ".org/",
        "http://expyuzz4wqqyqhjn.onion/",
        "https://sub.expyuzz4wqqyqhjn.onion./",
    ],
)
def test_other_schemes_ports_and_shapes_are_not_asked(url):
    with pytest.raises(NotAsked):
        policy("93.184.215.14").target(url)


@pytest.mark.parametrize("ips", [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], []])
def test_a_name_that_leads_inside_is_not_asked_even_if_it_also_leads_outside(ips):
    with pytest.raises(NotAsked):
        policy(*ips).target("https://example.org/")


def test_numbers_instead_of_names_are_looked_up_and_checked_too():
    for url in (
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://localhost/",
    ):
        with pytest.raises((NotAsked, OSError)):
            Policy().target(url)


def test_the_request_goes_to_the_address_that_was_checked():
    target = policy("93.184.215.14").target("https://exämple.org/a b?q=ñ#part")
    assert target.ip == "93.184.215.14"
    assert (target.scheme, target.host, target.port) == ("https", "xn--exmple-cua.org", 443)
    assert target.path == "/a%20b?q=%C3%B1"
