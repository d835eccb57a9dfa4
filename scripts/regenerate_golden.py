"""Writes the golden answers of the API (`tests/api/expected/`) anew, from what the API answers now.

    python scripts/regenerate_golden.py

Look at the difference before you commit it: partner sites rely on these answers.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXPECTED = ROOT / "tests" / "api" / "expected"


def main():
    """Forget the old files and let the contract tests write new ones."""
    EXPECTED.mkdir(exist_ok=True)
    for path in EXPECTED.glob("*.json"):
        path.unlink()
    command = [sys.executable, "-m", "pytest", "-q", "tests/api/test_contract.py"]
    return subprocess.call(command, cwd=ROOT, env=os.environ | {"REGENERATE_GOLDEN": "yes"})  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
