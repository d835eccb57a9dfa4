"""Make the groups of the roles. What an administrator changed afterwards stays, unless a reset is asked for."""

from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import override
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
)
from wagtail.snippets.models import create_extra_permissions

from cms.common.languages import ENDONYMS, LANGUAGES
from cms.editing.roles.definitions import ADMINISTRATOR, EDITOR, REVIEWER, USER_MODEL, translator
from cms.editing.roles.review import set_up_review
from cms.pages.home import HomePage
from cms.roles.models import GroupLanguage, Role


@transaction.atomic
def set_up_roles(reset=False) -> dict[str, int]:
    """Add the groups and the review that are missing; `reset` gives those that exist their first rights again.

    Returns how many of each were made or reset.
    """
    _make_rights_of_snippets()
    with override(settings.LANGUAGE_CODE):
        roles = sum(set_up_role(definition, reset) for definition in definitions())
        reviews = int(set_up_review(reset))
    return {"roles": roles, "reviews": reviews}


def _make_rights_of_snippets():
    """Add the rights to publish and lock, which Wagtail adds after a migration, if it knows the snippets by then."""
    import_module("wagtail.admin.urls")
    create_extra_permissions(apps.get_app_config("defenders"))


def definitions():
    """Return the roles of this site: the translators' languages are those that exist."""
    existing = set(Locale.objects.values_list("language_code", flat=True))
    translators = [translator(code, ENDONYMS[code]) for code in LANGUAGES if code in existing]
    return [EDITOR, REVIEWER, ADMINISTRATOR, *translators]


def set_up_role(definition, reset) -> bool:
    """Make or reset the group of a role; say whether anything was done."""
    role = Role.objects.filter(key=definition.key).select_related("group").first()
    if role and not reset:
        return False
    if role is None:
        group = Group.objects.create(name=free_name(definition.name_of_group()))
        role = Role.objects.create(key=definition.key, group=group)
    give_rights(role.group, definition)
    return True


def free_name(name):
    """Return the name, or the name with a number: a group of the site that is called the same is not ours."""
    candidate, number = name, 2
    while Group.objects.filter(name=candidate).exists():
        candidate, number = f"{name} {number}", number + 1
    return candidate


def give_rights(group, definition):
    """Give a group exactly the rights of a role."""
    group.permissions.set(permissions(definition.permissions))
    GroupLanguage.objects.filter(group=group).exclude(language=definition.language).delete()
    if definition.language:
        GroupLanguage.objects.get_or_create(group=group, language=definition.language)
    GroupPagePermission.objects.filter(group=group).delete()
    for page in pages_of(definition):
        give_rights_on_page(group, definition, page)
    GroupCollectionPermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
        for permission in permissions(definition.collections)
    )


def pages_of(definition):
    """Return the tops of the trees of pages on which a role has rights."""
    if definition.every_page:
        return [Page.get_first_root_node()]
    homes = HomePage.objects.all()
    return homes.filter(locale__language_code=definition.language) if definition.language else homes


def give_rights_on_page(group, definition, page):
    """Give a group the rights of a role on a page and all below it; those it has stay."""
    for permission in permissions({"wagtailcore.page": definition.pages}):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def permissions(table):
    """Return the permissions of a table of {"app.model": actions}; apps that are not installed have none."""
    found = []
    for name, actions in table.items():
        label = get_user_model()._meta.label_lower if name == USER_MODEL else name
        app_label, model = label.split(".")
        codenames = [f"{action}_{model}" for action in actions]
        found += Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames)
    return found
