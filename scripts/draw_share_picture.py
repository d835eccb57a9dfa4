"""Draw the picture that shared links show into cms/static/defenders/site/share.png.

    python scripts/draw_share_picture.py

Circles of threads, as in the ornament of the guidance site. Nothing to read in it and nobody to recognise: the picture
appears in other people's conversations.
"""

from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).resolve().parent.parent / "cms/static/defenders/site/share.png"

SIZE = (1200, 630)
SCALE = 3  # drawn larger and reduced: smooth edges
GROUND, THREAD, WARM = (15, 61, 58), (131, 205, 195), (230, 193, 119)

# Centre, first and last radius, distance and colour of each family of circles, in pixels of the picture.
FAMILIES = (
    ((420, 640), 110, 650, 44, THREAD),
    ((930, 690), 90, 620, 44, WARM),
    ((760, -60), 80, 400, 44, THREAD),
)


def main():
    picture = Image.new("RGB", [side * SCALE for side in SIZE], GROUND)
    for (x, y), first, last, step, colour in FAMILIES:
        for radius in range(first, last, step):
            faded = 0.85 - 0.65 * (radius - first) / (last - first)
            drawn = tuple(round(g + (c - g) * faded) for g, c in zip(GROUND, colour, strict=True))
            box = [side * SCALE for side in (x - radius, y - radius, x + radius, y + radius)]
            ImageDraw.Draw(picture).ellipse(box, outline=drawn, width=round(2.4 * SCALE))
    picture = picture.resize(SIZE, Image.Resampling.LANCZOS).quantize(64)
    picture.save(TARGET, optimize=True)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
