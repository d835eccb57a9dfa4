"""Who may open what: view -> roles. A view that is in no table fails the tests until somebody decides.

E editor, T translator into Basque, R reviewer, A administrator. Whoever is not named is refused, as are visitors
without an account and people without a role.
"""

# Facts that are public. Translators have nothing to do with them.
FACTS = {
    "list": "ERA",
    "list_results": "ERA",
    "add": "ERA",
    "edit": "ERA",
    "delete": "RA",
    "usage": "ERA",
    "history": "ERA",
    "history_results": "ERA",
    "preview_on_add": "ERA",
    "preview_on_edit": "ERA",
    "revisions_view": "ERA",
    "revisions_revert": "ERA",
    "revisions_compare": "ERA",
    "revisions_unschedule": "ERA",
    "unpublish": "ERA",
    "lock": "ERA",
    "unlock": "RA",
    "workflow_action": "RA",
    "collect_workflow_action_data": "RA",
    "confirm_workflow_cancellation": "ERA",
    "workflow_history": "ERA",
    "workflow_history_detail": "ERA",
    "workflow_preview": "RA",
    "verify": "ERA",
    "withdraw": "ERA",
    "restore": "RA",
    "coarsen": "ERA",
}

ONLY_FACTS = {"verify", "withdraw", "restore", "coarsen"}
TEXTS_OF_OTHERS = {name: roles for name, roles in FACTS.items() if name not in ONLY_FACTS} | {
    # The listing shows a translator those of her language.
    "list": "ETRA",
    "list_results": "ETRA",
    # The address names the language.
    "preview_on_add": "",
    "preview_on_add_in": "ERA",
}

OPEN_TO_TRANSLATORS = (
    "add",
    "edit",
    "usage",
    "history",
    "history_results",
    "preview_on_add_in",
    "preview_on_edit",
    "revisions_view",
    "revisions_revert",
    "revisions_compare",
    "confirm_workflow_cancellation",
    "workflow_history",
    "workflow_history_detail",
)
TEXTS_OF_HERS = TEXTS_OF_OTHERS | dict.fromkeys(OPEN_TO_TRANSLATORS, "ETRA")

CATEGORIES = {
    "list": "ERA",
    "list_results": "ERA",
    "add": "RA",
    "edit": "RA",
    "delete": "RA",
    "usage": "RA",
    "history": "RA",
    "history_results": "RA",
    "revisions_revert": "RA",
    "revisions_compare": "RA",
}

SNIPPETS = {
    "organisation": FACTS,
    "organisationtext es": TEXTS_OF_OTHERS,
    "organisationtext eu": TEXTS_OF_HERS,
    "category": CATEGORIES,
}

# A public page in Basque. ("N": whoever may enter the admin; Wagtail asks for nothing there, and tells no content.)
PAGES = {
    "add": "ERA",
    "preview_on_add": "ERA",
    "add_subpage": "ERA",
    "usage": "ETRA",
    "edit": "ETRA",
    "preview_on_edit": "ETRA",
    "view_draft": "ETRA",
    "delete": "RA",
    "unpublish": "ERA",
    "convert_alias": "",  # it is no alias
    "move": "RA",
    "move_confirm": "RA",
    "set_page_position": "RA",
    "copy": "ERA",
    "workflow_action": "RA",
    "collect_workflow_action_data": "RA",
    "confirm_workflow_cancellation": "NETRA",
    "workflow_preview": "RA",
    "set_privacy": "RA",
    "lock": "ERA",
    "unlock": "RA",
    "revisions_index": "NETRA",  # leads on to the history
    "revisions_view": "ETRA",
    "revisions_revert": "ETRA",
    "revisions_unschedule": "ERA",
    "revisions_compare": "ETRA",
    "workflow_history": "ETRA",
    "workflow_history_detail": "ETRA",
    "history": "ETRA",
    "history_results": "ETRA",
}
# They are about no page in particular: Wagtail lists in them what the person may see.
ABOUT_NO_PAGE = {"type_use", "choose_parent", "type_use_results", "search", "search_results"}

ADMINISTRATION = {
    "defenders_held_publication": "RA",
    "wagtailusers_users:index": "A",
    "wagtailusers_users:add": "A",
    "wagtailusers_groups:index": "A",
    "wagtailusers_groups:add": "A",
    "wagtailsites:index": "A",
    "wagtaillocales:index": "A",
    "wagtailadmin_collections:index": "A",
    "wagtailadmin_workflows:index": "A",
    "wagtailadmin_workflows:task_index": "A",
    "wagtailredirects:index": "A",
    "wagtailimages:index": "ERA",
    "wagtailimages:add": "ERA",
    "wagtaildocs:index": "ERA",
    "wagtaildocs:add": "ERA",
}
