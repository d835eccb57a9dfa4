"""Index of every registration with Wagtail's admin."""

from wagtail import hooks

from cms.snippets.log_actions import register_state_actions

hooks.register("register_log_actions", register_state_actions)
