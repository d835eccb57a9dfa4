"""Who uses a category: in what is published, or in the latest draft."""


def users_of(category):
    """Return the organisations and programmes that have a category, each once."""
    users = {}
    for relation in _many_to_many(type(category)):
        rows = relation.related_model._default_manager
        for row in rows.filter(**{relation.field.name: category}):
            users[row._meta.label, row.pk] = row
        for row in rows.filter(has_unpublished_changes=True).select_related("latest_revision"):
            if row.latest_revision and category.pk in row.latest_revision.content.get(
                relation.field.name, ()
            ):
                users[row._meta.label, row.pk] = row
    return list(users.values())


def _many_to_many(model):
    return [field for field in model._meta.get_fields(include_hidden=True) if field.many_to_many]
