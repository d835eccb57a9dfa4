"""The WSGI application of the site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
django_application = get_wsgi_application()

# Need the settings.
from cms.common.quiet_logging import quiet_process  # noqa: E402
from cms.request_charset import UsableCharset  # noqa: E402
from widgets.wsgi import PublicFiles  # noqa: E402

quiet_process()
application = PublicFiles(UsableCharset(django_application))
