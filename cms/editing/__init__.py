"""What the editorial team sees: forms, their widgets, listings and actions in Wagtail's admin.

Imports `common`, `snippets`, `localisation` and `directory`; nothing but `cms.wagtail_hooks` imports it.
"""
