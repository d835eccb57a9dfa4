"""`hsds.json`: the directory in the words of the Human Services Data Specification 3.0 (docs/open-data.md).

One page of its list of organisations, each with everything inside: its service, locations, contacts, phones. What the
standard has no field for is in a member `EXTENSION` of the object it is about, with the names of the public contract.
"""

import io
from collections.abc import Mapping

import orjson

from cms.directory.json_bytes import as_json
from cms.directory.open_data.hsds_organisation import organisation
from cms.directory.open_data.hsds_terms import TAXONOMIES, Terms
from cms.directory.open_data.terms import stated_terms

VERSION = "3.0"

# Who reads this format reads English; a text that does not exist in it comes in its fallback, and says so.
LANGUAGE = "en"


def dataset(directory: Mapping) -> bytes:
    """Return the content of the file from the directory in `LANGUAGE`."""
    terms = Terms(directory)
    count = len(directory["organisations"])
    head = as_json(
        {
            "version": VERSION,
            "schema_version": directory["schema_version"],
            "as_of": directory["as_of"],
            "lang": directory["lang"],
            **stated_terms(directory),
            "taxonomies": [terms.taxonomy(kind) for kind in TAXONOMIES],
            "taxonomy_terms": [
                terms.term(kind, code) | {"taxonomy_id": terms.taxonomy(kind)["id"]}
                for kind in TAXONOMIES
                for code in directory["labels"][kind]
            ],
            "regions": directory["regions"],
            "total_items": count,
            "total_pages": 1,
            "page_number": 1,
            "size": count,
            "first_page": True,
            "last_page": True,
            "empty": not count,
        }
    )
    output = io.BytesIO()
    output.write(head.removesuffix(b"}") + b',"contents":[')
    # One by one: together they are many times larger than their JSON. Their numbers are those of the directory, which
    # `as_json` looks at.
    for number, record in enumerate(directory["organisations"]):
        output.write(b"," if number else b"")
        output.write(orjson.dumps(organisation(record, terms)))
    output.write(b"]}")
    return output.getvalue()
