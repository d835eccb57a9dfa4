"""Index of every registration with Wagtail's admin."""

from wagtail import hooks

from cms.editing.bulk_actions import VerifyBulkAction, WithdrawBulkAction
from cms.editing.category_deletion import CategoryDeleteBulkAction
from cms.editing.freshness.hooks import add_freshness_panel, freshness_menu_item, freshness_urls
from cms.editing.held_publication.panel import add_held_publication_panel
from cms.editing.held_publication.view import held_publication_urls
from cms.editing.overview.hooks import add_panel, overview_menu_item, overview_urls, without_localize_report
from cms.editing.previews.link_view import page_link_button
from cms.editing.roles import names, new_homes, notifications
from cms.editing.roles.action_menu import keep_to_rights, unpublish_item
from cms.editing.roles.explanations import (
    first_home_as_draft,
    say_that_nothing_was_approved,
    say_who_approves,
)
from cms.editing.roles.language_panel import GroupLanguageForm
from cms.editing.translations import menu as translation_menu
from cms.editing.translations.editor import translation_editor
from cms.editing.translations.urls import translation_urls
from cms.editing.urls import admin_urls
from cms.editing.viewsets import DirectoryViewSetGroup, GuidanceViewSetGroup
from cms.editing.withdrawal.hooks import (
    copy_no_withdrawn_page,
    hide_withdrawn_page,
    keep_withdrawn_page_in_place,
    keep_withdrawn_pages_in_place,
    page_buttons,
    tell_about_withdrawal,
)
from cms.exchange.viewset import register_import_actions
from cms.pages.private import hide_document, hide_private_page
from cms.roles.policies import RolePolicy, TextPolicy, register_policies
from cms.snippets.facts import Facts
from cms.snippets.log_actions import register_state_actions
from cms.snippets.texts import TranslatableText

# Before the listings and forms, which ask for them.
register_policies({Facts: RolePolicy, TranslatableText: TextPolicy})

hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_urls", overview_urls)
hooks.register("register_reports_menu_item", overview_menu_item)
hooks.register("construct_reports_menu", without_localize_report)
hooks.register("construct_homepage_panels", add_panel)
hooks.register("register_admin_urls", freshness_urls)
hooks.register("register_reports_menu_item", freshness_menu_item)
hooks.register("construct_homepage_panels", add_freshness_panel)
hooks.register("register_admin_urls", held_publication_urls)
hooks.register("construct_homepage_panels", add_held_publication_panel)
hooks.register("register_admin_viewset", DirectoryViewSetGroup)
hooks.register("register_admin_viewset", GuidanceViewSetGroup)
hooks.register("register_log_actions", register_state_actions)
hooks.register("register_log_actions", register_import_actions)
hooks.register("register_snippet_action_menu_item", unpublish_item)
hooks.register("construct_snippet_action_menu", keep_to_rights)
hooks.register("before_create_page", first_home_as_draft)
# Before whatever shows an editor of its own.
hooks.register("before_edit_page", say_who_approves, order=-2)
hooks.register("before_edit_snippet", say_who_approves, order=-2)
hooks.register("after_edit_page", say_that_nothing_was_approved)
hooks.register("after_edit_snippet", say_that_nothing_was_approved)
hooks.register("register_group_permission_panel", lambda: GroupLanguageForm)
hooks.register("register_bulk_action", VerifyBulkAction)
hooks.register("register_bulk_action", WithdrawBulkAction)
# After Wagtail's own, whose place it takes, wherever the app stands in INSTALLED_APPS.
hooks.register("register_bulk_action", CategoryDeleteBulkAction, order=1)
hooks.register("register_page_header_buttons", page_buttons)
hooks.register("register_page_header_buttons", page_link_button)
hooks.register("before_edit_page", tell_about_withdrawal, order=-2)
hooks.register("before_move_page", keep_withdrawn_page_in_place)
hooks.register("before_copy_page", copy_no_withdrawn_page)
hooks.register("before_bulk_action", keep_withdrawn_pages_in_place)
# Before wagtail-localize's own, wherever the app stands in INSTALLED_APPS.
hooks.register("register_admin_urls", translation_urls, order=-1)
hooks.register("before_edit_page", translation_editor, order=-1)
hooks.register("before_edit_snippet", translation_editor, order=-1)
hooks.register("register_page_action_menu_item", translation_menu.page_item)
hooks.register("register_snippet_action_menu_item", translation_menu.snippet_item)
hooks.register("construct_page_action_menu", translation_menu.take_out_localize_items)
hooks.register("construct_snippet_action_menu", translation_menu.take_out_localize_items)
# Before whatever a project serves in place of the page.
hooks.register("before_serve_page", hide_withdrawn_page, order=-1)
hooks.register("before_serve_page", hide_private_page, order=-1)
# Before Wagtail leads to a login.
hooks.register("before_serve_document", hide_document, order=-1)

hooks.register("construct_page_chooser_queryset", names.guard_pages)
hooks.register("before_move_page", names.guard_move, order=-1)
hooks.register("construct_reports_menu", names.without_history)
# After Wagtail's own, whose place it takes.
hooks.register("construct_admin_api", names.guard_files, order=1)

names.guard_views()
new_homes.connect()
notifications.connect()
