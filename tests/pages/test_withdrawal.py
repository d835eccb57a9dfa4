"""A withdrawn page is gone in every language with what is below it, whatever is published, and comes back as it was."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from cms.common.languages import LANGUAGES
from cms.directory.visibility import public_pages
from cms.models import PageWithdrawal, StandardPage
from cms.snippets.page_withdrawal import restore_page, withdraw_page
from tests.factories import locale
from tests.pages.conftest import make_home, make_section, translate

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def pages_of_module(rows_of_module):
    """The keys of a home page, a section and a page below it, the last two in Spanish and Basque."""
    for code in LANGUAGES:
        locale(code)
    home = make_home()
    section = make_section(home)
    child = section.add_child(
        instance=StandardPage(title="Antes de salir", slug="antes", key="before", locale=section.locale)
    )
    translate(section, "eu", "Aldi baterako babesa")
    translate(child, "eu", "Irten aurretik")
    return {"home": home.pk, "section": section.pk, "child": child.pk}


@pytest.fixture
def pages(pages_of_module, db):
    """A section in Spanish and Basque, with a page below it in both; what a test changes is undone after it."""
    return {name: Page.objects.get(pk=key).specific for name, key in pages_of_module.items()}


@pytest.fixture
def admin(admin_user):
    client = Client()
    client.force_login(admin_user)
    return client


def address(action, page):
    return reverse(f"defenders_page_{action}", args=[page.pk])


def titles():
    return set(public_pages().filter(url_path__regex="inicio").values_list("title", flat=True))


def repeat(page, below):
    page.key = ""
    page.save()
    return page.create_alias(parent=below, update_slug="repeated")


def withdraw(admin, page, reason="Out of date and dangerous"):
    return admin.post(address("withdraw", page), {"reason": reason})


def test_withdrawing_hides_the_page_and_those_below_in_every_language(pages, admin, admin_user):
    assert withdraw(admin, pages["section"]).url == reverse(
        "wagtailadmin_pages:edit", args=[pages["section"].pk]
    )
    assert titles() == {"Proteger a quienes defienden", "Proteger a quienes defienden (eu)"}
    row = PageWithdrawal.objects.get()
    assert (row.reason, row.withdrawn_by) == ("Out of date and dangerous", admin_user)


def test_each_language_has_an_entry_in_its_history(pages, admin):
    withdraw(admin, pages["section"])
    entries = PageLogEntry.objects.filter(action="defenders.withdraw")
    assert {entry.page.locale.language_code for entry in entries} == {"es", "eu"}
    admin.post(address("restore", pages["section"]))
    assert PageLogEntry.objects.filter(action="defenders.restore").count() == 2
    assert admin.get(reverse("wagtailadmin_pages:history", args=[pages["section"].pk])).status_code == 200


@pytest.mark.parametrize("name", ["section", "child"])
def test_a_withdrawn_page_and_those_below_answer_404_in_every_language(pages, client, name):
    versions = pages[name].get_translations(inclusive=True)
    assert {client.get(page.get_url()).status_code for page in versions} == {200}
    withdraw_page(pages["section"])
    assert {client.get(page.get_url()).status_code for page in versions} == {404}


def test_menus_api_sitemap_search_and_files_know_nothing_of_it(pages, client, publish):
    assert "temporary-protection" in publish("guidance.es.json")["pages"]
    withdraw_page(pages["section"])
    for lang in ("es", "eu", "fr"):
        assert not {"temporary-protection", "before"} & set(publish(f"guidance.{lang}.json")["pages"])
    for url in (
        pages["home"].get_url(),
        "/sitemap-pages.xml",
        "/api/v2/pages/",
        "/api/v2/pages/?search=salir",
        "/api/v2/pages/?lang=eu",
    ):
        content = client.get(url).content.decode()
        assert "Protección temporal" not in content and "proteccion-temporal" not in content
        assert "aurretik" not in content
    assert client.get(f"/api/v2/pages/{pages['child'].pk}/").status_code == 404


def test_no_publication_brings_it_back(pages, admin):
    section = pages["section"]
    older = section.save_revision()
    withdraw(admin, section)
    older.publish()
    section.refresh_from_db()
    section.unpublish()
    section.go_live_at = timezone.now() - timedelta(minutes=1)
    section.save_revision(approved_go_live_at=section.go_live_at)
    call_command("publish_scheduled")
    assert not titles() & {"Protección temporal", "Aldi baterako babesa"}


def test_a_translation_made_afterwards_is_withdrawn_too(pages, translated):
    withdraw_page(pages["section"])
    translated(pages["section"], "fr", "Protection temporaire")
    assert "Protection temporaire" not in titles()


def test_what_repeats_the_page_elsewhere_goes_with_it(pages, client):
    repeated = pages["section"].create_alias(parent=pages["home"], update_slug="repeated")
    assert client.get(repeated.get_url()).status_code == 200
    withdraw_page(pages["section"])
    assert client.get(repeated.get_url()).status_code == 404


def test_ending_it_brings_back_exactly_what_is_published(pages, admin):
    basque = pages["section"].get_translations().get()
    basque.unpublish()
    before = titles()
    withdraw(admin, pages["section"])
    response = admin.get(address("restore", pages["section"]))
    assert "Out of date and dangerous" in response.content.decode()
    admin.post(address("restore", basque))
    assert titles() == before
    assert not PageWithdrawal.objects.exists()


def test_a_page_withdrawn_by_itself_stays_so_when_the_one_above_comes_back(pages):
    withdraw_page(pages["child"])
    withdraw_page(pages["section"])
    restore_page(pages["section"])
    assert "Antes de salir" not in titles()
    assert "Protección temporal" in titles()


@pytest.mark.parametrize("change", [withdraw_page, restore_page])
def test_both_publish_the_files_anew(
    pages, settings, published_root, change, django_capture_on_commit_callbacks
):
    if change is restore_page:
        withdraw_page(pages["section"])
    settings.DEFENDERS_PUBLISH_ON_CHANGE = True
    with django_capture_on_commit_callbacks(execute=True):
        change(pages["section"])
    content = (published_root / "current" / "guidance.es.json").read_text()
    assert ("temporary-protection" in content) is (change is restore_page)


@pytest.mark.parametrize("action", ["withdraw", "restore"])
def test_looking_says_which_pages_and_does_nothing(pages, admin, action):
    if action == "restore":
        withdraw_page(pages["section"], reason="x")
    before = titles()
    html = admin.get(address(action, pages["section"])).content.decode()
    assert "Aldi baterako babesa" in html
    assert titles() == before


@pytest.mark.parametrize("reason", ["", " ", "x" * 501, "a\x00b"])
def test_without_a_readable_reason_nothing_is_withdrawn(pages, admin, reason):
    assert withdraw(admin, pages["section"], reason).status_code == 200
    assert not PageWithdrawal.objects.exists()


def test_withdrawing_twice_keeps_the_first_reason_and_restoring_nothing_does_nothing(pages, admin):
    admin.post(address("restore", pages["section"]))
    assert not PageLogEntry.objects.filter(action="defenders.restore").exists()
    withdraw(admin, pages["section"], "first")
    withdraw(admin, pages["section"].get_translations().get(), "second")
    assert PageWithdrawal.objects.get().reason == "first"


@pytest.mark.parametrize("action", ["withdraw", "restore"])
@pytest.mark.parametrize("pk", [1, 999999])
def test_the_root_and_unknown_pages_are_not_found(pages, admin, action, pk):
    url = reverse(f"defenders_page_{action}", args=[pk])
    assert admin.post(url, {"reason": "x"}, follow=True).status_code == 404


def colleague(django_user_model, name, page, *rights):
    """Return a client with rights on the pages below one."""
    user = django_user_model.objects.create_user(name, password="x")
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        permission = Permission.objects.get(codename=f"{right}_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("where", "rights", "may_withdraw", "may_restore"),
    [
        ("root", ("add", "change"), True, False),
        ("root", ("add", "change", "publish"), True, True),
        ("root", ("change",), False, False),
        ("eu", ("add", "change", "publish"), False, False),
        ("root", (), False, False),
    ],
)
def test_only_who_edits_every_language_withdraws_and_who_publishes_every_language_restores(
    pages, django_user_model, where, rights, may_withdraw, may_restore
):
    section = pages["section"]
    limit = section.get_root() if where == "root" else pages["home"].get_translations().get()
    client = colleague(django_user_model, "somebody", limit, *rights)
    client.post(address("withdraw", section), {"reason": "x"})
    assert PageWithdrawal.objects.exists() is may_withdraw
    withdraw_page(section, reason="x")
    client.post(address("restore", section))
    assert PageWithdrawal.objects.exists() is not may_restore


def test_a_locked_page_and_one_in_review_can_be_withdrawn(pages, django_user_model):
    section = pages["section"]
    section.locked = True
    section.save()
    editor = colleague(django_user_model, "editor", section.get_root(), "add", "change")
    editor.post(address("withdraw", section), {"reason": "x"})
    assert PageWithdrawal.objects.exists()


def test_a_post_without_the_token_of_the_form_is_refused(pages, admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert withdraw(client, pages["section"]).status_code == 403
    assert not PageWithdrawal.objects.exists()


def test_the_page_offers_the_action_and_says_when_it_is_withdrawn(pages, admin):
    edit = reverse("wagtailadmin_pages:edit", args=[pages["section"].pk])
    assert address("withdraw", pages["section"]) in admin.get(edit).content.decode()
    withdraw_page(pages["section"], reason="Out of date")
    html = admin.get(edit).content.decode()
    assert address("restore", pages["section"]) in html
    assert "Out of date" in html
    below = admin.get(reverse("wagtailadmin_pages:edit", args=[pages["child"].pk]))
    assert [message.level_tag for message in below.context["messages"]] == ["warning"]


def test_a_withdrawn_page_cannot_be_moved_or_copied_out(pages, admin):
    withdraw_page(pages["section"])
    child, home = pages["child"], pages["home"]
    edit = reverse("wagtailadmin_pages:edit", args=[child.pk])
    assert admin.post(reverse("wagtailadmin_pages:move_confirm", args=[child.pk, home.pk])).url == edit
    assert admin.get(reverse("wagtailadmin_pages:copy", args=[child.pk])).url == edit
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    admin.post(f"{bulk}?id={child.pk}", {"chooser": home.pk})
    child.refresh_from_db()
    assert child.get_parent().pk == pages["section"].pk


MOVED_OUT = {
    "move": {"position": "first-child"},
    "copy": {"keep_live": True},
    "create_alias": {"update_slug": "repeated"},
}


@pytest.mark.parametrize("action", MOVED_OUT)
def test_nor_by_the_interface_of_the_admin(pages, admin, action):
    withdraw_page(pages["section"])
    where = reverse("wagtailadmin_api:pages:action", args=[pages["child"].pk, action])
    data = {"destination_page_id": pages["home"].pk} | MOVED_OUT[action]
    admin.post(where, json.dumps(data), content_type="application/json")
    assert "Antes de salir" not in titles()


@pytest.mark.parametrize("recursive", [False, True])
def test_a_copy_of_what_is_above_a_withdrawn_page_takes_it_not_along(pages, admin, recursive):
    above, locale = pages["home"], pages["home"].locale
    for title in ("Arriba", "Abajo"):
        above = above.add_child(instance=StandardPage(title=title, slug=title.lower(), locale=locale))
    withdraw_page(above)
    where = reverse("wagtailadmin_api:pages:action", args=[above.get_parent().pk, "copy"])
    data = json.dumps({"recursive": recursive, "keep_live": True, "slug": "copied"})
    status = admin.post(where, data, content_type="application/json").status_code
    assert status == (403 if recursive else 201)
    form = {"new_title": "Otra", "new_slug": "otra", "new_parent_page": pages["home"].pk} | {
        name: "on" for name in ("copy_subpages", "publish_copies") if recursive
    }
    admin.post(reverse("wagtailadmin_pages:copy", args=[above.get_parent().pk]), form)
    assert StandardPage.objects.filter(slug="otra").exists() is not recursive
    assert "Abajo" not in titles()


def test_what_repeats_a_withdrawn_page_stays_withdrawn_as_a_page_of_its_own(pages, admin):
    repeated = repeat(pages["child"], pages["home"])
    withdraw_page(pages["section"], reason="Out of date")
    admin.post(reverse("wagtailadmin_pages:convert_alias", args=[repeated.pk]))
    repeated.refresh_from_db()
    assert repeated.alias_of_id is None
    assert "Antes de salir" not in titles()
    assert PageWithdrawal.objects.get(translation_key=repeated.translation_key).reason == "Out of date"


def test_what_repeats_a_page_that_is_not_withdrawn_is_public_as_a_page_of_its_own(pages, admin):
    repeated = repeat(pages["child"], pages["home"])
    admin.post(reverse("wagtailadmin_pages:convert_alias", args=[repeated.pk]))
    assert public_pages().filter(pk=repeated.pk).exists()


def test_deleting_a_withdrawn_page_brings_nothing_back_that_repeats_it(pages, admin):
    repeated = repeat(pages["child"], pages["home"])
    withdraw_page(pages["section"])
    admin.post(reverse("wagtailadmin_pages:delete", args=[pages["section"].pk]))
    assert not type(pages["child"]).objects.filter(pk=pages["child"].pk).exists()
    repeated.refresh_from_db()
    assert repeated.alias_of_id is None
    assert not public_pages().filter(pk=repeated.pk).exists()


def test_asking_for_withdrawals_costs_no_query_of_its_own(pages, django_assert_num_queries):
    public = public_pages()
    with django_assert_num_queries(1):
        list(public)
