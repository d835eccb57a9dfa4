"""How much a table that is read may hold."""

from cms.common.cells import LONGEST_CELL

MAX_FILE_BYTES = 10_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELL = LONGEST_CELL

# A workbook is a compressed archive: what it may unpack to, in so many parts.
MAX_UNPACKED_BYTES = 80_000_000
MAX_PARTS = 500

MAX_CONTACTS = 30
MAX_PLACES = 30
MAX_LANGUAGES = 100
