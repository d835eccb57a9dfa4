"""System checks: a wrong setting is named by `manage.py check` before a visitor finds it."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Warning, register
from django.utils.module_loading import import_string

from cms.common.contacts import ContactError, clean_value
from cms.common.headless_preview import MalformedTemplate, fields_of
from cms.common.languages import LANGUAGES
from cms.conf import defenders_settings

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}

# A link that opens drafts travels by e-mail: after a week nobody remembers who has it.
LONGEST_PREVIEW_HOURS = 168

# What the plugin is built on, by the name that stands in INSTALLED_APPS.
NEEDED_APPS = (
    "wagtail.admin",
    "wagtail.api.v2",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.snippets",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailgeowidget",
    "rest_framework",
)

MIDDLEWARE = "cms.api.middleware.PublicAddressMiddleware"
# Secures the connection of public addresses too.
BEFORE_IT = {"django.middleware.security.SecurityMiddleware"}
# Each would add a cookie, a `Vary`, a query, a redirect or a page of HTML to a public address.
AFTER_IT = {
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
}


@register("defenders")
def check_base_url(app_configs, **kwargs):
    """E001, E002: the address that embeds and links start with."""
    parts = urlsplit(defenders_settings.BASE_URL)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        return [
            Error(
                "DEFENDERS_BASE_URL must be a scheme and a host, such as https://directory.example.org.",
                hint="Partners paste addresses that start with it.",
                id="defenders.E001",
            )
        ]
    if parts.scheme == "http" and parts.hostname not in LOCAL_HOSTS:
        return [
            Error(
                "DEFENDERS_BASE_URL must start with https:// (http:// only for localhost).",
                id="defenders.E002",
            )
        ]
    return []


@register("defenders")
def check_published_root(app_configs, **kwargs):
    """E003: the folder for the published files."""
    if getattr(settings, "DEFENDERS_PUBLISHED_ROOT", None):
        return []
    return [
        Error(
            "DEFENDERS_PUBLISHED_ROOT must name the folder for the published files.",
            id="defenders.E003",
        )
    ]


@register("defenders")
def check_published_storage(app_configs, **kwargs):
    """E022: the storage that gets a copy of the published files."""
    alias = defenders_settings.PUBLISHED_STORAGE
    if alias is None or alias in settings.STORAGES:
        return []
    return [
        Error(
            "DEFENDERS_PUBLISHED_STORAGE must be one of the names in STORAGES, or None.",
            id="defenders.E022",
        )
    ]


@register("defenders")
def check_largest_loss(app_configs, **kwargs):
    """E018: how many organisations may disappear at once."""
    part = defenders_settings.LARGEST_LOSS
    if isinstance(part, int | float) and not isinstance(part, bool) and 0 <= part <= 1:
        return []
    return [Error("DEFENDERS_LARGEST_LOSS must be a number from 0 to 1: a part of all.", id="defenders.E018")]


@register("defenders")
def check_fallbacks(app_configs, **kwargs):
    """E004: every language falls back to known others."""
    fallbacks = defenders_settings.FALLBACKS
    known = set(LANGUAGES)
    well_formed = isinstance(fallbacks, dict) and set(fallbacks) == known
    if well_formed and all(known - {lang} >= set(chain) for lang, chain in fallbacks.items()):
        return []
    return [
        Error(
            f"DEFENDERS_FALLBACKS must map each of {', '.join(LANGUAGES)} to other languages among them.",
            id="defenders.E004",
        )
    ]


@register("defenders")
def check_corrections(app_configs, **kwargs):
    """E023: where visitors tell the editors of a mistake."""
    address = defenders_settings.CORRECTIONS
    if address == "" or (isinstance(address, str) and _is_address_of_editors(address)):
        return []
    return [
        Error(
            'DEFENDERS_CORRECTIONS must be an e-mail address or the https address of a form, or "" for none.',
            hint="It is published, and every organisation's entry leads to it: not the address of one person.",
            id="defenders.E023",
        )
    ]


def _is_address_of_editors(address):
    return _is_address("encrypted_form" if address.startswith("https:") else "email", address)


def _is_address(kind, address):
    try:
        return clean_value(kind, address) == address
    except ContactError:
        return False


@register("defenders")
def check_security_txt(app_configs, **kwargs):
    """E031, E032: where weaknesses are reported, and what can be expected then."""
    contact, policy = defenders_settings.SECURITY_CONTACT, defenders_settings.SECURITY_POLICY
    errors = []
    if contact != "" and not (isinstance(contact, str) and _is_reached(contact)):
        errors.append(
            Error(
                "DEFENDERS_SECURITY_CONTACT must be mailto: and an e-mail address, or an https address, "
                'or "" for none.',
                hint="It stands in /.well-known/security.txt: not the address of one person.",
                id="defenders.E031",
            )
        )
    if policy != "" and not (isinstance(policy, str) and _is_address("encrypted_form", policy)):
        errors.append(
            Error('DEFENDERS_SECURITY_POLICY must be an https address, or "" for none.', id="defenders.E032")
        )
    return errors


def _is_reached(contact):
    if contact.startswith("mailto:"):
        return _is_address("email", contact.removeprefix("mailto:"))
    return _is_address("encrypted_form", contact)


@register("defenders")
def check_onion(app_configs, **kwargs):
    """E033: the address in the Tor network."""
    onion = defenders_settings.ONION_URL
    if onion == "" or (isinstance(onion, str) and _is_address("onion", onion) and not urlsplit(onion).path):
        return []
    return [
        Error(
            "DEFENDERS_ONION_URL must be http:// or https://, 56 letters and digits and .onion, and nothing after "
            'that, or "" for none.',
            hint="Copy it from the file hostname of the onion service: a typing mistake leads people to somebody else.",
            id="defenders.E033",
        )
    ]


@register("defenders")
def check_content_languages(app_configs, **kwargs):
    """E005: Wagtail must know the languages of the contract."""
    missing = set(LANGUAGES) - {code for code, _ in getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", [])}
    if not missing:
        return []
    return [
        Error(
            f"WAGTAIL_CONTENT_LANGUAGES lacks: {', '.join(sorted(missing))}.",
            id="defenders.E005",
        )
    ]


@register("defenders")
def check_translation_publishes_nothing(app_configs, **kwargs):
    """E006: wagtail-localize publishes untranslated copies unless it is told not to."""
    if getattr(settings, "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE", True) is False:
        return []
    return [
        Error(
            "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE must be False: otherwise sending a page or text to "
            "translation publishes its untranslated copy.",
            id="defenders.E006",
        )
    ]


@register("defenders")
def check_unknown_settings(app_configs, **kwargs):
    """W001: a setting that nothing reads is a spelling mistake."""
    unknown = {name for name in dir(settings) if name.startswith("DEFENDERS_")} - set(
        defenders_settings.NAMES
    )
    return [
        Warning(f"{name} is not a setting of this plugin.", id="defenders.W001") for name in sorted(unknown)
    ]


@register("defenders")
def check_no_password_only_admin(app_configs, **kwargs):
    """E007: Django's own admin would open a second door to the same accounts."""
    if not apps.is_installed("django.contrib.admin"):
        return []
    return [Error("django.contrib.admin must not be installed beside this plugin.", id="defenders.E007")]


