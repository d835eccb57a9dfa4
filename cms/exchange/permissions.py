"""Who may take tables out and propose what comes in."""

from cms.roles.rights import languages_with


def may_export(user):
    """Say whether the user may take the listing of organisations out as a table: whoever may change them."""
    return user.is_active and user.has_perm("defenders.change_organisation")


def may_import(user):
    """Say whether the user may propose organisations: whoever may both add and change them."""
    return may_export(user) and user.has_perm("defenders.add_organisation")


def languages_of_texts(user):
    """Return the languages in which the user may both add and change texts of organisations; None for all."""
    allowed = [languages_with(user, action, "organisationtext") for action in ("add", "change")]
    limited = [languages for languages in allowed if languages is not None]
    return frozenset.intersection(*limited) if limited else None


def may_go_on_with(user, batch):
    """Say whether the user may import or undo a batch: all the languages that it holds are theirs."""
    languages = languages_of_texts(user)
    return may_import(user) and (languages is None or batch.languages() <= languages)
