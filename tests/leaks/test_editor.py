"""What people with few rights learn in the editor: nothing without a role, no private fact as a translator."""

import re

import pytest

from tests.leaks.admin_visits import addresses
from tests.leaks.sweep import Sweep

# Whoever has an account reads what it says about herself.
ABOUT_HERSELF = "(?:first name|last name|e-mail) of the {role}"
# Translators (into Basque) read names, titles and texts: they translate them. What only editors read, they do not.
PRIVATE = re.compile(
    r".*(?:phone|hotline|e-mail|telegram|street|office|form|website|application|inscription|note|source|consent"
    r"|who agreed|why an? .*|in an import|imported file|cell of an import|half-filled form|comment.*|checked"
    r"|password of .*|camera.*|as it was uploaded|last name of the .*)"
)
# The words of a text beside what they are about.
NO_FACTS = ("admin/snippets/defenders/", "admin/snippets/choose/")


@pytest.fixture(scope="module")
def visit(world_of_package, django_db_blocker):
    """Return a function that visits the editor in a role and gives {pattern: names of the canaries in its answer}."""

    def everything(role, routes):
        client = world_of_package.newsroom.client(role)
        client.raise_request_exception = False
        sweep = Sweep(world_of_package.secrets, world_of_package.shown, client)
        answers = {route: sweep.visit(address) for route, address in routes.items()}
        assert [one for one in answers.values() if one.status >= 500] == []
        return answers

    return everything


def told(answers, role):
    """Return {pattern: names} of what is not about the person herself."""
    own = re.compile(ABOUT_HERSELF.format(role=role))
    found = {
        route: sorted(name for name in one.leaked if not own.fullmatch(name))
        for route, one in answers.items()
    }
    return {route: names for route, names in found.items() if names}


def test_an_account_without_a_role_learns_nothing(world, visit):
    # Every view of a snippet asks first: tests/editing/roles/test_permission_table.py.
    routes = {route: one for route, one in addresses(world).items() if not route.startswith(NO_FACTS)}
    assert len(routes) > 200
    assert told(visit("no group", routes), "no group") == {}


def test_a_translator_learns_no_private_fact(world, visit):
    answers = visit("translator", addresses(world))
    found = {
        route: private
        for route, names in told(answers, "translator").items()
        if (private := [name for name in names if PRIVATE.fullmatch(name)])
    }
    assert found == {}
    # It is no search with closed eyes: she does read the names of what she translates.
    read = frozenset().union(*(one.leaked for one in answers.values()))
    assert {"withdrawn: name", "translation that nobody approved"} <= read


def test_an_editor_learns_no_password_of_others(world, visit):
    routes = {route: one for route, one in addresses(world).items() if "user" in route or "account" in route}
    assert told(visit("editor", routes), "editor") == {}


@pytest.mark.parametrize(("role", "listed"), [("no group", False), ("translator", False), ("editor", True)])
def test_the_history_of_everything_is_for_those_who_work_in_every_language(world, role, listed):
    client = world.newsroom.client(role)
    assert (client.get("/admin/reports/site-history/").status_code == 200) is listed
    home = client.get("/admin/").content.decode()
    assert ("/admin/reports/site-history/" in home) is listed


@pytest.mark.parametrize("kind", ["images", "documents"])
@pytest.mark.parametrize(("role", "found"), [("no group", False), ("translator", True), ("editor", True)])
def test_names_of_files_are_for_those_who_may_choose_them(world, role, found, kind):
    answer = world.newsroom.client(role).get(f"/admin/api/main/{kind}/?limit=20")
    assert answer.status_code == 200
    assert bool(answer.json()["items"]) is found


@pytest.mark.parametrize(("role", "status"), [("no group", 403), ("translator", 200), ("editor", 200)])
def test_names_of_snippets_are_for_those_who_work_on_content(world, role, status):
    key = world.things["withdrawn"].pk
    client = world.newsroom.client(role)
    for address in ("organisation/", f"organisation/{key}/"):
        answer = client.get(f"/admin/localize/api/snippets/defenders/{address}")
        assert answer.status_code == status
        assert (b"qzxleak" in answer.content) is (status == 200)


@pytest.mark.parametrize(("role", "status"), [("no group", 302), ("translator", 200), ("editor", 200)])
def test_titles_of_pages_are_for_those_who_work_on_content(world, role, status):
    address = f"/admin/choose-page/{world.things['draft page'].get_parent().pk}/"
    assert world.newsroom.client(role).get(address).status_code == status
