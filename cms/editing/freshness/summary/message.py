"""How the summary reads: a subject, plain text and simple HTML, in one language."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language_bidi, gettext, ngettext, override

from cms.conf import defenders_settings
from cms.editing.freshness.panel import report_url
from cms.editing.freshness.summary.content import Summary
from cms.editing.overview.shares import URL_NAME as TRANSLATIONS


@dataclass(frozen=True)
class Message:
    """An e-mail without its recipient."""

    subject: str
    text: str
    html: str


def message_of(summary: Summary, language: str) -> Message:
    """Return the summary in a language of the admin."""
    base = defenders_settings.BASE_URL
    with override(language):
        context = {
            "summary": summary,
            "language": language,
            "direction": "rtl" if get_language_bidi() else "ltr",
            "links": {
                "home": base + reverse("wagtailadmin_home"),
                "waiting": base + report_url(state="waiting"),
                "soon": base + report_url(state="soon30"),
                "broken": base + report_url(links="broken"),
                "outdated": f"{base}{reverse(TRANSLATIONS)}?state=outdated",
            },
        }
        return Message(
            _subject(summary),
            render_to_string("defenders/admin/summary/summary.txt", context),
            render_to_string("defenders/admin/summary/summary.html", context),
        )


def _subject(summary):
    if not summary.to_check:
        return gettext("The directory this week")
    return ngettext(
        "The directory this week: %(count)d organisation to check",
        "The directory this week: %(count)d organisations to check",
        summary.to_check,
    ) % {"count": summary.to_check}
