"""What visitors see, for the README and `docs/widgets.md`: phone and desk, light and dark, Spanish and Arabic."""

from typing import NamedTuple

SETTLE_MILLISECONDS = 1500

PHONE = (360, 740)
DESK = (1280, 860)
TALL_DESK = (1280, 1000)

MAP, DIRECTORY = "defenders-map", "defenders-directory"
CARD = f"{DIRECTORY} [part=results] [part=card]"
EMBEDDED = "/embed/v1/{}/?lang={}"
SAMPLE = "red-ejemplo-de-acompanamiento"  # the made-up organisation with a channel of every kind


def choose_a_country(page):
    """Press the highest number on the map."""
    numbers = page.locator(f"{MAP} .number")
    best = max(range(numbers.count()), key=lambda at: int(numbers.nth(at).inner_text()))
    numbers.nth(best).click()
    page.locator(f"{MAP} [part=callout] footer").wait_for()


def look_closer(page):
    """Show where organisations are, two steps nearer."""
    page.locator(f"{MAP} [part=view]").nth(1).click()
    for _ in range(2):
        page.locator(f"{MAP} .zoom-in").click()


def answer_the_first_question(page):
    """Open the three questions and tick two answers."""
    page.locator(f"{DIRECTORY} button.finder").click()
    ticks = page.locator(f"{DIRECTORY} .finder-tick")
    ticks.nth(1).click()
    ticks.nth(2).click()


def keep_three(page):
    """Put three organisations on one's own list and open it."""
    for at in range(3):
        page.locator(f"{CARD} button.keep").nth(at).click()
    page.locator(f"{DIRECTORY} .shortlist-bar button").first.click()
    page.locator(f"{DIRECTORY} dialog[open]").wait_for()


class Picture(NamedTuple):
    """A picture: where it is taken, on what screen, what must be there, what is done, and what comes to the top."""

    name: str
    path: str
    screen: tuple[int, int] = DESK
    scheme: str = "light"
    wait_for: str = f"{MAP} canvas"
    act: object = None
    top: str | None = None


def embedded(name, kind, lang, screen, scheme, **rest):
    """Return a picture of an embed page, by default with the widget at the top."""
    element = MAP if kind == "map" else DIRECTORY
    wait_for = f"{MAP} .number" if kind == "map" else CARD
    given = {"wait_for": wait_for, "top": element} | rest
    return Picture(name, EMBEDDED.format(kind, lang) + given.pop("query", ""), screen, scheme, **given)


PANEL = f"{DIRECTORY} .finder-panel"
RECORD = f"{DIRECTORY} .card-opened"
OPEN = {"query": f"&open={SAMPLE}", "wait_for": f"{RECORD} .contact-whole", "top": RECORD}

PICTURES = (
    Picture("map-es", "/demo/partner.es.html", top=MAP),
    Picture("directory-eu", "/demo/partner.eu.html", wait_for=CARD, top=DIRECTORY),
    embedded("map-ar-phone", "map", "ar", PHONE, "dark"),
    embedded("map-country-es", "map", "es", DESK, "light", act=choose_a_country),
    embedded("map-country-ar-phone", "map", "ar", PHONE, "dark", act=choose_a_country),
    embedded("map-places-ar", "map", "ar", DESK, "dark", act=look_closer),
    embedded("directory-es-phone", "directory", "es", PHONE, "light"),
    embedded("directory-ar", "directory", "ar", DESK, "dark"),
    embedded("record-es", "directory", "es", TALL_DESK, "dark", **OPEN),
    embedded("record-ar-phone", "directory", "ar", PHONE, "light", **OPEN),
    embedded("finder-es-phone", "directory", "es", PHONE, "dark", act=answer_the_first_question, top=PANEL),
    embedded("finder-ar", "directory", "ar", DESK, "light", act=answer_the_first_question, top=PANEL),
    embedded("shortlist-es", "directory", "es", DESK, "light", act=keep_three, top=None),
    embedded("shortlist-ar-phone", "directory", "ar", PHONE, "dark", act=keep_three, top=None),
    Picture("builder-es", "/embed/?lang=es", TALL_DESK, wait_for="textarea"),
    Picture("home-es", "/es/", TALL_DESK, wait_for="h1", top=".testimonies"),
    Picture("guidance-eu", "/eu/aldi-baterako-babesa/", TALL_DESK, wait_for="h1", top="section.listing"),
    Picture("guidance-phone", "/es/formacion/", PHONE, "dark", wait_for="h1"),
)


def to_the_top(page, picture):
    """Scroll what the picture is of to the top of the screen."""
    if picture.top:
        page.locator(picture.top).first.evaluate("element => element.scrollIntoView({block: 'start'})")


def take(browser, address, save):
    """Take all pictures of what visitors see: `save(page, name)` writes each."""
    for picture in PICTURES:
        width, height = picture.screen
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=picture.scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(f"{address}{picture.path}")
        if not picture.act:
            # What is below the screen is not loaded: what an act needs, it scrolls to.
            page.locator((picture.top or picture.wait_for).split(" ")[0]).first.evaluate(
                "element => element.scrollIntoView({block: 'start'})"
            )
        page.locator(picture.wait_for).first.wait_for()
        if picture.act:
            page.wait_for_timeout(SETTLE_MILLISECONDS)
            picture.act(page)
        to_the_top(page, picture)
        page.wait_for_timeout(SETTLE_MILLISECONDS)
        to_the_top(page, picture)
        save(page, picture.name)
        context.close()
