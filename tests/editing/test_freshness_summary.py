"""The weekly summary: to whom, in which language, what it says, what it never says, and never twice."""

import smtplib
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from cms.directory.publish import FAILURE
from cms.editing.freshness.summary.content import NAMED, summary_of
from cms.editing.roles.definitions import ADMINISTRATOR_KEY, EDITOR_KEY, REVIEWER_KEY
from cms.management.commands import send_summary
from cms.models import LinkCheck, Organisation, Role, SentSummary
from tests.factories import OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db

TODAY = date.today()


@pytest.fixture
def colleague(django_user_model, languages):
    """Return a function that makes a user with a role and a language."""

    def make(name, role=REVIEWER_KEY, language="en", **fields):
        user = django_user_model.objects.create_user(name, **{"email": f"{name}@example.org"} | fields)
        group, _made = Group.objects.get_or_create(name=role)
        Role.objects.get_or_create(key=role, defaults={"group": group})
        user.groups.add(group)
        UserProfile.objects.create(user=user, preferred_language=language)
        return user

    return make


def sent():
    return sorted(address for message in mail.outbox for address in message.to)


def test_active_reviewers_and_administrators_with_an_address_get_it(colleague):
    OrganisationFactory()
    colleague("reviewer")
    colleague("administrator", ADMINISTRATOR_KEY)
    colleague("editor", EDITOR_KEY)
    colleague("left", is_active=False)
    colleague("nowhere", email="")
    call_command("send_summary", verbosity=0)
    assert sent() == ["administrator@example.org", "reviewer@example.org"]


def test_who_has_two_roles_gets_one(colleague):
    OrganisationFactory()
    user = colleague("both")
    user.groups.add(Group.objects.create(name="second"))
    Role.objects.create(key=ADMINISTRATOR_KEY, group=Group.objects.get(name="second"))
    call_command("send_summary", verbosity=0)
    assert sent() == ["both@example.org"]


def test_it_says_what_is_to_be_done_and_where(colleague, published_root):
    colleague("reviewer")
    day = TODAY - timedelta(days=3)
    OrganisationFactory(name="Due One", verified_on=day - timedelta(days=365), review_due=day)
    never = OrganisationFactory(name="Never One")
    OrganisationFactory(name="Soon One", verified_on=TODAY, review_due=TODAY + timedelta(days=9))
    LinkCheck.objects.create(
        organisation=never,
        url="https://gone.example/",
        outcome="missing",
        first_failed_on=day,
        last_failed_on=TODAY,
        last_checked_on=TODAY,
    )
    published_root.mkdir(parents=True, exist_ok=True)
    (published_root / FAILURE).touch()
    call_command("send_summary", verbosity=0)
    (message,) = mail.outbox
    html = message.alternatives[0][0]
    assert message.subject == "The directory this week: 2 organisations to check"
    for content in (message.body, html):
        assert "Due One" in content and "Never One" in content
        assert "https://defenders.example.org/admin/defenders/freshness/?state=waiting" in content
        assert "Broken" in content or "broken" in content
        assert "could not be renewed" in content
        assert "Soon One" not in content
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_outdated_translations_and_reviews_are_counted(languages, admin_user):
    organisation = OrganisationFactory(verified_on=TODAY, review_due=TODAY + timedelta(days=300))
    OrganisationTextFactory(organisation=organisation, language="eu", summary="Laguntzen du.")
    source = organisation.texts.get(locale__language_code="es")
    source.summary = "Acompaña siempre."
    source.save_revision().publish()
    summary = summary_of(TODAY)
    assert summary.outdated == [("Euskara", 1)]
    assert summary.to_check == 0


def test_each_reads_it_in_her_own_language(colleague):
    OrganisationFactory()
    for language in ("en", "es"):
        colleague(language, language=language)
    call_command("send_summary", verbosity=0)
    assert [f'lang="{message.to[0][:2]}"' in message.alternatives[0][0] for message in mail.outbox] == [
        True,
        True,
    ]


def test_nothing_private_is_in_it(colleague):
    colleague("reviewer")
    OrganisationFactory(
        name="Public One",
        internal_note="canary",
        source_url="https://canary.example/",
        consent_to_list_by="canary",
    )
    OrganisationFactory(name="canary-draft", draft=True)
    OrganisationFactory(name="canary-withdrawn", withdrawn=True)
    call_command("send_summary", verbosity=0)
    (message,) = mail.outbox
    assert "Public One" in message.body
    assert "canary" not in message.body + message.alternatives[0][0] + message.subject


def test_names_are_text_and_never_markup(colleague):
    colleague("reviewer")
    OrganisationFactory(name="<b>A & B</b>")
    call_command("send_summary", verbosity=0)
    assert "- <b>A & B</b>" in mail.outbox[0].body
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in mail.outbox[0].alternatives[0][0]


def test_a_long_list_is_cut_and_says_so(colleague):
    colleague("reviewer")
    OrganisationFactory()
    Organisation.objects.bulk_create(
        Organisation(name=f"Many {number:03}", slug=f"many-{number}", live=True)
        for number in range(NAMED + 1)
    )
    call_command("send_summary", verbosity=0)
    assert "and 2 more" in mail.outbox[0].body


def test_nothing_is_sent_when_there_is_nothing_to_say(colleague, capsys):
    colleague("reviewer")
    OrganisationFactory(verified_on=TODAY, review_due=TODAY + timedelta(days=300))
    call_command("send_summary")
    assert mail.outbox == []
    assert not SentSummary.objects.exists()
    assert "nothing" in capsys.readouterr().out.lower()


def test_nobody_gets_it_twice_in_a_week_unless_forced(colleague, monkeypatch):
    OrganisationFactory()
    colleague("first")
    call_command("send_summary", verbosity=0)
    colleague("second")
    call_command("send_summary", verbosity=0)
    assert sent() == ["first@example.org", "second@example.org"]
    call_command("send_summary", "--force", verbosity=0)
    assert len(mail.outbox) == 4
    monkeypatch.setattr(send_summary.timezone, "localdate", lambda: TODAY + timedelta(days=7))
    call_command("send_summary", verbosity=0)
    assert len(mail.outbox) == 6


def test_a_rehearsal_shows_it_and_sends_nothing(colleague, capsys):
    OrganisationFactory(name="Shown")
    colleague("reviewer")
    call_command("send_summary", "--dry-run")
    assert "Shown" in capsys.readouterr().out
    assert mail.outbox == []
    assert not SentSummary.objects.exists()


def test_one_address_alone_gets_it_and_it_does_not_count(colleague):
    OrganisationFactory()
    colleague("reviewer")
    call_command("send_summary", "--to=somebody@example.org", verbosity=0)
    assert sent() == ["somebody@example.org"]
    assert not SentSummary.objects.exists()
    with pytest.raises(CommandError, match="not an e-mail address"):
        call_command("send_summary", "--to=somebody\nBcc: x@example.org")


def test_what_could_not_be_sent_is_tried_again(colleague, monkeypatch):
    OrganisationFactory()
    colleague("reviewer")

    def refuse(*args, **kwargs):
        raise smtplib.SMTPRecipientsRefused({})

    monkeypatch.setattr(send_summary, "send_mail", refuse)
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("send_summary", verbosity=0)
    assert not SentSummary.objects.exists()
    with pytest.raises(CommandError):
        call_command("send_summary", "--to=somebody@example.org")


def test_the_queries_do_not_grow_with_what_there_is_to_say(languages):
    def queries():
        OrganisationFactory()
        with CaptureQueriesContext(connection) as captured:
            summary_of(TODAY)
        return len(captured)

    assert queries() == queries()
