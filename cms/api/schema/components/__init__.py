"""Every body by its name: index of the components, in the order in which they are shown."""

from cms.api.schema.components import (
    categories,
    codes,
    organisations,
    pages,
    problems,
    programmes,
    published,
    testimonies,
    texts,
    trainings,
)
from cms.api.schema.values import Schema


def schemas() -> dict[str, Schema]:
    """Return {name: schema} of all components."""
    subjects = (
        organisations,
        programmes,
        trainings,
        testimonies,
        categories,
        pages,
        published,
        texts,
        codes,
        problems,
    )
    return {name: schema for subject in subjects for name, schema in subject.components().items()}
