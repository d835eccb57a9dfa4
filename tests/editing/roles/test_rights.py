"""The plain questions about rights, for every role."""

import pytest

from cms.editing.roles.rights import languages_of, may_change, may_publish_alone, may_review
from cms.roles.rights import is_second_person

ALL = None
NONE = frozenset()


@pytest.mark.parametrize(
    ("role", "languages"),
    [
        ("no group", NONE),
        ("editor", ALL),
        ("reviewer", ALL),
        ("translator", frozenset({"eu"})),
        ("administrator", ALL),
        ("superuser", ALL),
    ],
)
def test_languages_are_those_of_the_group(newsroom, role, languages):
    assert languages_of(newsroom.person(role)) == languages


def test_a_group_without_rights_on_texts_widens_nothing(newsroom, django_user_model):
    from django.contrib.auth.models import Group

    person = newsroom.person("translator")
    person.groups.add(Group.objects.create(name="Lectores"))
    assert languages_of(person) == {"eu"}


def test_two_languages_add_up(newsroom):
    from django.contrib.auth.models import Group

    person = newsroom.person("translator")
    person.groups.add(Group.objects.get(defenders_role__key="translator-fr"))
    assert languages_of(person) == {"eu", "fr"}


def test_somebody_who_left_works_in_no_language(newsroom):
    person = newsroom.person("superuser")
    person.is_active = False
    assert languages_of(person) == NONE


@pytest.mark.parametrize(
    ("role", "changeable"),
    [
        ("no group", set()),
        ("translator", {"organisationtext eu", "page eu"}),
        ("editor", {"organisation", "organisationtext es", "organisationtext eu", "page es", "page eu"}),
        ("superuser", {"organisation", "organisationtext es", "organisationtext eu", "page es", "page eu"}),
    ],
)
def test_what_a_role_may_change(newsroom, role, changeable):
    names = ("organisation", "organisationtext es", "organisationtext eu", "page es", "page eu")
    assert {name for name in names if may_change(newsroom.person(role), newsroom.object(name))} == changeable


@pytest.mark.parametrize("role", ["reviewer", "administrator", "superuser"])
@pytest.mark.parametrize("alone", [True, False])
def test_reviewers_publish_alone_only_where_the_setting_says_so(newsroom, settings, role, alone):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = alone
    person = newsroom.person(role)
    assert may_publish_alone(person) is alone
    for name in ("organisation", "programmetext eu", "page es"):
        assert may_publish_alone(person, newsroom.object(name)) is alone


@pytest.mark.parametrize("role", ["no group", "editor", "translator"])
def test_nobody_else_ever_does(newsroom, role):
    person = newsroom.person(role)
    assert not may_publish_alone(person)
    assert not any(may_publish_alone(person, newsroom.object(name)) for name in ("organisation", "page eu"))


@pytest.mark.parametrize("name", ["organisation", "organisationtext eu", "page es"])
def test_nobody_reviews_what_she_wrote_herself(newsroom, strict, name):
    newsroom.change(name, "reviewer")
    assert not may_review(newsroom.person("reviewer"), newsroom.object(name))
    assert may_review(newsroom.person("second reviewer"), newsroom.object(name))
    assert not may_review(newsroom.person("editor"), newsroom.object(name))


def test_nobody_reviews_what_she_submitted_herself(newsroom, strict):
    newsroom.change("organisation", "editor")
    newsroom.submit("organisation", "reviewer")
    assert not is_second_person(newsroom.person("reviewer"), newsroom.object("organisation"))
    assert is_second_person(newsroom.person("second reviewer"), newsroom.object("organisation"))


def test_the_languages_are_asked_for_once(newsroom, django_assert_num_queries):
    person = newsroom.person("translator")
    with django_assert_num_queries(2):
        languages_of(person)
        languages_of(person)
