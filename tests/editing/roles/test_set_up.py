"""The command makes the roles once; afterwards they belong to the administrator."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Locale, Page, Workflow, WorkflowPage

from cms.common.languages import LANGUAGES
from cms.editing.roles import definitions
from cms.editing.roles.definitions import FACTS, TEXTS
from cms.editing.roles.set_up import permissions, set_up_roles
from cms.models import GroupLanguage, HomePage, Role, SecondPersonTask


def group(key):
    return Group.objects.get(defenders_role__key=key)


def test_there_is_a_role_per_task_and_one_per_language(newsroom):
    wanted = {"editor", "reviewer", "administrator", *(f"translator-{lang}" for lang in LANGUAGES)}
    assert set(Role.objects.values_list("key", flat=True)) == wanted


@pytest.mark.parametrize(
    "table",
    [
        definitions.TRANSLATOR_PERMISSIONS,
        definitions.EDITOR_PERMISSIONS,
        definitions.REVIEWER_PERMISSIONS,
        definitions.ADMINISTRATOR_PERMISSIONS,
        definitions.KEEPS_COLLECTIONS,
    ],
)
def test_every_right_of_the_tables_exists(newsroom, table):
    assert len(permissions(table)) == sum(len(actions) for actions in table.values())


def test_translators_hold_nothing_on_facts_and_never_publish_or_delete(newsroom):
    held = set(group("translator-eu").permissions.values_list("codename", flat=True))
    assert held == {
        "access_admin",
        "submit_translation",
        *(f"{action}_{text}" for action in ("add", "change") for text in TEXTS),
    }


def test_the_review_holds_for_everything_that_becomes_public(newsroom):
    workflow = Workflow.objects.get(workflow_tasks__task__in=SecondPersonTask.objects.all())
    assert {one.content_type.model for one in workflow.workflow_content_types.all()} == {*FACTS, *TEXTS}
    for name in ("organisation", "testimonytext eu", "home es", "page eu"):
        assert newsroom.object(name).get_workflow() == workflow
    reviewing = {role.group for role in Role.objects.filter(key__in=["reviewer", "administrator"])}
    assert set(SecondPersonTask.objects.get().groups.all()) == reviewing


def test_a_second_time_changes_nothing(newsroom):
    changed = group("editor")
    changed.name = "Redacción"
    changed.save()
    changed.permissions.clear()
    GroupPagePermission.objects.filter(group=changed).delete()
    workflow = Workflow.objects.get(workflow_tasks__task__in=SecondPersonTask.objects.all())
    workflow.active = False
    workflow.save()
    assert set_up_roles() == {"roles": 0, "reviews": 0}
    assert not group("editor").permissions.exists()
    assert group("editor").name == "Redacción"
    assert not GroupPagePermission.objects.filter(group=changed).exists()
    assert not Workflow.objects.get(pk=workflow.pk).active


def test_a_reset_gives_the_first_rights_again_and_leaves_the_name(newsroom):
    changed = group("translator-eu")
    changed.name = "Itzultzaileak"
    changed.save()
    changed.permissions.set(Permission.objects.filter(codename="delete_organisation"))
    GroupLanguage.objects.filter(group=changed).update(language="fr")
    GroupPagePermission.objects.filter(group=changed).delete()
    WorkflowPage.objects.all().delete()
    out = StringIO()
    call_command("set_up_roles", "--reset", stdout=out)
    assert out.getvalue() == "roles: 8 set up\nreviews: 1 set up\n"
    changed = group("translator-eu")
    assert changed.name == "Itzultzaileak"
    assert changed.permissions.filter(codename="change_organisationtext").exists()
    assert not changed.permissions.filter(codename="delete_organisation").exists()
    assert list(changed.defenders_languages.values_list("language", flat=True)) == ["eu"]
    assert GroupPagePermission.objects.filter(group=changed).count() == 1
    assert WorkflowPage.objects.filter(page=newsroom.object("home eu").pk).exists()


def test_a_role_whose_group_was_deleted_comes_back(newsroom):
    group("editor").delete()
    assert set_up_roles() == {"roles": 1, "reviews": 0}
    assert group("editor").permissions.filter(codename="change_organisation").exists()


def test_a_group_of_the_site_that_is_called_the_same_stays_as_it_is(newsroom):
    mine = group("editor")
    name = mine.name
    mine.delete()
    theirs = Group.objects.create(name=name)
    set_up_roles()
    assert not theirs.permissions.exists()
    assert group("editor").name == f"{name} 2"


def test_a_language_that_comes_later_gets_its_translators(newsroom):
    group("translator-ar").delete()
    Locale.objects.filter(language_code="ar").delete()
    assert set_up_roles()["roles"] == 0
    Locale.objects.create(language_code="ar")
    assert set_up_roles()["roles"] == 1
    assert group("translator-ar").defenders_languages.get().language == "ar"


def test_a_home_page_that_comes_later_is_included(newsroom):
    home = Page.get_first_root_node().add_child(
        instance=HomePage(title="Accueil", slug="accueil", locale=Locale.objects.get(language_code="fr"))
    )
    rights = GroupPagePermission.objects.filter(page=home)
    keys = set(rights.values_list("group__defenders_role__key", flat=True))
    assert keys == {"editor", "reviewer", "translator-fr"}
    held = rights.filter(group=group("translator-fr")).values_list("permission__codename", flat=True)
    assert list(held) == ["change_page"]
    assert isinstance(home.get_workflow().tasks.specific().get(), SecondPersonTask)


def test_a_locale_that_is_deleted_does_not_widen_its_translators(newsroom):
    Locale.objects.filter(language_code="ar").delete()
    assert group("translator-ar").defenders_languages.get().language == "ar"
