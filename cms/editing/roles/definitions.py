"""What each role may do: tables, no code. They are applied once; afterwards the groups belong to the administrator."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

FACTS = ("organisation", "programme", "training", "testimony")
TEXTS = tuple(f"{name}text" for name in FACTS)
USER_MODEL = "user model"

EDITOR_KEY, REVIEWER_KEY, ADMINISTRATOR_KEY = "editor", "reviewer", "administrator"


@dataclass(frozen=True)
class RoleDefinition:
    """`permissions` maps "app.model" to actions; `pages` and `collections` are rights on a tree each.

    Rights on pages hold on every home page, on those of `language` alone, or from the root down when `every_page`.
    """

    key: str
    name: str
    permissions: dict[str, tuple[str, ...]]
    pages: tuple[str, ...]
    collections: dict[str, tuple[str, ...]]
    language: str | None = None
    name_values: dict[str, str] = field(default_factory=dict)
    every_page: bool = False

    def name_of_group(self) -> str:
        """Return the name of the group in the language of the site."""
        return str(self.name) % self.name_values


def each(models, *actions):
    """Return the same actions for several models of the directory."""
    return {f"defenders.{model}": actions for model in models}


ENTRANCE = {"wagtailadmin.admin": ("access",)}
TRANSLATION = {"wagtail_localize.translation": ("submit",)}

TRANSLATOR_PERMISSIONS = ENTRANCE | TRANSLATION | each(TEXTS, "add", "change")
EDITOR_PERMISSIONS = (
    ENTRANCE
    | TRANSLATION
    | each((*FACTS, *TEXTS), "add", "change", "delete", "lock")
    | each(["category"], "view")
)
REVIEWER_PERMISSIONS = (
    EDITOR_PERMISSIONS
    | each((*FACTS, *TEXTS), "add", "change", "delete", "lock", "unlock", "publish")
    | each(["category"], "view", "add", "change", "delete")
)
ADMINISTRATOR_PERMISSIONS = REVIEWER_PERMISSIONS | {
    USER_MODEL: ("add", "change", "delete"),
    "auth.group": ("add", "change", "delete"),
    "wagtailcore.site": ("add", "change", "delete"),
    "wagtailcore.locale": ("add", "change", "delete"),
    "wagtailcore.workflow": ("add", "change", "delete"),
    "wagtailcore.task": ("add", "change", "delete"),
    "wagtailredirects.redirect": ("add", "change", "delete"),
}

LOOKS_AT_FILES = {"wagtailimages.image": ("choose",), "wagtaildocs.document": ("choose",)}
ADDS_FILES = {
    "wagtailimages.image": ("add", "change", "choose"),
    "wagtaildocs.document": ("add", "change", "choose"),
}
KEEPS_COLLECTIONS = ADDS_FILES | {"wagtailcore.collection": ("add", "change", "delete")}

EDITOR = RoleDefinition(
    EDITOR_KEY, _("Editor"), EDITOR_PERMISSIONS, pages=("add", "change", "lock"), collections=ADDS_FILES
)
REVIEWER = RoleDefinition(
    REVIEWER_KEY,
    _("Reviewer"),
    REVIEWER_PERMISSIONS,
    pages=("add", "change", "lock", "unlock", "publish", "bulk_delete"),
    collections=ADDS_FILES,
)
ADMINISTRATOR = RoleDefinition(
    ADMINISTRATOR_KEY,
    _("Administrator"),
    ADMINISTRATOR_PERMISSIONS,
    pages=REVIEWER.pages,
    collections=KEEPS_COLLECTIONS,
    every_page=True,
)


def translator(code, name):
    """Return the role of those who translate into one language."""
    return RoleDefinition(
        f"translator-{code}",
        _("Translator: %(language)s"),
        TRANSLATOR_PERMISSIONS,
        pages=("change",),
        collections=LOOKS_AT_FILES,
        language=code,
        name_values={"language": name},
    )
