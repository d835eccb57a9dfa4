"""Draw the six pictures of the sample testimonies into cms/sample/content/pictures/.

    python scripts/draw_pictures.py                  # writes the pictures
    python scripts/draw_pictures.py --check          # says whether they are what it would draw

Abstract, without people. The side where a line begins in a left-to-right language stays dark and calm, so that white
text can lie on it. The colours are those of the guidance site and its dark variant. Random numbers have fixed seeds:
the same version of Pillow gives the same pictures.
"""

import itertools
import math
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.drawing import (  # noqa: E402  (the checkout is not on the path when this runs as a script)
    HEIGHT,
    SIZE,
    WIDTH,
    bow,
    dot,
    fade,
    grained,
    layer,
    light,
    mix,
    seed,
    seeded,
    shade,
    smooth,
    swell,
    tint,
    wash,
)

TARGET = ROOT / "cms" / "sample" / "content" / "pictures"

JPEG = {"format": "JPEG", "quality": 74, "optimize": True, "progressive": True}
TOLERANCE = 1.0  # mean difference per channel, of 255: another JPEG encoder, not another picture

NIGHT = "#0b2b2a"
DEEP = "#0d3d3a"
TEAL = "#0f5d57"
MIST = "#83cdc3"
LEAF = "#2c6239"
EARTH = "#3a2118"
CLAY = "#9a3216"
EMBER = "#c8643a"
AMBER = "#e6c177"
SAND = "#f4e3c4"
INK = "#1c1917"


