"""Renew the pictures in `docs/screenshots/` from the running demo site.

make run                                      # in one terminal
python -m scripts.take_screenshots            # in another; PORT and DATA_DIR as for `make run`
python -m scripts.take_screenshots editors    # those of the editors' guide alone
"""

import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scripts import editor_screenshots
from scripts.require_chromium import find_chromium

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# name, address, width, height, colour scheme, what to wait for, element to bring to the top
PICTURES = (
    ("map-es", "/demo/partner.es.html", 1280, 860, "light", "defenders-map canvas", "defenders-map"),
    (
        "directory-eu",
        "/demo/partner.eu.html",
        1280,
        860,
        "light",
        "defenders-directory [part=card]",
        "defenders-directory",
    ),
    ("map-ar-phone", "/embed/v1/map/?lang=ar", 360, 740, "dark", "defenders-map canvas", "defenders-map"),
    (
        "directory-es-phone",
        "/embed/v1/directory/?lang=es",
        360,
        740,
        "light",
        "[part=card]",
        "defenders-directory",
    ),
    ("home-es", "/es/", 1280, 1000, "light", "h1", ".testimonies"),
    ("guidance-eu", "/eu/aldi-baterako-babesa/", 1280, 1000, "light", "h1", "section.listing"),
    ("guidance-phone", "/es/formacion/", 360, 740, "dark", "h1", None),
)
SETTLE_MILLISECONDS = 1500


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


def visitors_pictures(browser):
    """Take the pictures of what visitors see."""
    for name, where, width, height, scheme, wait_for, top in PICTURES:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{address()}{where}")
        if top:
            page.locator(top).first.evaluate("element => element.scrollIntoView({block: 'start'})")
        page.locator(wait_for).first.wait_for()
        page.wait_for_timeout(SETTLE_MILLISECONDS)
        if top:
            page.locator(top).first.evaluate("element => element.scrollIntoView({block: 'start'})")
        save(page, name)
        context.close()


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
            visitors_pictures(browser)
        editor_screenshots.take(browser, address(), data, save)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
