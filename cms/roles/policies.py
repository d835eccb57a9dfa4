"""Permission policies of our snippets: every view, bulk action and report of Wagtail asks them.

Besides Wagtail's actions there are "review" (the right to publish, whoever has to agree) and "unpublish".
"""

from django.apps import apps
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.conf import defenders_settings
from cms.roles.rights import has_right, languages_with

# Which of Django's permissions stands behind an action that has none of its own.
BEHIND = {"review": "publish", "unpublish": "change"}


class RolePolicy(ModelPermissionPolicy):
    """Of facts: publishing takes a second person; what was public once is deleted by reviewers alone."""

    def _get_permission_codename(self, action):
        return super()._get_permission_codename(BEHIND.get(action, action))

    def user_has_permission(self, user, action):
        if action == "publish" and not defenders_settings.REVIEWERS_PUBLISH_ALONE:
            return False
        return super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_permission(user, action):
            return False
        if action == "delete" and instance.first_published_at:
            return has_right(user, "publish", instance)
        return True


class TextPolicy(RolePolicy):
    """Of texts: the same, in the languages of the user. Who may change the facts may take their texts off."""

    def user_has_permission(self, user, action):
        if action == "unpublish":
            facts = self.model._meta.get_field(self.model.subject_field).related_model
            if not user.has_perm(f"defenders.change_{facts._meta.model_name}"):
                return False
        return super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user, action, instance):
        return super().user_has_permission_for_instance(user, action, instance) and has_right(
            user, BEHIND.get(action, action), instance
        )

    def instances_user_has_any_permission_for(self, user, actions):
        languages: set[str] = set()
        for action in actions:
            if not self.user_has_permission(user, action):
                continue
            allowed = languages_with(user, BEHIND.get(action, action), self.model_name)
            if allowed is None:
                return self.model._default_manager.all()
            languages |= allowed
        return self.model._default_manager.filter(locale__language_code__in=languages)


def register_policies(policies):
    """Register {base of models: policy of each}, before Wagtail asks for them and takes its own for good."""
    for model in apps.get_app_config("defenders").get_models():
        for base, policy in policies.items():
            if issubclass(model, base):
                register_permission_policy(model, policy(model))