def main():
    if "--check" in sys.argv[1:]:
        differing = [name for name in PICTURES if difference(name) > TOLERANCE]
        print(f"differ: {', '.join(differing)}" if differing else "up to date")
        return 1 if differing else 0
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        content = encoded(name)
        (TARGET / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
    return 0


def drawn(name):
    """Return the picture of this file name as drawn, before it is compressed."""
    return grained(PICTURES[name]().resize(SIZE, Image.Resampling.LANCZOS))


def encoded(name):
    """Return the bytes of the picture's file."""
    file = BytesIO()
    drawn(name).save(file, **JPEG)
    return file.getvalue()


def difference(name):
    """Return the mean difference per channel (0 to 255) between the stored file and the picture drawn now."""
    path = TARGET / name
    if not path.exists():
        return 255.0
    with Image.open(path) as stored, Image.open(BytesIO(encoded(name))) as fresh:
        return max(ImageStat.Stat(ImageChops.difference(stored.convert("RGB"), fresh.convert("RGB"))).mean)


# --- the pictures


def net():
    """A net held from the right: threads cross, and where they cross there is a light."""
    picture = wash([(0, NIGHT), (0.55, DEEP), (1, TEAL)], across=True)
    light(picture, (0.92, 0.3), 0.75, AMBER, 0.42)
    columns, rows = 15, 11

    def knot(i, j):
        u, v = i / columns, j / rows
        sag = math.sin(math.pi * v) * 0.09 + 0.05 * math.sin(2.4 * u + 3 * v)
        x = 0.3 + 0.84 * u + 0.05 * math.sin(4.2 * v + 1.7 * u) - 0.05 * (1 - u)
        y = -0.12 + 1.24 * v + sag * u + 0.06 * math.sin(5 * u + 1.2)
        return (x + (0.5 * 0.84 / columns if j % 2 else 0)) * WIDTH, y * HEIGHT

    threads, knots = layer(), layer()
    pens = ImageDraw.Draw(threads), ImageDraw.Draw(knots)
    for i in range(columns + 1):
        for j in range(rows + 1):
            here = knot(i, j)
            near = fade(here[0] / WIDTH, 0.3, 0.95)
            for side in (0, 1) if j % 2 else (-1, 0):
                if j < rows and 0 <= i + side <= columns:
                    pens[0].line(
                        bow(here, knot(i + side, j + 1)),
                        tint(SAND, 30 + 150 * near),
                        3 + round(4 * near),
                        "curve",
                    )
            dot(pens[1], here, 5 + 9 * near, tint(AMBER, 50 + 205 * near))
    picture.alpha_composite(threads)
    picture.alpha_composite(knots.filter(ImageFilter.GaussianBlur(18)))
    picture.alpha_composite(knots)
    return picture.convert("RGB")


def threads():
    """Threads that come from everywhere and leave as one cord."""
    random = seeded(11)
    picture = wash([(0, INK), (0.5, "#33201a"), (1, "#5a2a1a")], across=True)
    light(picture, (0.86, 0.46), 0.7, EMBER, 0.4)
    colours = (AMBER, EMBER, MIST, SAND, CLAY, AMBER, TEAL)
    count = 46
    cord = layer()
    pen = ImageDraw.Draw(cord)
    for number in range(count):
        start = -0.25 + 1.5 * (number + random.uniform(-0.3, 0.3)) / count
        lean, turn = random.uniform(-0.1, 0.1), random.uniform(0, math.tau)
        colour = colours[random.randrange(len(colours))]
        points = []
        for step in range(241):
            x = step / 240 * 1.04 - 0.02
            join = smooth((x - 0.22) / 0.5)
            loose = start + lean * math.sin(3 * x + turn)
            twist = 0.47 + 0.036 * math.sin(22 * x + turn) + 0.03 * math.sin(3.2 * x)
            points.append((x, loose * (1 - join) + twist * join))
        for (x, y), following in itertools.pairwise(points):
            strength = 40 + 190 * smooth((x - 0.1) / 0.6)
            ends = [(x * WIDTH, y * HEIGHT), (following[0] * WIDTH, following[1] * HEIGHT)]
            pen.line(ends, tint(colour, strength), 5 + round(4 * smooth((x - 0.4) / 0.3)))
    picture.alpha_composite(cord)
    return picture.convert("RGB")


def river():
    """A river seen from above, with the lines of the land that follow it."""
    picture = wash([(0, "#11302a"), (0.6, "#17463a"), (1, "#2a5a3e")], across=True)
    light(picture, (1.0, 0.9), 0.8, AMBER, 0.25)

    def course(y):
        return 0.75 + 0.09 * math.sin(5.6 * y + 0.4) + 0.03 * math.sin(9.5 * y + 2) - 0.04 * (y - 0.5)

    land = layer()
    pen = ImageDraw.Draw(land)
    heights = [step / 200 * 1.1 - 0.05 for step in range(201)]
    for line in range(-34, 16):
        side, rank = (1, line) if line > 0 else (-1, 1 - line)
        away = side * (0.036 + 0.013 * rank + 0.00035 * rank**2)
        calm = 1 / (1 + 2.2 * abs(away))
        bends = 0.006 * math.sqrt(rank)
        points = [
            (
                (course(y) * calm + 0.72 * (1 - calm) + away + bends * math.sin(6.5 * y + rank * 0.4))
                * WIDTH,
                y * HEIGHT,
            )
            for y in heights
        ]
        colour = AMBER if rank % 5 == 0 else (EMBER if rank % 3 == 0 else MIST)
        nearness = max(0.0, 1 - abs(away) / 0.8)
        pen.line(points, tint(colour, 16 + 120 * nearness**2.5), 7 if rank % 5 == 0 else 4, "curve")
    picture.alpha_composite(land)
    for width, colour, alpha in (
        (0.04, DEEP, 170),
        (0.032, TEAL, 255),
        (0.022, "#3d968c", 255),
        (0.009, MIST, 210),
    ):
        water = layer()
        banks = [((course(y) - width * swell(y)) * WIDTH, y * HEIGHT) for y in heights]
        banks += [((course(y) + width * swell(y)) * WIDTH, y * HEIGHT) for y in reversed(heights)]
        ImageDraw.Draw(water).polygon(banks, tint(colour, alpha))
        picture.alpha_composite(water.filter(ImageFilter.GaussianBlur(9)))
    return picture.convert("RGB")


def hills():
    """Hills at dusk, each a little darker than the one behind it."""
    random = seeded(4)
    picture = wash([(0, DEEP), (0.3, TEAL), (0.5, "#8a6a45"), (0.62, EMBER), (1, AMBER)])
    light(picture, (0.8, 0.5), 0.55, AMBER, 0.9)
    light(picture, (0.8, 0.5), 0.16, SAND, 0.9)
    shade(picture, DEEP, 0.88)
    layers = ("#6f7f68", "#41736a", "#24635c", "#15524c", "#0e423e", "#0a3230", "#082624")
    for number, colour in enumerate(layers):
        base = 0.5 + 0.075 * number
        waves = [
            (random.uniform(0.5, 1) * 0.075 / k, k * random.uniform(1.6, 2.6), random.uniform(0, 6))
            for k in (1, 2, 4)
        ]
        ridge = [
            (x / 160 * WIDTH, (base + sum(a * math.sin(f * x / 160 * 2 + p) for a, f, p in waves)) * HEIGHT)
            for x in range(161)
        ]
        hill = layer()
        ImageDraw.Draw(hill).polygon([*ridge, (WIDTH, HEIGHT), (0, HEIGHT)], tint(colour, 255))
        picture.alpha_composite(hill)
        if number < 3:
            light(picture, (0.8, 0.52 + 0.04 * number), 0.5, AMBER, 0.2 - 0.05 * number)
    shade(picture, NIGHT, 0.75)
    return picture.convert("RGB")


def paths():
    """A broad path and two narrow ones that go the same way."""
    picture = wash([(0, "#2b1a1c"), (0.34, "#6d3422"), (0.44, EMBER), (0.45, "#4a2a1c"), (1, INK)])
    light(picture, (0.76, 0.44), 0.5, AMBER, 0.85)
    light(picture, (0.76, 0.44), 0.14, SAND, 0.9)
    horizon = layer()
    pen = ImageDraw.Draw(horizon)
    for rise, colour in ((0.035, "#5b3020"), (0.0, "#43261b")):
        far = [
            (
                x / 80 * WIDTH,
                (0.46 - rise * (1.2 + math.sin(x / 9)) - 0.02 * math.sin(x / 15 + 30 * rise)) * HEIGHT,
            )
            for x in range(81)
        ]
        pen.polygon([*far, (WIDTH, HEIGHT), (0, HEIGHT)], tint(colour, 255))
    picture.alpha_composite(horizon)
    for number in range(9):  # folds of the ground
        t = (number + 1) / 9
        fold = [
            (x / 80 * WIDTH, (0.46 + 0.62 * t**1.7 + 0.03 * t * math.sin(x / 11 + number * 1.3)) * HEIGHT)
            for x in range(81)
        ]
        ground = layer()
        ImageDraw.Draw(ground).polygon(
            [*fold, (WIDTH, HEIGHT), (0, HEIGHT)], tint(INK if number % 2 else EARTH, 70)
        )
        picture.alpha_composite(ground)
    light(picture, (0.76, 0.5), 0.5, EMBER, 0.35)
    furrows = layer()
    pen = ImageDraw.Draw(furrows)
    for number in range(22):
        t = (number + 1) / 22
        furrow = [
            (x / 80 * WIDTH, (0.47 + 0.6 * t**1.8 + 0.035 * t * math.sin(x / 12 + t * 5)) * HEIGHT)
            for x in range(81)
        ]
        pen.line(furrow, tint(EMBER, 70 - 40 * t), 3 + round(3 * t), "curve")
    picture.alpha_composite(furrows)
    for side, width, colour in ((0.0, 0.04, AMBER), (0.085, 0.012, SAND), (0.125, 0.01, SAND)):
        road = layer()
        pen = ImageDraw.Draw(road)
        edges = []
        for step in range(241):
            t = step / 240
            middle = 0.757 + side * t**0.9 + (0.11 * math.sin(5.2 * t) - 0.13 * t) * t**0.7
            half = width * (0.03 + t**1.3)
            y = (0.458 + 0.56 * t**1.5) * HEIGHT
            edges.append((((middle - half) * WIDTH, y), ((middle + half) * WIDTH, y)))
        for step, (above, below) in enumerate(itertools.pairwise(edges)):
            pen.polygon([*above, *below[::-1]], tint(colour, 235 - 0.45 * step))
        picture.alpha_composite(road.filter(ImageFilter.GaussianBlur(2)))
    shade(picture, INK, 0.7)
    return picture.convert("RGB")


def seeds():
    """Seeds in the spiral of a flower head; a few come loose."""
    random = seeded(29)
    picture = wash([(0, "#12251c"), (0.55, "#1d4029"), (1, LEAF)], across=True)
    light(picture, (0.82, 0.56), 0.6, AMBER, 0.4)
    head = layer()
    pen = ImageDraw.Draw(head)
    golden = math.pi * (3 - math.sqrt(5))
    count = 420
    for number in range(count):
        t = number / count
        distance, angle = 0.0205 * math.sqrt(number + 0.6), number * golden
        centre = (0.82 + distance * math.cos(angle) * HEIGHT / WIDTH, 0.56 + distance * math.sin(angle))
        colour = mix(CLAY, AMBER, smooth(t * 1.3)) if t < 0.7 else mix(AMBER, SAND, (t - 0.7) / 0.3)
        seed(pen, centre, angle, 0.008 + 0.012 * t, tint(colour, 235))
    for _number in range(46):
        away = random.random() ** 1.4
        angle = math.pi + random.uniform(-0.75, 0.55)
        distance = 0.45 + 0.75 * away
        centre = (0.82 + distance * math.cos(angle) * HEIGHT / WIDTH, 0.56 + distance * math.sin(angle))
        seed(
            pen,
            centre,
            angle + random.uniform(-0.5, 0.5),
            0.017,
            tint(AMBER, 170 * (1 - away) ** 1.5 + 22),
        )
    picture.alpha_composite(head)
    return picture.convert("RGB")


PICTURES = {
    "net.jpg": net,
    "threads.jpg": threads,
    "river.jpg": river,
    "hills.jpg": hills,
    "paths.jpg": paths,
    "seeds.jpg": seeds,
}


if __name__ == "__main__":
    sys.exit(main())
