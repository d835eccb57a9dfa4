"""The WSGI application of the site."""

import os

from django.core.wsgi import get_wsgi_application

from cms.request_charset import UsableCharset

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = UsableCharset(get_wsgi_application())
