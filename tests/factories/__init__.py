"""Factories build one thing; fixtures (in `conftest.py`) name situations."""

from tests.factories.guidance import (
    ProgrammeFactory,
    ProgrammeTextFactory,
    TestimonyFactory,
    TestimonyTextFactory,
    TrainingFactory,
    TrainingTextFactory,
    image,
)
from tests.factories.organisations import (
    CategoryFactory,
    OrganisationFactory,
    OrganisationTextFactory,
    categories,
    locale,
)

__all__ = [
    "CategoryFactory",
    "OrganisationFactory",
    "OrganisationTextFactory",
    "ProgrammeFactory",
    "ProgrammeTextFactory",
    "TestimonyFactory",
    "TestimonyTextFactory",
    "TrainingFactory",
    "TrainingTextFactory",
    "categories",
    "image",
    "locale",
]
