"""`manage.py demo`: everything a newcomer needs, from an empty folder to a running site with sample content."""

import logging
import secrets
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.urls import NoReverseMatch, reverse
from wagtail.models import Site

from cms.conf import defenders_settings
from cms.directory.publish import publish
from cms.editing.roles.set_up import set_up_roles
from cms.sample.load import load_sample
from cms.snippets.organisation import Organisation

logger = logging.getLogger("cms.demo")

EDITOR = "editor"
# Accounts for trying out the roles: login -> key of the role.
ROLE_ACCOUNTS = {
    "demo-editor": "editor",
    "demo-reviewer": "reviewer",
    "demo-translator-eu": "translator-eu",
}
ROUND_SECONDS = 60


class Command(BaseCommand):
    help = "Migrate, load the sample content the first time, publish, make an editor, and serve on localhost."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--data", type=Path, required=True, help="folder that keeps the logins")
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, but do not serve")

    def handle(self, *args, port, data, no_serve, **options):
        if not settings.DEBUG:
            raise CommandError("The demo runs only with DEBUG: its login and content are for trying out.")
        self._refuse_other_sites()
        call_command("migrate", verbosity=0)
        if not Organisation.objects.exists():
            self.stdout.write("Loading the sample content (about 20 seconds, only this once) …")
            load_sample()
        set_up_roles()
        publish()
        self._serve_pages_here()
        passwords = {EDITOR: self._password(EDITOR, data, is_staff=True, is_superuser=True)}
        for login, key in ROLE_ACCOUNTS.items():
            passwords[login] = self._password(login, data, email=f"{login}@example.org", role=key)
        self._say_what_is_where(passwords)
        if not no_serve:
            threading.Thread(target=keep_up_to_date, name="timer", daemon=True).start()
            call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)

    def _refuse_other_sites(self):
        """A site that uses the apps keeps its own addresses, and gets no editor from us."""
        try:
            reverse("demo")
        except NoReverseMatch:
            raise CommandError("The demo is a part of the project itself. Elsewhere: load_sample.") from None

    def _serve_pages_here(self):
        """Pages are absolute addresses of the default site: they must lead to the port of this run."""
        address = urlsplit(defenders_settings.BASE_URL)
        Site.objects.filter(is_default_site=True).update(
            hostname=address.hostname, port=address.port or 80, site_name=settings.WAGTAIL_SITE_NAME
        )

    def _password(self, login, data, role=None, **fields):
        """Return the password of an account of the demo, made once and kept readable for its owner alone."""
        login_file = data / f"{login}-login"
        user, created = get_user_model().objects.get_or_create(username=login, defaults=fields)
        if created and role:
            user.groups.set(Group.objects.filter(defenders_role__key=role))
        if created or not login_file.exists():
            password = secrets.token_urlsafe(12)
            login_file.touch(mode=0o600)
            login_file.write_text(password)
            user.set_password(password)
            user.save()
        return login_file.read_text()

    def _say_what_is_where(self, passwords):
        base = defenders_settings.BASE_URL
        for label, value in (
            ("What is here", f"{base}/"),
            ("Guidance site", f"{base}/es/"),
            ("Partner page", f"{base}/demo/"),
            ("API", f"{base}/api/v2/organisations/"),
            ("Editor", f"{base}/admin/   login: {EDITOR}   password: {passwords[EDITOR]}"),
            *(("Try a role", f"login: {login}   password: {passwords[login]}") for login in ROLE_ACCOUNTS),
        ):
            self.stdout.write(f"  {label:<14} {value}")
        self.stdout.write("Stop with Ctrl+C.")
        self.stdout.flush()


def keep_up_to_date():
    """Do every minute what a timer does on a real site, for as long as the demo runs."""
    while True:
        time.sleep(ROUND_SECONDS)
        publish_what_is_due()


def publish_what_is_due():
    """Publish what was scheduled and what the day changed; a failure is logged and left to the next round."""
    try:
        call_command("publish_scheduled", verbosity=0)
        publish()
    except Exception:
        logger.exception("What is due could not be published; the next round tries again.")
    finally:
        # A thread has database connections of its own.
        connections.close_all()
