"""What a public host writes down: that something failed and where in the code, never for whom.

Nothing goes to a file or by e-mail from here: whoever starts the processes says where their standard error goes.
"""

from copy import deepcopy

_NOWHERE = {"handlers": ["nowhere"], "propagate": False}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "cms.common.quiet_logging.QuietFormatter"}},
    "handlers": {
        "quiet": {"class": "cms.common.quiet_logging.QuietHandler", "formatter": "quiet"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["quiet"], "level": "WARNING"},
    "loggers": {
        # In place of Django's own handlers, which send the request by e-mail to ADMINS.
        "django": {"handlers": ["quiet"], "level": "WARNING", "propagate": False},
        # Pages that do not exist, forms that are refused: what visitors do, not what fails here.
        "django.request": {"handlers": ["quiet"], "level": "ERROR", "propagate": False},
        # Wrong hosts, forged forms and the like.
        "django.security": _NOWHERE,
        # A line per request: of Django's own server, and of Granian.
        "django.server": _NOWHERE,
        "granian.access": _NOWHERE,
        # Every query with its values.
        "django.db.backends": {"handlers": ["quiet"], "level": "ERROR", "propagate": False},
        # What fails outside Django while a request is answered.
        "_granian": {"handlers": ["quiet"], "level": "WARNING", "propagate": False},
    },
}

# In a terminal of one's own: the same, and what an exception has to say.
LOGGING_OF_A_TERMINAL = deepcopy(LOGGING)
LOGGING_OF_A_TERMINAL["formatters"]["quiet"]["messages"] = True

# For whatever asks Django for a report of an error.
DEFAULT_EXCEPTION_REPORTER = "cms.quiet_reports.QuietReporter"
DEFAULT_EXCEPTION_REPORTER_FILTER = "cms.quiet_reports.NothingOfTheRequest"
