"""Who may do what: rights, the languages of translators, and the second person before anything becomes public.

Imports `common` and `conf`, so that models, translation and admin screens can all ask it.
"""
