"""The settings of a public host: the checks find nothing, and every cookie is bound to this host and to https."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "".join(chr(33 + number * 7 % 90) for number in range(70)),
    "ALLOWED_HOSTS": "defenders.example.org",
    "BASE_URL": "https://defenders.example.org",
}
ASK = """
import io, json
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
said = io.StringIO()
call_command("check", deploy=True, fail_level="DEBUG", stdout=said, stderr=said)
parts = ("SECURE_", "SESSION_", "CSRF_", "LANGUAGE_COOKIE", "MESSAGE_")
names = [name for name in dir(settings) if name.startswith(parts)]
print(json.dumps({"said": said.getvalue(), **{name: getattr(settings, name) for name in names}}, default=str))
"""


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    """What a process with a production environment says: settings of security, and `said` by `check --deploy`."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**kept, **ENVIRONMENT, "DATA_DIR": str(tmp_path_factory.mktemp("production"))},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_checks_for_deployment_find_nothing(production):
    assert production["said"] == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize("cookie", ["SESSION_COOKIE", "CSRF_COOKIE", "LANGUAGE_COOKIE"])
def test_a_cookie_is_bound_to_this_host_and_to_https_and_no_script_reads_it(production, cookie):
    assert production[f"{cookie}_NAME"].startswith("__Host-")
    assert production[f"{cookie}_SECURE"] is True
    assert production[f"{cookie}_HTTPONLY"] is True
    assert production[f"{cookie}_SAMESITE"] == "Lax"
    # What browsers demand of such a name.
    assert production[f"{cookie}_PATH"] == "/"
    assert production[f"{cookie}_DOMAIN"] is None


def test_messages_have_no_cookie_of_their_own(production):
    assert production["MESSAGE_STORAGE"] == "django.contrib.messages.storage.session.SessionStorage"


def test_browsers_come_by_https_alone(production):
    assert production["SECURE_SSL_REDIRECT"] is True
    assert production["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert production["SECURE_HSTS_INCLUDE_SUBDOMAINS"] and production["SECURE_HSTS_PRELOAD"]
