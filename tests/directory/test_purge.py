"""What goes from an older release and what stands in its place; pure, on records as files have them."""

import copy

import pytest

from cms.directory.public_items import items_of
from cms.directory.purge import NotPurged, purged

SITE = "https://defenders.example.org"


def text(words, lang="es", form="text"):
    return {form: words, "lang": lang, "outdated": False}


def organisation(uuid="1", **more):
    return {
        "id": uuid,
        "slug": f"slug-{uuid}",
        "name": f"Name {uuid}",
        "logo": None,
        "website": None,
        "onion_url": None,
        "urgent_help": False,
        "summary": text("Old."),
        "contacts": [],
        "places": [],
        **more,
    }


def contact(value, kind="phone", **more):
    return {"kind": kind, "value": value, "label": "", "urgent": False, "pgp_fingerprint": None, **more}


def city(lat, **more):
    return {
        "precision": "city",
        "country": "ES",
        "city": "Bilbao",
        "lat": lat,
        "lng": 1.0,
        "is_seat": False,
        **more,
    }


COUNTRY = {"precision": "country", "country": "ES", "is_seat": False}


def base(*organisations, former=(), **guidance):
    """Return the base files of a release, the same records in two languages."""
    return {
        **{
            f"directory.{lang}.json": {"as_of": "x", "organisations": list(organisations)}
            for lang in ("es", "eu")
        },
        "former_slugs.json": {"former_slugs": dict(former)},
        "guidance.es.json": {
            "pages": {},
            "programmes": [],
            "trainings": [],
            "testimonies": [],
            **guidance,
        },
    }


def purge(old, now):
    """Return the purged release; neither of the two is changed."""
    before = copy.deepcopy((old, now))
    made = purged(old, now, items_of(now, SITE), SITE)
    assert (old, now) == before
    return made


def purged_organisation(old, now):
    return purge(base(old), base(now))["directory.eu.json"]["organisations"][0]


def test_facts_that_were_corrected_stay_as_they_were():
    old = organisation(name="Old name", summary=text("Old words."))
    assert purged_organisation(old, organisation(name="New name", summary=text("New words."))) == old


def test_an_address_of_another_organisation_does_not_count():
    old = organisation(contacts=[contact("1"), contact("2")])
    now = organisation(contacts=[contact("2")])
    other = organisation("2", contacts=[contact("1")])
    made = purge(base(old), base(now, other))["directory.es.json"]["organisations"]
    assert made == [organisation(contacts=[contact("2")])]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ([contact("1", "email", pgp_fingerprint="A")], [contact("1", "email", pgp_fingerprint="B")]),
        ([contact("1")], [contact("1", "sms")]),
        ([contact("1")], []),
    ],
)
def test_when_a_contact_is_not_public_any_more_the_present_ones_stand_there(before, now):
    old = organisation(contacts=before, urgent_help=True)
    assert purged_organisation(old, organisation(contacts=now)) == organisation(contacts=now)


def test_a_contact_that_was_added_or_labelled_later_is_not_there():
    old = organisation(contacts=[contact("1", label="press")])
    assert purged_organisation(old, organisation(contacts=[contact("1"), contact("2")])) == old


@pytest.mark.parametrize(
    ("before", "now", "made"),
    [
        ([city(43.26271)], [city(43.26)], [city(43.26)]),
        ([city(43.26)], [COUNTRY], [COUNTRY]),
        ([city(43.26)], [], []),
        ([COUNTRY], [], []),
        ([COUNTRY], [city(43.26)], [COUNTRY]),
        ([city(43.26)], [city(43.26), COUNTRY], [city(43.26)]),
        ([city(43.26)], [city(43.26, is_seat=True)], [city(43.26)]),
    ],
)
def test_a_place_is_never_finer_than_it_is_now(before, now, made):
    assert purged_organisation(organisation(places=before), organisation(places=now))["places"] == made


