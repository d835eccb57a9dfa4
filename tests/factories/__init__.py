"""Factories build one thing; fixtures (in `conftest.py`) name situations."""

from tests.factories.organisations import (
    CategoryFactory,
    OrganisationFactory,
    OrganisationTextFactory,
    categories,
    locale,
)

__all__ = ["CategoryFactory", "OrganisationFactory", "OrganisationTextFactory", "categories", "locale"]