@register("defenders")
def check_needed_apps(app_configs, **kwargs):
    """E008: the apps this one is built on."""
    return [
        Error(
            f"INSTALLED_APPS lacks {name}.",
            hint="It takes the place of wagtail.locales." if name == "wagtail_localize.locales" else None,
            id="defenders.E008",
        )
        for name in NEEDED_APPS
        if not apps.is_installed(name)
    ]


@register("defenders")
def check_middleware(app_configs, **kwargs):
    """E009, E010: public addresses are answered before anything looks at the visitor."""
    order = list(settings.MIDDLEWARE)
    if MIDDLEWARE not in order:
        return [
            Error(
                f"MIDDLEWARE lacks {MIDDLEWARE}: sessions and cookies would reach public addresses.",
                hint="Put it right after django.middleware.security.SecurityMiddleware.",
                id="defenders.E009",
            )
        ]
    place = order.index(MIDDLEWARE)
    return [
        Error(f"{MIDDLEWARE} must stand {side} {name} in MIDDLEWARE.", id="defenders.E010")
        for side, names in (
            ("before", AFTER_IT.intersection(order[:place])),
            ("after", BEFORE_IT.intersection(order[place:])),
        )
        for name in sorted(names)
    ]


@register("defenders")
def check_languages_enabled(app_configs, **kwargs):
    """E011: without these Wagtail keeps everything in one language."""
    return [
        Error(f"{name} must be True.", id="defenders.E011")
        for name in ("WAGTAIL_I18N_ENABLED", "USE_I18N")
        if getattr(settings, name, False) is not True
    ]


