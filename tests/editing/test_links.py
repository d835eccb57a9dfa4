"""Which links are asked, when one counts as broken, and what is forgotten again."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from cms.editing.freshness.links.addresses import links_of
from cms.editing.freshness.links.probe import Finding, Prober
from cms.editing.freshness.links.results import addresses_to_ask, broken_links_of, record
from cms.management.commands import check_links
from cms.models import LinkCheck, Organisation
from tests.factories import OrganisationFactory, ProgrammeFactory, TrainingFactory

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 22)
SITE = "https://example.org/"


def on(days, outcome, url=SITE):
    record([(url, Finding(outcome, None))], DAY + timedelta(days=days))


def urls():
    return {url for _pk, url in links_of()}


def test_websites_sources_forms_programmes_and_trainings_are_asked():
    organisation = OrganisationFactory(
        website="https://one.example/",
        source_url="https://two.example/",
        channels=[
            {"kind": "web_form", "value": "https://three.example/"},
            {"kind": "encrypted_form", "value": "https://four.example/"},
            {"kind": "email", "value": "info@example.org"},
            {"kind": "onion", "value": "http://expyuzz4wqqyqhjn.onion"},
        ],
    )
    ProgrammeFactory(
        organisation=organisation, application_url="https://five.example/", source_url="https://six.example/"
    )
    TrainingFactory(organisation=organisation, url="https://seven.example/")
    assert urls() == {
        f"https://{name}.example/" for name in ("one", "two", "three", "four", "five", "six", "seven")
    }


def test_nothing_of_what_is_not_public_is_asked():
    OrganisationFactory(website=SITE, withdrawn=True)
    OrganisationFactory(website=SITE, draft=True)
    ProgrammeFactory(draft=True, application_url=SITE)
    ProgrammeFactory(organisation=OrganisationFactory(withdrawn=True), application_url=SITE)
    assert urls() == set()


def test_addresses_in_the_onion_network_are_left_out():
    OrganisationFactory()
    Organisation.objects.update(website="http://expyuzz4wqqyqhjn.onion/")
    assert urls() == set()


@pytest.mark.parametrize(
    ("story", "broken"),
    [
        ([(0, "missing")], False),
        ([(0, "missing"), (0, "missing")], False),
        ([(0, "missing"), (1, "unreachable")], True),
        ([(0, "missing"), (1, "ok")], False),
        ([(0, "missing"), (1, "ok"), (2, "missing")], False),
        ([(0, "missing"), (1, "unclear")], False),
        ([(0, "missing"), (1, "unclear"), (2, "error")], True),
        ([(0, "missing"), (1, "missing"), (2, "unclear")], True),
        ([(0, "refused"), (1, "refused")], False),
        ([(0, "insecure"), (1, "redirects"), (2, "ok")], False),
    ],
)
def test_a_link_is_broken_once_it_failed_on_two_days(story, broken):
    organisation = OrganisationFactory(website=SITE)
    for days, outcome in story:
        on(days, outcome)
    assert bool(broken_links_of([organisation.pk])) is broken


def test_those_that_wait_longest_come_first_and_none_twice_a_day():
    for name in ("a", "b", "c"):
        OrganisationFactory(website=f"https://{name}.example/")
    on(-3, "ok", "https://b.example/")
    on(-2, "ok", "https://a.example/")
    on(0, "ok", "https://c.example/")
    assert addresses_to_ask(9, DAY) == ["https://b.example/", "https://a.example/"]
    assert addresses_to_ask(1, DAY + timedelta(days=1)) == ["https://b.example/"]


def test_the_same_address_of_two_organisations_is_asked_once_and_noted_for_both():
    for _ in range(2):
        OrganisationFactory(website=SITE)
    assert addresses_to_ask(9, DAY) == [SITE]
    on(0, "missing")
    assert LinkCheck.objects.count() == 2


def test_a_link_that_was_corrected_is_forgotten_when_the_correction_is_published():
    organisation = OrganisationFactory(website=SITE)
    on(0, "missing")
    on(1, "missing")
    organisation.website = "https://new.example/"
    organisation.save_revision().publish()
    assert not LinkCheck.objects.exists()


def test_links_of_what_is_withdrawn_or_gone_are_forgotten_at_the_next_run():
    OrganisationFactory(website=SITE).withdraw()
    programme = ProgrammeFactory(application_url="https://five.example/")
    LinkCheck.objects.create(
        organisation=programme.organisation, url="https://old.example/", last_checked_on=DAY
    )
    on(0, "ok")
    assert not LinkCheck.objects.exists()


def test_looking_up_links_costs_the_same_however_many_there_are(django_assert_max_num_queries):
    for number in range(3):
        OrganisationFactory(website=f"https://{number}.example/")
    with django_assert_max_num_queries(7):
        addresses_to_ask(9, DAY)


@pytest.fixture
def site(monkeypatch):
    """Every site answers as the dict says; others say 200. Nothing leaves this machine."""
    answers = {}
    monkeypatch.setattr(Prober, "probe", lambda self, url: answers.get(url, Finding("ok", 200)))
    monkeypatch.setattr(check_links.Command, "pause", 0)
    return answers


def test_the_command_notes_what_it_finds(site, capsys):
    organisation = OrganisationFactory(website=SITE)
    site[SITE] = Finding("missing", 404)
    call_command("check_links")
    assert "1 addresses asked (missing: 1)." in capsys.readouterr().out
    check = LinkCheck.objects.get()
    assert (check.organisation, check.outcome, check.status_code) == (organisation, "missing", 404)
    call_command("check_links")
    assert "0 addresses asked." in capsys.readouterr().out


def test_a_computer_that_is_offline_breaks_no_link(site):
    for number in range(5):
        OrganisationFactory(website=f"https://{number}.example/")
        site[f"https://{number}.example/"] = Finding("unreachable")
    with pytest.raises(CommandError, match="offline"):
        call_command("check_links")
    assert not LinkCheck.objects.exists()


@pytest.mark.parametrize(
    "option",
    ["--limit=0", "--limit=-1", "--timeout=0", "--timeout=61", "--concurrency=9", "--seconds=0", "--limit=x"],
)
def test_options_out_of_bounds_are_refused(option):
    with pytest.raises(CommandError):
        call_command("check_links", option)


def test_no_more_than_the_limit_is_asked(site):
    for number in range(3):
        OrganisationFactory(website=f"https://{number}.example/")
    call_command("check_links", "--limit=2", verbosity=0)
    assert LinkCheck.objects.count() == 2


def test_broken_links_are_never_public(site, publish, client):
    OrganisationFactory(website=SITE)
    on(0, "missing")
    on(1, "missing")
    for content in (str(publish()), client.get("/api/v2/organisations/").content.decode()):
        assert "missing" not in content and "link" not in content.replace("linked", "")
