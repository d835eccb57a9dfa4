"""`manage.py send_summary`: tell reviewers and administrators once a week what waits."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.forms import ValidationError
from django.utils import timezone
from wagtail.admin.mail import send_mail

from cms.editing.freshness.summary.content import summary_of
from cms.editing.freshness.summary.message import message_of
from cms.editing.freshness.summary.recipients import language_of, recipients
from cms.snippets.sent_summary import SentSummary


class Command(BaseCommand):
    help = (
        "Send the weekly summary to the active reviewers and administrators: what is to be checked, "
        "reviewed and translated, and which links are broken. Nobody gets it twice in a week, and nobody when there is "
        "nothing to say. Run it once a week, or once a day: only the first run of a week sends."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="write the e-mails here and send nothing")
        parser.add_argument("--to", help="send it to this address only, and do not count it as sent")
        parser.add_argument("--force", action="store_true", help="send it even to who had it this week")

    def handle(self, *, dry_run, to, force, verbosity, **options):
        today = timezone.localdate()
        summary = summary_of(today)
        if summary.is_empty:
            return self._say("There is nothing to say this week, so nothing was sent.", verbosity)
        if to:
            return self._send_to_address(summary, to, dry_run, verbosity)
        year, week, _day = today.isocalendar()
        return self._send_to_all(summary, f"{year}-W{week:02}", dry_run, force, verbosity)

    def _send_to_address(self, summary, to, dry_run, verbosity):
        try:
            validate_email(to)
        except ValidationError as error:
            raise CommandError(f"{to!r} is not an e-mail address.") from error
        user = next((one for one in recipients() if _address(one).lower() == to.lower()), None)
        message = message_of(summary, language_of(user) if user else settings.LANGUAGE_CODE)
        if dry_run:
            return self._show(message, to)
        try:
            _send(message, to)
        except OSError as error:
            raise CommandError(f"The summary could not be sent: {error}") from error
        return self._say("1 summary sent.", verbosity)

    def _send_to_all(self, summary, week, dry_run, force, verbosity):
        sent, failed, before = 0, 0, 0
        for user in recipients():
            had_it = SentSummary.objects.filter(user=user, week=week).exists()
            if had_it and not force:
                before += 1
                continue
            message = message_of(summary, language_of(user))
            if dry_run:
                self._show(message, _address(user))
                continue
            # Noted first: two runs at a time would otherwise both send.
            note, is_new = SentSummary.objects.get_or_create(user=user, week=week)
            if not (is_new or had_it):
                before += 1
                continue
            try:
                _send(message, _address(user))
                sent += 1
            except OSError as error:
                failed += 1
                if is_new:
                    note.delete()
                self.stderr.write(f"One summary could not be sent: {error}")
        if failed:
            raise CommandError(
                f"{failed} of {sent + failed} summaries could not be sent; the next run tries again."
            )
        if not dry_run:
            self._say(f"{sent} summaries sent; {before} colleagues had theirs this week already.", verbosity)

    def _show(self, message, to):
        self.stdout.write(f"To: {to}\nSubject: {message.subject}\n\n{message.text}\n")

    def _say(self, sentence, verbosity):
        if verbosity:
            self.stdout.write(sentence)


def _address(user):
    return getattr(user, user.get_email_field_name())


def _send(message, to):
    # SMTP errors are OSErrors too.
    send_mail(message.subject, message.text, [to], html_message=message.html)
