"""A setting that leaves a door open is named."""

import pytest
from django.conf import settings as shipped
from django.core.checks import run_checks

from accounts.checks import BEFORE_THE_GATE, GATE

BACKEND = "django.contrib.auth.backends.ModelBackend"


def problems(**kwargs):
    return {problem.id for problem in run_checks(tags=["defenders_accounts"], **kwargs)}


def test_the_shipped_settings_have_no_problem():
    assert problems() == set()


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("DEFENDERS_SESSION_HOURS", 0, "defenders.E024"),
        ("DEFENDERS_SESSION_HOURS", 169, "defenders.E024"),
        ("DEFENDERS_SESSION_HOURS", "12", "defenders.E024"),
        ("DEFENDERS_SESSION_HOURS", None, "defenders.E024"),
        ("DEFENDERS_SESSION_IDLE_MINUTES", -1, "defenders.E024"),
        ("DEFENDERS_SESSION_IDLE_MINUTES", True, "defenders.E024"),
        ("MIDDLEWARE", [], "defenders.E025"),
        ("MIDDLEWARE", [GATE, *BEFORE_THE_GATE], "defenders.E025"),
        ("MIDDLEWARE", [*BEFORE_THE_GATE[:-1], GATE], "defenders.E025"),
        ("AUTHENTICATION_BACKENDS", [*shipped.AUTHENTICATION_BACKENDS, BACKEND], "defenders.E026"),
        ("ACCOUNT_ADAPTER", "allauth.account.adapter.DefaultAccountAdapter", "defenders.E026"),
        ("MFA_ADAPTER", "nowhere.Adapter", "defenders.E026"),
    ],
)
def test_a_wrong_setting_is_named(settings, name, value, problem):
    setattr(settings, name, value)
    assert problems() == {problem}


@pytest.mark.parametrize(("value", "expected"), [(True, False), (False, True), ("no", True)])
def test_a_public_host_without_a_second_factor_is_named(settings, value, expected):
    settings.DEFENDERS_SECOND_FACTOR_REQUIRED = value
    found = {problem.id for problem in run_checks(include_deployment_checks=True)}
    assert ("defenders.W005" in found) is expected
