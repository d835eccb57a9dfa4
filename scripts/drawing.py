"""What the sample pictures are drawn with: gradients, light, shadow and small shapes on a sheet of twice their size.

Places are fractions of the picture (x, y) unless a function says pixels; colours are #rrggbb, alpha is 0 to 255.
"""

import itertools
import math
from random import Random

from PIL import Image, ImageChops, ImageColor

SIZE = (1600, 1000)
SCALE = 2  # drawn larger and reduced: smooth edges
WIDTH, HEIGHT = SIZE[0] * SCALE, SIZE[1] * SCALE


def seeded(number):
    """Return random numbers that are the same in every run."""
    return Random(number)  # noqa: S311  (a picture keeps no secret)


def grained(picture):
    """Return the picture with a grain of two levels, so that dark gradients show no stripes."""
    grain = Image.frombytes("L", SIZE, bytes(value & 3 for value in seeded(5).randbytes(SIZE[0] * SIZE[1])))
    return ImageChops.add(picture, Image.merge("RGB", [grain] * 3), offset=-2)


def wash(stops, across=False):
    """Return a picture filled with a gradient through (position, colour), downwards or from left to right."""
    strip = Image.new("RGB", (1, 512))
    for row in range(512):
        place = row / 511
        (start, first), (end, second) = next(
            pair for pair in itertools.pairwise(stops) if place <= pair[1][0]
        )
        strip.putpixel((0, row), ImageColor.getrgb(mix(first, second, (place - start) / (end - start))))
    if across:
        strip = strip.transpose(Image.Transpose.ROTATE_90)
    return strip.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).convert("RGBA")


def light(picture, centre, radius, colour, strength):
    """Add a soft round light; the radius is a fraction of the picture's width."""
    reach = round(radius * WIDTH)
    half = 64
    places = [(step - half + 0.5) / half for step in range(2 * half)]
    levels = bytes(
        round(255 * strength * smooth(1 - math.hypot(x, y)) ** 1.5) for y in places for x in places
    )
    mask = Image.frombytes("L", (2 * half, 2 * half), levels)
    mask = mask.resize((2 * reach, 2 * reach), Image.Resampling.BICUBIC)
    corner = (round(centre[0] * WIDTH) - reach, round(centre[1] * HEIGHT) - reach)
    picture.paste(Image.new("RGBA", mask.size, colour), corner, mask)


def shade(picture, colour, strength):
    """Darken the left side, where text may lie, with a shadow that ends before the right third."""
    levels = bytes(round(255 * strength * (1 - smooth(step / 255 / 0.72))) for step in range(256))
    mask = Image.frombytes("L", (256, 1), levels)
    picture.paste(
        Image.new("RGBA", (WIDTH, HEIGHT), colour),
        (0, 0),
        mask.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC),
    )


def seed(pen, centre, angle, length, fill):
    """Draw one seed: a pointed oval along the angle; its length is a fraction of the picture's height."""
    x, y = centre[0] * WIDTH, centre[1] * HEIGHT
    reach, cos, sin = length * HEIGHT, math.cos(angle), math.sin(angle)
    outline = []
    for step in range(24):
        turn = step / 24 * math.tau
        along, beside = math.cos(turn) * reach, math.sin(turn) * reach * 0.42 * (1 - 0.45 * math.cos(turn))
        outline.append((x + along * cos - beside * sin, y + along * sin + beside * cos))
    pen.polygon(outline, fill)


def layer():
    """Return an empty transparent sheet of the picture's size."""
    return Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0))


def bow(start, end):
    """Return the points, in pixels, of a line that hangs a little between its ends."""
    sag = 0.1 * math.dist(start, end)
    return [
        (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + sag * 4 * t * (1 - t))
        for t in (step / 10 for step in range(11))
    ]


def dot(pen, centre, radius, fill):
    """Draw a filled circle, in pixels."""
    pen.ellipse((centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius), fill)


def swell(place):
    """Return how broad the river is at this height: it breathes a little."""
    return 0.75 + 0.3 * place + 0.12 * math.sin(7 * place)


def fade(value, start, end):
    """Return 0 before the start, 1 after the end, and a smooth way between."""
    return smooth((value - start) / (end - start))


def smooth(value):
    """Return the value held between 0 and 1, slow at both ends."""
    value = min(1.0, max(0.0, value))
    return value * value * (3 - 2 * value)


def mix(first, second, share):
    """Return the colour between two as #rrggbb."""
    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def tint(colour, alpha):
    """Return the colour with an alpha from 0 to 255, as Pillow takes it."""
    return (*ImageColor.getrgb(colour), round(alpha))
