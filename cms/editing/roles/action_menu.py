"""The menu beside “Save”: what it offers is what the user may do."""

from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.snippets import action_menu

from cms.editing.roles.definitions import FACTS, TEXTS


class UnpublishMenuItem(action_menu.UnpublishMenuItem):
    """Offered to editors too, and also while the object is locked or in review."""

    label = _("Unpublish")

    def is_shown(self, context):
        instance = context.get("instance")
        if context["view"] != "edit" or not instance.live:
            return False
        policy = policy_registry.get_by_type(context["model"])
        return policy.user_has_permission_for_instance(context["request"].user, "unpublish", instance)


def unpublish_item(model):
    """Return the item for our models (for the hook `register_snippet_action_menu_item`)."""
    return UnpublishMenuItem(order=20) if is_ours(model) else None


def keep_to_rights(menu_items, request, context):
    """Take out Wagtail's own items that ask Django instead of the policy (hook `construct_snippet_action_menu`)."""
    if not is_ours(context["model"]):
        return
    may_publish = policy_registry.get_by_type(context["model"]).user_has_permission(request.user, "publish")
    menu_items[:] = [
        item
        for item in menu_items
        if type(item) is not action_menu.UnpublishMenuItem
        and (may_publish or not isinstance(item, action_menu.PublishMenuItem))
    ]


def is_ours(model):
    """Say whether a model is one of the facts or texts of the directory."""
    return model._meta.app_label == "defenders" and model._meta.model_name in {*FACTS, *TEXTS}
