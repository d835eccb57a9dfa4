"""Build the wheel into a folder: `python scripts/build_wheel.py dist`. The same sources give the same bytes.

Needs no network and leaves nothing in the checkout: setuptools keeps what it built before in `build/`, and would put
files that are long gone into the next wheel, so it works on a copy.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("accounts", "cms", "widgets")
FILES = ("pyproject.toml", "README.md", "LICENSE", "vendored.toml")
NOT_COPIED = shutil.ignore_patterns("__pycache__", ".*", "src")

# The earliest date that a wheel can hold: no file in it says when it was written.
EPOCH = "315532800"


def build_wheel(target: Path) -> Path:
    """Build the wheel into the target folder and return its path."""
    target = target.resolve()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wheel-") as folder:
        copy_sources(Path(folder))
        built = subprocess.run(  # noqa: S603  this very Python
            [sys.executable, "-c", BUILD, str(target)],
            cwd=folder,
            env={"SOURCE_DATE_EPOCH": EPOCH} | os.environ,
            capture_output=True,
            text=True,
        )
    if built.returncode:
        raise RuntimeError(f"The wheel could not be built:\n{built.stdout}{built.stderr}")
    return target / built.stdout.splitlines()[-1]


# The hook that pip calls, without pip: it would want to know every dependency first.
BUILD = "import sys; from setuptools.build_meta import build_wheel; print(build_wheel(sys.argv[1]))"


def copy_sources(folder: Path) -> None:
    """Copy what goes into a wheel; every file with the same rights, whatever the checkout has."""
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=NOT_COPIED, copy_function=shutil.copyfile)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


if __name__ == "__main__":
    print(build_wheel(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist")))
