"""The picture of the world for pages without scripts. No Django.

Countries are shaded by how many organisations serve them, dots stand where organisations are. Drawn from
`data/world.json`, whose form `scripts/basemap/README.md` tells.
"""

import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

from widgets.colours import Rgb, mix
from widgets.shading import breaks_of, step_of

WORLD = Path(__file__).resolve().parent / "data" / "world.json"
WIDTH = 720  # pixels; the height follows from the world
QUALITY = 62

# How much of the accent is in each step of shading, as in the style sheet.
SHADES = (0.0, 0.1, 0.33, 0.55, 0.76, 1.0)


@dataclass(frozen=True)
class Palette:
    """Colours of a theme, those of the style sheets."""

    sea: Rgb
    land: Rgb
    border: Rgb
    shade: Rgb
    contested: Rgb
    dot: Rgb
    ring: Rgb


def _palette(*colours: str) -> Palette:
    return Palette(*(ImageColor.getrgb(colour)[:3] for colour in colours))


PALETTES = {
    "light": _palette("#dee9ec", "#ffffff", "#b9bdba", "#0f5d57", "#5d534b", "#9a3216", "#fffdf9"),
    "dark": _palette("#20292d", "#2f2a26", "#57504a", "#83cdc3", "#bdb1a6", "#f6ab86", "#1c1917"),
}


@dataclass(frozen=True)
class Scene:
    """What is shown, and nothing else, so that equal scenes share a picture.

    `steps` are (country, step of shading), `dots` are (lng, lat, organisations), `accent` is "#rrggbb" or "".
    """

    theme: str
    steps: tuple[tuple[str, int], ...]
    dots: tuple[tuple[float, float, int], ...] = ()
    accent: str = ""


def height() -> int:
    """Return the height of the picture in pixels."""
    world = _world()
    return round(world["height"] * WIDTH / world["width"])


def scene(theme: str, served: Mapping[str, int], dots: Sequence, accent: str = "") -> Scene:
    """Return the scene for organisations per country and [lng, lat, count] dots."""
    breaks = breaks_of(served.values())
    steps = ((code, step_of(count, breaks)) for code, count in sorted(served.items()))
    return Scene(theme, tuple((code, step) for code, step in steps if step), tuple(map(tuple, dots)), accent)


@lru_cache(maxsize=64)
def picture(what: Scene) -> bytes:
    """Return the picture as WebP."""
    world = _world()
    palette = PALETTES[what.theme]
    shade = ImageColor.getrgb(what.accent)[:3] if what.accent else palette.shade
    colours = {code: mix(palette.land, shade, SHADES[step]) for code, step in what.steps}
    image = Image.new("RGB", (world["width"], world["height"]), palette.sea)
    draw = ImageDraw.Draw(image)
    _draw_countries(draw, world, palette, colours)
    _draw_contested(draw, world, palette)
    image = image.resize((WIDTH, height()), Image.Resampling.LANCZOS, reducing_gap=2)
    _draw_dots(image, world, palette, what.dots)
    output = io.BytesIO()
    image.save(output, "WEBP", quality=QUALITY, method=4)
    return output.getvalue()


@lru_cache(maxsize=1)
def _world():
    world = json.loads(WORLD.read_text())
    rings = [
        (code, [tuple(map(tuple, ring)) for ring in rings], _area(rings))
        for code, rings in world["countries"].items()
    ]
    # Large countries first: those that lie inside others (Lesotho, San Marino) come on top.
    world["countries"] = sorted(rings, key=lambda entry: -entry[2])
    return world


def _area(rings):
    return sum(abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) for ring in rings)


def _draw_countries(draw, world, palette, colours):
    for code, rings, _size in world["countries"]:
        for ring in rings:
            if len(ring) > 2:
                draw.polygon(ring, fill=colours.get(code, palette.land))
                draw.line((*ring, ring[0]), fill=palette.border, width=2)
    for code, (x, y) in world["points"].items():
        box = (x - 4, y - 4, x + 4, y + 4)
        draw.ellipse(box, fill=colours.get(code, palette.land), outline=palette.border)


def _draw_contested(draw, world, palette):
    dash = 6
    for line in world["contested"]:
        travelled = 0.0
        for (x0, y0), (x1, y1) in pairwise(line):
            length = math.hypot(x1 - x0, y1 - y0)
            for start in range(0, max(1, math.ceil(length)), dash):
                if int((travelled + start) / dash) % 2 == 0 and length:
                    a, b = start / length, min(1.0, (start + dash) / length)
                    draw.line(
                        (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b),
                        fill=palette.contested,
                        width=2,
                    )
            travelled += length


def _draw_dots(image, world, palette, dots):
    # Four times as large and reduced, so that the circles are round.
    factor = 4
    layer = Image.new("RGBA", (image.width * factor, image.height * factor))
    draw = ImageDraw.Draw(layer)
    scale = image.width * factor / world["width"]
    for lng, lat, count in sorted(dots, key=lambda dot: -dot[2]):
        x, y = _position(world, lng, lat)
        radius = factor * min(7.0, 2.2 + 0.9 * math.sqrt(count))
        for size, colour in ((radius + factor, palette.ring), (radius, palette.dot)):
            box = (x * scale - size, y * scale - size, x * scale + size, y * scale + size)
            draw.ellipse(box, fill=(*colour, 255))
    layer = layer.resize(image.size, Image.Resampling.BOX)
    image.paste(layer, mask=layer)


def _position(world, lng, lat):
    x = ((lng - world["west"]) % 360) / 360 * world["width"]
    return x, _mercator(lat, world["width"]) - _mercator(world["north"], world["width"])


def _mercator(lat, width):
    lat = max(-85.0, min(85.0, lat))
    return (0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)) * width
