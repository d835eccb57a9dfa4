"""What nginx sends itself has the headers that the application would have said."""

import re

import pytest

from scripts import nginx_headers
from scripts.nginx_headers import FILES, FOLDER, content_of, path_of

SITE = (FOLDER / "site.conf").read_text(encoding="utf-8")
INCLUDED = re.findall(r"include /etc/nginx/defenders/headers-(\w+)\.conf;", SITE)


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_what_the_table_says(name):
    assert path_of(name).read_text(encoding="utf-8") == content_of(name), "run scripts/nginx_headers.py"


def test_every_file_is_used_and_there_is_no_other():
    assert set(INCLUDED) == set(FILES)
    assert {path.name for path in FOLDER.glob("headers*")} == {path_of(name).name for name in FILES}


def test_no_place_that_sends_files_has_no_headers():
    places = re.findall(r"\n    location [^{\n]*\{(.*?)\n    \}", SITE, re.DOTALL)
    assert len(places) > 8
    without = [
        place
        for place in places
        if "proxy.conf" not in place and "headers-" not in place and "/var/www/acme" not in place
    ]
    # These two lead on: to https, and to the page that stands in.
    assert [re.findall(r"return \d+", place) for place in without] == [["return 301"], ["return 503"]]


def test_the_page_that_stands_in_for_all_others_allows_its_own_style_alone(monkeypatch, tmp_path):
    policy = nginx_headers.policy_of_the_last_page()
    assert "unsafe" not in policy and policy.count("sha256-") == 1
    page = (FOLDER / "unavailable.html").read_text(encoding="utf-8")
    (tmp_path / "unavailable.html").write_text(page.replace("1rem", "2rem"), encoding="utf-8")
    monkeypatch.setattr(nginx_headers, "FOLDER", tmp_path)
    assert nginx_headers.policy_of_the_last_page() != policy
