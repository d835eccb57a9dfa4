"""Writes the golden answers of the API (`tests/api/expected/`) anew, and the examples in `docs/api.md` and the schema.

    python scripts/regenerate_golden.py

Look at the difference before you commit it: partner sites rely on these answers.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.api.examples import DOCUMENT, EXPECTED, with_fresh_examples  # noqa: E402


def main():
    """Forget the old files, let the contract tests write new ones, and show them in the documentation."""
    EXPECTED.mkdir(exist_ok=True)
    for path in EXPECTED.glob("*.json"):
        path.unlink()
    command = [sys.executable, "-m", "pytest", "-q", "tests/api/test_contract.py"]
    failed = subprocess.call(command, cwd=ROOT, env=os.environ | {"REGENERATE_GOLDEN": "yes"})  # noqa: S603
    if not failed:
        DOCUMENT.write_text(with_fresh_examples(DOCUMENT.read_text()))
        failed = subprocess.call([sys.executable, "scripts/regenerate_schema.py"], cwd=ROOT)
    return failed


if __name__ == "__main__":
    sys.exit(main())
