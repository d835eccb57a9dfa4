"""Roles, services and audiences with their labels in five languages."""

from cms.sample.files import read_json
from cms.snippets.category import Category, CategoryLabel


def load_categories() -> int:
    """Add the categories that are missing; return how many."""
    added = 0
    for row in read_json("categories.json"):
        if Category.objects.filter(kind=row["kind"], code=row["code"]).exists():
            continue
        category = Category(kind=row["kind"], code=row["code"], order=row["order"])
        for language, label in row["label"].items():
            category.labels.add(
                CategoryLabel(
                    language=language, label=label, description=row["description"].get(language, "")
                )
            )
        category.save()
        category.save_revision()
        added += 1
    return added


def categories_by_code(kind):
    """Return {code: Category} of one kind."""
    return {category.code: category for category in Category.objects.filter(kind=kind)}