@register("defenders")
def check_language_code(app_configs, **kwargs):
    """E012: pages of the first language would have addresses such as /en-us/."""
    codes = [code for code, _ in getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", [])]
    if settings.LANGUAGE_CODE in codes:
        return []
    return [
        Error(
            f"LANGUAGE_CODE must be one of WAGTAIL_CONTENT_LANGUAGES, not {settings.LANGUAGE_CODE!r}.",
            hint="For an English site that is 'en', not 'en-us'.",
            id="defenders.E012",
        )
    ]


@register("defenders")
def check_headless_preview_url(app_configs, **kwargs):
    """E013: where a partner's front end shows drafts."""
    template = defenders_settings.HEADLESS_PREVIEW_URL
    if not template:
        return []
    try:
        fields_of(template)
    except (MalformedTemplate, TypeError) as problem:
        return [
            Error(
                f"DEFENDERS_HEADLESS_PREVIEW_URL cannot be used: {problem}.",
                hint="For example https://www.example.org/preview/{lang}/{key}?token={token}.",
                id="defenders.E013",
            )
        ]
    return []


@register("defenders")
def check_preview_hours(app_configs, **kwargs):
    """E014: how long a preview link opens."""
    hours = defenders_settings.PREVIEW_HOURS
    if isinstance(hours, int) and not isinstance(hours, bool) and 1 <= hours <= LONGEST_PREVIEW_HOURS:
        return []
    return [
        Error(
            f"DEFENDERS_PREVIEW_HOURS must be a whole number from 1 to {LONGEST_PREVIEW_HOURS}.",
            id="defenders.E014",
        )
    ]


@register("defenders")
def check_there_is_a_review(app_configs, **kwargs):
    """E017: without Wagtail's review nothing of the plugin could become public."""
    if getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True) or defenders_settings.REVIEWERS_PUBLISH_ALONE:
        return []
    return [
        Error(
            "WAGTAIL_WORKFLOW_ENABLED must be True, or nobody can publish anything.",
            hint="Or let reviewers publish what they wrote: DEFENDERS_REVIEWERS_PUBLISH_ALONE = True.",
            id="defenders.E017",
        )
    ]


@register("defenders")
def check_public_files(app_configs, **kwargs):
    """W003: without these forms metadata is stored, and a public picture is exchanged without a second person."""
    if not all(apps.is_installed(name) for name in ("wagtail.images", "wagtail.documents")):
        return []
    from cms.editing.roles import public_files

    forms = (
        ("WAGTAILIMAGES_IMAGE_FORM_BASE", public_files.PublicImageForm),
        ("WAGTAILDOCS_DOCUMENT_FORM_BASE", public_files.PublicDocumentForm),
    )
    return [
        Warning(
            f"{name} is not {form.__module__}.{form.__name__} or made from it.",
            hint="What cameras write into pictures is stored, and a public file is exchanged without a second person.",
            id="defenders.W003",
        )
        for name, form in forms
        if not _is_made_from(getattr(settings, name, ""), form)
    ]


def _is_made_from(address, form):
    try:
        return issubclass(import_string(address), form)
    except (ImportError, TypeError, AttributeError):
        return False
