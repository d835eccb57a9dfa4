"""Who may do what, as plain questions. `obj` is an object with drafts: facts, a text or a page.

The groups hold the rights; here is what Django's permissions cannot say: the language of a translator, and that
nobody publishes what they wrote themselves.
"""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from wagtail.models import Page, Revision, TranslatableMixin

from cms.conf import defenders_settings

_LANGUAGES_CACHE = "_defenders_languages"
TEXTS_OF_ANY_KIND = "text"


def may_publish_alone(user, obj=None) -> bool:
    """Say whether the user may publish without a second person: a reviewer, where the setting says so.

    Without `obj`: whether there is any kind of text that the user may publish so.
    """
    if not user.is_active or not defenders_settings.REVIEWERS_PUBLISH_ALONE:
        return False
    return may_be_reviewer(user, obj)


def may_be_reviewer(user, obj=None) -> bool:
    """Say whether the user has the right to publish, whoever else has to agree."""
    if user.is_superuser:
        return user.is_active
    if isinstance(obj, Page):
        return "publish" in getattr(obj.permissions_for_user(user), "permissions", ())
    if obj is None:
        return languages_with(user, "publish", TEXTS_OF_ANY_KIND) != frozenset()
    return has_right(user, "publish", obj)


def may_review(user, obj) -> bool:
    """Say whether the user may approve what is to become public: a reviewer who did not write or submit it."""
    return may_be_reviewer(user, obj) and (
        defenders_settings.REVIEWERS_PUBLISH_ALONE or is_second_person(user, obj)
    )


def may_change(user, obj) -> bool:
    """Say whether the user may change it, in its language."""
    if isinstance(obj, Page):
        return obj.permissions_for_user(user).can_edit()
    return has_right(user, "change", obj)


def has_right(user, action, obj) -> bool:
    """Say whether the user holds Django's permission for an action on a snippet, in its language."""
    opts = obj._meta
    if not user.has_perm(f"{opts.app_label}.{get_permission_codename(action, opts)}"):
        return False
    if not isinstance(obj, TranslatableMixin):
        return True
    languages = languages_with(user, action, opts.model_name)
    return languages is None or obj.locale.language_code in languages


def is_second_person(user, obj) -> bool:
    """Say whether somebody else made the last change and submitted it."""
    last = Revision.objects.for_instance(obj).order_by("-created_at", "-pk").values_list("user", flat=True)
    state = obj.current_workflow_state
    return user.pk not in {last.first(), state.requested_by_id if state else None}


def languages_of(user) -> frozenset[str] | None:
    """Return the languages in which the user may change texts; None for all."""
    return languages_with(user, "change", TEXTS_OF_ANY_KIND)


def languages_with(user, action, model_name) -> frozenset[str] | None:
    """Return the languages in which the user holds a right on a model: None for all, empty for none.

    A name that several models end with stands for any of them: "text" for every kind of texts.
    """
    if user.is_superuser and user.is_active:
        return None
    found: set[str] = set()
    for codename, languages in _languages_by_codename(user).items():
        if codename.startswith(f"{action}_") and codename.endswith(model_name):
            if languages is None:
                return None
            found |= languages
    return frozenset(found)


def _languages_by_codename(user):
    """Return {codename of a permission: languages or None} of the user's groups, asked once per request."""
    if not user.is_active or user.is_anonymous:
        return {}
    if not hasattr(user, _LANGUAGES_CACHE):
        setattr(user, _LANGUAGES_CACHE, _load_languages(user))
    return getattr(user, _LANGUAGES_CACHE)


def _load_languages(user):
    held = Permission.objects.filter(content_type__app_label="defenders")
    by_codename: dict[str, set[str] | None] = dict.fromkeys(
        held.filter(user=user).values_list("codename", flat=True)
    )
    rows = held.filter(group__user=user).values_list(
        "codename", "group", "group__defenders_languages__language"
    )
    for codename, _group, language in rows.distinct():
        languages = by_codename.setdefault(codename, set())
        if languages is None or language is None:
            by_codename[codename] = None
        else:
            languages.add(language)
    return by_codename
