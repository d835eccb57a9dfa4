"""System checks: a setting that would leave a door open is named by `manage.py check`."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.utils.module_loading import import_string

from cms.conf import defenders_settings

GATE = "accounts.gate.Gate"
BEFORE_THE_GATE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

# A week: whoever needs longer than that wants no limit.
LONGEST_HOURS = 168


@register("defenders_accounts")
def check_sessions(app_configs, **kwargs):
    """E024: how long a session lasts."""
    limits = (
        ("DEFENDERS_SESSION_HOURS", 12, LONGEST_HOURS),
        ("DEFENDERS_SESSION_IDLE_MINUTES", 120, LONGEST_HOURS * 60),
    )
    return [
        Error(f"{name} must be a number above 0, {most} at most.", id="defenders.E024")
        for name, default, most in limits
        if not _is_number(getattr(settings, name, default), most)
    ]


def _is_number(value, most):
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= most


@register("defenders_accounts")
def check_gate(app_configs, **kwargs):
    """E025: without the gate, or with it too early, everything of the editor opens."""
    order = list(settings.MIDDLEWARE)
    if GATE not in order:
        return [Error(f"MIDDLEWARE lacks {GATE}.", id="defenders.E025")]
    late = [name for name in BEFORE_THE_GATE if name not in order[: order.index(GATE)]]
    return [Error(f"{GATE} must stand after {name} in MIDDLEWARE.", id="defenders.E025") for name in late]


@register("defenders_accounts")
def check_doors(app_configs, **kwargs):
    """E026: whatever else lets somebody in, or decides about it, goes past what is promised."""
    from accounts.adapter import AccountAdapter
    from accounts.factors import FactorAdapter

    problems = [
        Error(f"AUTHENTICATION_BACKENDS must hold {BACKEND} alone, not {name} as well.", id="defenders.E026")
        for name in settings.AUTHENTICATION_BACKENDS
        if name != BACKEND
    ]
    for name, ours in (("ACCOUNT_ADAPTER", AccountAdapter), ("MFA_ADAPTER", FactorAdapter)):
        if not _is_made_from(getattr(settings, name, ""), ours):
            problems.append(
                Error(
                    f"{name} is not {ours.__module__}.{ours.__name__} or made from it.", id="defenders.E026"
                )
            )
    return problems


def _is_made_from(address, kind):
    try:
        return issubclass(import_string(address), kind)
    except (ImportError, TypeError, AttributeError):
        return False


@register(Tags.security, deploy=True)
def check_second_factor(app_configs, **kwargs):
    """W005: on a public host a password alone is not enough."""
    if defenders_settings.SECOND_FACTOR_REQUIRED is True:
        return []
    return [
        Warning(
            "DEFENDERS_SECOND_FACTOR_REQUIRED is not True: the editor opens with a password alone.",
            id="defenders.W005",
        )
    ]
