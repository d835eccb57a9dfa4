"""The index of a release: answers about the directory without reading it and without the database.

`build` makes its files at publication, `current_index()` opens those of the current release, `Found` selects among its
records, `facets` counts them.

A record is a number here, and a set of records a Python integer with one bit for each (`masks`). What is asked for
costs the same however many records there are, but for operations on these integers: 12 kB for 100,000 records. Nothing
is kept of what visitors ask.
"""

from cms.directory.index.current import current_index
from cms.directory.index.facets import facets
from cms.directory.index.missing import NothingPublished
from cms.directory.index.opened import OpenRelease
from cms.directory.index.selection import ORDERS, Found, Selection

__all__ = ["ORDERS", "Found", "NothingPublished", "OpenRelease", "Selection", "current_index", "facets"]
