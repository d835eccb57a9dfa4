"""A home page in a new language: the roles get their rights on it, and the review holds for it."""

from django.db.models.signals import post_save

from cms.editing.roles.review import review_pages_below, the_review
from cms.editing.roles.set_up import definitions, give_rights_on_page
from cms.pages.home import HomePage
from cms.roles.models import Role


def include_new_home(sender, instance, created, raw, **kwargs):
    """Do for one home page what the set-up does for those that exist."""
    if not created or raw:
        return
    groups = {role.key: role.group for role in Role.objects.select_related("group")}
    for definition in definitions():
        wanted = definition.language in (None, instance.locale.language_code) and not definition.every_page
        if wanted and definition.key in groups:
            give_rights_on_page(groups[definition.key], definition, instance)
    workflow = the_review()
    if workflow:
        review_pages_below(instance, workflow)


def connect():
    """Listen to new home pages; called once when the app is ready."""
    post_save.connect(include_new_home, sender=HomePage, dispatch_uid="defenders_new_home")
