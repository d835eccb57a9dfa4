"""The day on which a public record last changed: known by the digest of its facts, written by every publication."""

import hashlib
from collections import defaultdict

from django.db import connections, router, transaction

from cms.directory.json_bytes import as_json
from cms.directory.snapshot import Snapshot


def date_changed_records(snapshot: Snapshot) -> None:
    """Set `updated_on` of everything whose public record is not the one dated last.

    What was read gets the new day too, so that nothing has to be read again. One statement for each kind of facts that
    changed.
    """
    changed = defaultdict(list)
    for model, row, facts in snapshot.dated_facts():
        digest = hashlib.sha256(as_json(facts)).hexdigest()
        if digest != row.public_digest:
            row.public_digest, row.updated_on = digest, snapshot.today
            changed[model].append(row)
    for model, rows in changed.items():
        _write(model, rows)


def _write(model, rows):
    # Straight to the database: `bulk_update` spells out every row as a condition, ten times slower; and no version,
    # signal or other column has to do with it.
    using = router.db_for_write(model)
    connection = connections[using]
    quote, meta = connection.ops.quote_name, model._meta
    digest, day, key = (
        quote(meta.get_field(name).column) for name in ("public_digest", "updated_on", meta.pk.name)
    )
    to_column = meta.get_field("updated_on").get_db_prep_save
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quote(meta.db_table)} SET {digest} = %s, {day} = %s WHERE {key} = %s",  # noqa: S608  own names
            [(row.public_digest, to_column(row.updated_on, connection), row.pk) for row in rows],
        )
