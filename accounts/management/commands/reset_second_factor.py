"""`manage.py reset_second_factor LOGIN`: for who lost phone, keys and recovery codes."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from accounts.reset import reset_second_factor


class Command(BaseCommand):
    help = (
        "Remove the second factor and the password of an account, end its sessions and tell the person by mail. "
        "They set a password with the link on the login page, and a new second factor when they log in."
    )

    def add_arguments(self, parser):
        parser.add_argument("login")
        parser.add_argument(
            "--keep-password",
            action="store_true",
            help="leave the password: for who cannot receive mail. Be sure that nobody else knows it",
        )

    def handle(self, *args, login, keep_password, **options):
        users = get_user_model()
        try:
            user = users.objects.get_by_natural_key(login)
        except users.DoesNotExist:
            raise CommandError(f"There is no account with the login {login!r}.") from None
        count = reset_second_factor(user, keep_password=keep_password)
        self.stdout.write(f"{login}: {count} second factors and sets of recovery codes removed.")
