"""`manage.py check_links`: look whether the websites and forms that organisations name still answer."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.conf import defenders_settings
from cms.editing.freshness.links.probe import Prober
from cms.editing.freshness.links.results import addresses_to_ask, record
from cms.editing.freshness.links.run import PAUSE, Turns, ask_all, host_of
from cms.editing.freshness.links.targets import Policy

# Option -> default, least, most.
BOUNDS = {
    "limit": (100, 1, 5000),
    "timeout": (10, 1, 60),
    "concurrency": (4, 1, 8),
    "seconds": (900, 1, 7200),
}
HELP = {
    "limit": "at most so many addresses, those that wait longest first",
    "timeout": "seconds for one request",
    "concurrency": "so many hosts at a time; each of them is asked one thing after the other",
    "seconds": "after so many seconds no further address is begun",
}
# So many hosts, and not one of them answers: it is this computer that is offline.
OFFLINE_HOSTS = 5


class Command(BaseCommand):
    help = (
        "Ask the web addresses of public organisations, programmes and trainings whether they still answer. A link "
        "counts as broken when it failed on two different days; only editors see it. Run it once a day."
    )
    policy = Policy()
    pause = PAUSE

    def add_arguments(self, parser):
        for name, (default, least, most) in BOUNDS.items():
            parser.add_argument(
                f"--{name}",
                type=int,
                default=default,
                help=f"{HELP[name]} ({least} to {most}; default: {default})",
            )

    def handle(self, *, verbosity, **options):
        for name, (_default, least, most) in BOUNDS.items():
            if not least <= options[name] <= most:
                raise CommandError(f"--{name} must be from {least} to {most}.")
        today = timezone.localdate()
        urls = addresses_to_ask(options["limit"], today)
        prober = Prober(
            f"ProtectThoseWhoDefend-LinkCheck/1.0 (+{defenders_settings.BASE_URL})",
            options["timeout"],
            self.policy,
            Turns(self.pause),
        )
        findings = list(ask_all(urls, prober.probe, options["concurrency"], options["seconds"]))
        hosts = {host_of(url) for url, _finding in findings}
        if len(hosts) >= OFFLINE_HOSTS and all(found.outcome == "unreachable" for _url, found in findings):
            raise CommandError(
                f"None of {len(hosts)} sites answered: this computer seems to be offline. Nothing was noted."
            )
        record(findings, today)
        if verbosity:
            self.stdout.write(self._summary(findings, len(urls) - len(findings)))

    def _summary(self, findings, left):
        outcomes: dict[str, int] = {}
        for _url, found in findings:
            outcomes[found.outcome] = outcomes.get(found.outcome, 0) + 1
        counted = ", ".join(f"{outcome}: {count}" for outcome, count in sorted(outcomes.items()))
        sentence = f"{len(findings)} addresses asked{f' ({counted})' if counted else ''}."
        return f"{sentence} {left} were left for the next time." if left else sentence
