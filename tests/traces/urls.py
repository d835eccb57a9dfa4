"""The addresses of the site, and those that fail on purpose."""

from django.urls import path

from config.urls import handler500
from config.urls import urlpatterns as addresses_of_the_site
from tests.traces import failures

__all__ = ["handler500", "urlpatterns"]

urlpatterns = [
    path("fails/raises/", failures.raises),
    path("fails/because/", failures.raises_because),
    path("fails/database/", failures.asks_the_database_nonsense),
    path("fails/suspicious/", failures.is_suspicious),
    path("fails/logs/", failures.logs),
    path("fails/memory/", failures.memory),
    *addresses_of_the_site,
]
