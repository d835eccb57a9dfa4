"""Who may withdraw a page: who edits it in every language in which it exists. A translator does so in one only."""

from cms.editing.roles.rights import may_be_reviewer


def may_withdraw_page(user, page):
    """Say whether the user is an editor of all language versions."""
    return all(_is_editor(user, version) for version in _versions(page))


def may_restore_page(user, page):
    """Say whether the user may publish all language versions."""
    return all(may_be_reviewer(user, version) for version in _versions(page))


def _versions(page):
    return page.get_translations(inclusive=True).specific()


def _is_editor(user, page):
    # Who may add pages edits; who may only change them translates.
    tester = page.permissions_for_user(user)
    return user.is_active and (user.is_superuser or "add" in tester.permissions)
