"""Addresses of the site that is compared with."""

from django.urls import path

from benchmarks.api.stock import stock_router

urlpatterns = [path("stock/", stock_router.urls)]
