"""Index of every registration with Wagtail's admin."""

from wagtail import hooks

from cms.editing.bulk_actions import VerifyBulkAction, WithdrawBulkAction
from cms.editing.category_deletion import CategoryDeleteBulkAction
from cms.editing.urls import admin_urls
from cms.editing.viewsets import DirectoryViewSetGroup, GuidanceViewSetGroup
from cms.roles.policies import RolePolicy, TextPolicy, register_policies
from cms.snippets.facts import Facts
from cms.snippets.log_actions import register_state_actions
from cms.snippets.texts import TranslatableText

# Before the listings and forms, which ask for them.
register_policies({Facts: RolePolicy, TranslatableText: TextPolicy})

hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_viewset", DirectoryViewSetGroup)
hooks.register("register_admin_viewset", GuidanceViewSetGroup)
hooks.register("register_log_actions", register_state_actions)
hooks.register("register_bulk_action", VerifyBulkAction)
hooks.register("register_bulk_action", WithdrawBulkAction)
# After Wagtail's own, whose place it takes, wherever the app stands in INSTALLED_APPS.
hooks.register("register_bulk_action", CategoryDeleteBulkAction, order=1)
