"""Renew the pictures in `docs/screenshots/` from the running demo site.

make run                                      # in one terminal
python -m scripts.take_screenshots            # in another; PORT and DATA_DIR as for `make run`
python -m scripts.take_screenshots editors    # those of the editors' guide alone
python -m scripts.take_screenshots visitors   # those of the widgets and the site alone
"""

import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scripts import editor_screenshots, visitor_screenshots
from scripts.require_chromium import find_chromium

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def address():
    """Return where the demo site answers."""
    return f"http://localhost:{os.environ.get('PORT', '8000')}"


def save(page, name):
    """Write a picture of what is on the screen, with a palette: a third of the size, and nobody sees it."""
    path = FOLDER / f"{name}.png"
    page.screenshot(path=str(path))
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(colors=200, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB")


def main():
    """Take all pictures."""
    path = find_chromium()
    if path is None:
        print("Chromium is needed: install it, or set CHROMIUM to its path.")
        return 1
    data = Path(os.environ.get("DATA_DIR", ROOT / "var"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        if "editors" not in sys.argv[1:]:
            visitor_screenshots.take(browser, address(), save)
        if "visitors" not in sys.argv[1:]:
            editor_screenshots.take(browser, address(), data, save)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
