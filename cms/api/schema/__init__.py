"""The description of the API for programs (OpenAPI 3.1) and for people (a page drawn from it).

    values, lengths    how a schema is written down
    components/        the bodies, one module per subject
    parameters         every parameter by its name; which endpoint takes which is said by the endpoints themselves
    answers            statuses and headers that all endpoints share
    operations         what each endpoint is for
    published          the published files
    generator          joins them along the addresses there are, with drf-spectacular
    openapi.json       what comes out, kept: `scripts/regenerate_schema.py` writes it, a test compares it
    served             what is answered: the kept document with the addresses of this site
    reading, page      the document as a page for people

Codes, limits and lengths come from where the API itself has them.
"""