@pytest.mark.parametrize("name", ["website", "logo"])
def test_an_address_that_was_given_up_goes(name):
    value = {"url": "https://a.example", "alt": "x"} if name == "logo" else "https://a.example"
    assert purged_organisation(organisation(**{name: value}), organisation())[name] is None
    assert purged_organisation(organisation(), organisation(**{name: value}))[name] is None


def test_a_text_that_was_taken_off_falls_to_the_present_one():
    old = organisation(summary=text("Euskaraz.", "eu"))
    assert purged_organisation(old, organisation(summary=text("Hoy.")))["summary"] == text("Hoy.")
    assert purged_organisation(old, organisation(summary=None))["summary"] is None


def test_a_link_to_a_page_that_is_gone_leads_nowhere_and_others_stay():
    html = f'<p><a href="{SITE}/gone/" rel="noopener">a</a> <a href="https://x.example/">b</a></p>'
    old = organisation(description=text(html, form="html"))
    made = purged_organisation(old, organisation(description=text("<p>New</p>", form="html")))
    assert made["description"]["html"] == '<p><a rel="noopener">a</a> <a href="https://x.example/">b</a></p>'


def test_a_link_to_a_page_that_is_public_stays():
    html = f'<a href="{SITE}/page/">a</a>'
    old = base(organisation(description=text(html, form="html")))
    now = base(
        organisation(description=text("", form="html")),
        pages={"about": {"title": "x", "url": f"{SITE}/page/"}},
    )
    assert purge(old, now)["directory.es.json"] == old["directory.es.json"]


def test_former_addresses_lead_to_who_is_left():
    old = base(organisation("1"), organisation("2"), former={"a": "slug-1", "b": "slug-2", "c": "slug-1"})
    now = base(organisation("1", slug="new"), former={"slug-1": "new", "a": "new"})
    made = purge(old, now)
    assert made["directory.es.json"]["organisations"][0]["slug"] == "slug-1"
    assert made["former_slugs.json"]["former_slugs"] == {"a": "slug-1"}


def test_an_address_that_nobody_may_know_any_more_becomes_the_present_one():
    made = purge(
        base(organisation(), former={"a": "slug-1"}), base(organisation(slug="new"), former={"a": "new"})
    )
    assert made["directory.es.json"]["organisations"][0]["slug"] == "new"
    assert made["former_slugs.json"]["former_slugs"] == {"a": "new"}


def test_two_organisations_never_get_one_address():
    old = base(organisation("1", slug="a"), organisation("2", slug="b"))
    with pytest.raises(NotPurged):
        purge(old, base(organisation("1", slug="b"), organisation("2", slug="c")))


def programme(owner="1", **more):
    reference = {"id": owner, "slug": f"slug-{owner}", "name": "x"}
    return {"id": "p", "name": "P", "organisation": reference, "application_url": "", **more}


def test_a_programme_that_moved_does_not_name_who_is_gone():
    old = base(organisation("1"), organisation("2"), programmes=[programme("1")])
    made = purge(old, base(organisation("2"), programmes=[programme("2", name="New")]))
    assert made["guidance.es.json"]["programmes"] == [programme("2")]


def test_what_no_rule_knows_is_as_it_is_now_or_not_at_all():
    old = base(organisation()) | {"kept.json": {"a": 1}, "gone.json": {"a": 1}}
    made = purge(old, base(organisation()) | {"kept.json": {"a": 2}, "new.json": {}})
    assert made["kept.json"] == {"a": 2}
    assert "gone.json" not in made
    assert "new.json" not in made


def test_a_release_that_holds_nothing_else_has_no_other_items():
    now = base(organisation(contacts=[contact("1"), contact("2")], places=[city(43.26)]))
    old = base(organisation(contacts=[contact("2")], places=[COUNTRY], name="Before", summary=text("Other.")))
    assert items_of(old, SITE) < items_of(now, SITE)
