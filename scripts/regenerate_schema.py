"""Writes `cms/api/schema/openapi.json` anew: what `/api/v2/schema/` answers with.

    python scripts/regenerate_schema.py

Look at the difference before you commit it: within version 1 things are added and never changed or removed.
"""

import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")


def main():
    """Build the document with the golden answers as examples, and keep it."""
    django.setup()
    from cms.api.schema.served import KEPT
    from tests.api.schema.documents import as_kept, built_document

    KEPT.write_text(as_kept(built_document()), encoding="utf-8")


if __name__ == "__main__":
    main()
