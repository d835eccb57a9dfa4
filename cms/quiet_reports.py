"""Error reports without the request: where the code failed, and nothing of whom or what it was asked.

    DEFAULT_EXCEPTION_REPORTER = "cms.quiet_reports.QuietReporter"
    DEFAULT_EXCEPTION_REPORTER_FILTER = "cms.quiet_reports.NothingOfTheRequest"

Django's own leave out what looks like a password, and send addresses, searches, cookies and the values of variables.
"""

from html import escape

from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from cms.common.quiet_logging import told


class QuietReporter(ExceptionReporter):
    """Reports the kind of an exception and its places in the code, whatever the format."""

    def get_traceback_text(self):
        """Return the report as text."""
        return "\n".join(told(self.exc_value, with_message=False)) if self.exc_value else "No exception."

    def get_traceback_html(self):
        """Return the same as a page."""
        return f"<!doctype html><title>Error</title><pre>{escape(self.get_traceback_text())}</pre>"

    def get_traceback_data(self):
        """Return nothing for templates to show."""
        return {}


class NothingOfTheRequest(SafeExceptionReporterFilter):
    """For reporters of others: no settings, headers, cookies, form values or variables, not even with DEBUG on."""

    def is_active(self, request):
        """Hide even with DEBUG on."""
        return True

    def get_safe_settings(self):
        """Return no settings."""
        return {}

    def get_safe_request_meta(self, request):
        """Return no headers."""
        return {}

    def get_safe_cookies(self, request):
        """Return no cookies."""
        return {}

    def get_post_parameters(self, request):
        """Return no form values."""
        return {}

    def get_traceback_frame_variables(self, request, tb_frame):
        """Return no variables."""
        return []
