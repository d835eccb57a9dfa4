"""Make sure that the browser tests find a Chromium; say in one sentence what to do if they cannot.

Looks at CHROMIUM, then for the usual names on the path, then for Playwright's own, which it installs if it may.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium():
    """Return the path of a Chromium on this machine, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next((found for found in map(shutil.which, NAMES) if found), None) or _playwrights_own()


def _playwrights_own():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main():
    """Exit with 0 when there is a Chromium, after installing Playwright's if need be."""
    if find_chromium():
        return 0
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if find_chromium():
        return 0
    print("The browser tests need Chromium: install your system's package, or set CHROMIUM to its path.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
