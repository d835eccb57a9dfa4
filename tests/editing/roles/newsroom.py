"""A site with its roles: one person in each, and one object of every kind in Spanish and Basque."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import Locale, Page, Site

from cms.common.languages import LANGUAGES
from cms.editing.roles.set_up import set_up_roles
from cms.models import HomePage, StandardPage
from tests.factories.guidance import ProgrammeFactory, TestimonyFactory, TrainingFactory
from tests.factories.organisations import CategoryFactory, OrganisationFactory

ROLES = {
    "editor": "editor",
    "reviewer": "reviewer",
    "second reviewer": "reviewer",
    "translator": "translator-eu",
    "administrator": "administrator",
}
# "no group" may enter the admin and has no other right.
PEOPLE = ("anonymous", "no group", *ROLES, "superuser")


@dataclass
class Newsroom:
    """`people` by role; `objects` by name: "organisation", "organisationtext es", "page eu", "home es", "category"."""

    people: dict
    objects: dict

    def client(self, role):
        """Return a client of the person in a role."""
        client = Client(headers={"accept-language": "en"})
        if role != "anonymous":
            client.force_login(self.people[role])
        return client

    def person(self, role):
        """Return the person anew: Django remembers rights on the object."""
        return get_user_model().objects.get(pk=self.people[role].pk)

    def object(self, name):
        """Return the object anew."""
        known = self.objects[name]
        return type(known).objects.get(pk=known.pk)

    def change(self, name, role, /, **values):
        """Save a version of an object as a person's draft and return the object."""
        obj = self.object(name).get_latest_revision_as_object()
        for field, value in values.items():
            setattr(obj, field, value)
        obj.save_revision(user=self.person(role))
        return self.object(name)

    def submit(self, name, role):
        """Put an object into its review and return the running step."""
        obj = self.object(name)
        return obj.get_workflow().start(obj, self.person(role)).current_task_state


def make_newsroom():
    """Make it in the database: the roles before the home pages, which the roles have to notice."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    set_up_roles()
    objects = {"category": CategoryFactory(kind="role", code="accompaniment")}
    texts = {"es": "Acompaña.", "eu": "Laguntzen du."}
    organisation = OrganisationFactory(name="Red Ejemplo", texts=texts)
    objects["organisation"] = organisation
    for factory in (ProgrammeFactory, TrainingFactory):
        facts = factory(organisation=organisation, texts=texts)
        objects[facts._meta.model_name] = facts
    objects["testimony"] = TestimonyFactory(texts=texts)
    for facts in [facts for name, facts in objects.items() if name != "category"]:
        for text in facts.texts.select_related("locale"):
            objects[f"{text._meta.model_name} {text.language}"] = text
    objects |= _pages(locales)
    return Newsroom(_people(), objects)


def _pages(locales):
    pages = {}
    root = Page.get_first_root_node()
    for lang in ("es", "eu"):
        home = root.add_child(
            instance=HomePage(title=f"Inicio {lang}", slug=f"home-{lang}", locale=locales[lang])
        )
        page = home.add_child(
            instance=StandardPage(title=f"Sobre {lang}", slug="about", key="about", locale=locales[lang])
        )
        for one in (home, page):
            one.save_revision().publish()
        pages |= {f"home {lang}": home, f"page {lang}": page}
    Site.objects.all().delete()
    Site.objects.create(hostname="defenders.example.org", root_page=pages["home es"], is_default_site=True)
    return pages


def _people():
    users = get_user_model().objects
    people = {
        name: users.create_user(name.replace(" ", "-"), f"{name.replace(' ', '.')}@example.org", "x")
        for name in ("no group", *ROLES)
    }
    for name, key in ROLES.items():
        people[name].groups.add(Group.objects.get(defenders_role__key=key))
    people["no group"].user_permissions.add(Permission.objects.get(codename="access_admin"))
    people["superuser"] = users.create_superuser("superuser", "superuser@example.org", "x")
    return people
