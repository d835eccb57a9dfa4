"""Every package of a public host has a licence that somebody reviewed, and the page that lists them is up to date."""

import pytest

from scripts.supply import licences
from scripts.supply.locks import PRODUCTION, read_lock

REVIEWED = licences.reviewed()
LOCKED = licences.locked_names()


def test_there_is_a_review_of_every_locked_package_and_of_no_other():
    assert sorted(REVIEWED) == sorted(LOCKED), "python -m scripts.supply.licences, then review"


@pytest.mark.parametrize("name", LOCKED)
def test_the_licence_is_allowed_or_says_why_it_is_here(name):
    named = set(licences.names_in(REVIEWED[name].licence))
    assert named - {""}
    assert named <= licences.ALLOWED or REVIEWED[name].note


def test_packages_still_say_what_they_said_when_they_were_reviewed():
    changed = {
        name: said
        for name in LOCKED
        if (said := licences.stated_by(name)) is not None and said != REVIEWED[name].stated
    }
    assert changed == {}


def test_all_but_those_of_other_systems_are_installed_here():
    elsewhere = {package.name for package in read_lock(PRODUCTION) if package.marker}
    assert {name for name in LOCKED if licences.stated_by(name) is None} <= elsewhere


def test_the_page_is_up_to_date():
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "python -m scripts.supply.licences"


def test_a_new_package_waits_for_its_review_and_one_that_is_gone_leaves(tmp_path, monkeypatch):
    monkeypatch.setattr(licences, "locked_names", lambda: {"django": "5.2", "pytest": "9"})
    path = tmp_path / "licences.toml"
    path.write_text("")
    licences.update(path)
    lines = path.read_text().splitlines()[2:]
    assert lines[0] == f'django = {{ licence = "BSD-3-Clause", stated = "{REVIEWED["django"].stated}" }}'
    assert lines[1].startswith('pytest = { licence = "", stated = "MIT')
    assert len(lines) == 2
