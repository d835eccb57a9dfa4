"""Contrast by WCAG 2, so that a partner's accent colour stays readable in light and dark. Pure.

The browser computes the same (`src/shared/colour.js`); the surfaces are those of the style sheets.
"""

from PIL import ImageColor

Rgb = tuple[int, int, int]

SURFACES: dict[str, Rgb] = {"light": (255, 253, 249), "dark": (28, 25, 23)}
WHITE: Rgb = (255, 255, 255)
INK: Rgb = (26, 22, 19)
READABLE = 5.7  # WCAG asks for 4.5; the rest is room for the tinted surfaces, as in the browser


def parse_colour(text: str) -> str | None:
    """Return a CSS colour (name, hexadecimal with or without #, rgb(), hsl()) as "#rrggbb", or None."""
    for form in (text, f"#{text}"):
        try:
            channels = ImageColor.getrgb(form)
        except (ValueError, OverflowError):
            continue
        if len(channels) == 3 and all(0 <= channel <= 255 for channel in channels):
            return to_hex(channels)
    return None


def to_hex(rgb: Rgb) -> str:
    """Return "#rrggbb"."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def accent_for(theme: str, accent: str) -> tuple[str, str]:
    """Return the accent ("#rrggbb") made readable on the theme's surface, and the text colour on it."""
    surface = SURFACES[theme]
    goal = INK if _luminance(surface) > 0.18 else WHITE
    readable = goal
    for step in range(20):
        mixed = mix(ImageColor.getrgb(accent), goal, step / 20)
        if contrast(mixed, surface) >= READABLE:
            readable = mixed
            break
    text = WHITE if contrast(readable, WHITE) >= contrast(readable, INK) else INK
    return to_hex(readable), to_hex(text)


def mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """Return the colour moved towards another; `share` 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def contrast(a: Rgb, b: Rgb) -> float:
    """Return the contrast ratio, 1 to 21."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb):
    shares = (part / 255 for part in rgb)
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
