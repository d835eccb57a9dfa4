"""Nothing that a camera wrote is stored; everything that is to be seen is."""

from io import BytesIO

import pytest
from PIL import Image, ImageSequence

from cms.common.uploads.damaged import Damaged
from cms.common.uploads.pictures import UnknownFormat, without_metadata
from tests.common.uploads import files

MADE = {
    "jpeg": files.jpeg,
    "progressive jpeg": lambda orientation=None: files.jpeg(
        orientation, progressive=True, restart_marker_blocks=1
    ),
    "png": files.png,
    "webp": files.webp,
    "webp without loss": lambda orientation=None: files.webp(orientation, lossless=True),
}


def opened(content):
    return Image.open(BytesIO(content))


def frames(content):
    with opened(content) as picture:
        return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(picture)]


@pytest.mark.parametrize("kind", MADE)
def test_place_time_device_and_comments_are_gone(kind):
    content = MADE[kind](6)
    assert any(secret in content for secret in files.SECRETS)
    cleaned = without_metadata(content)
    assert [secret for secret in files.SECRETS if secret in cleaned] == []
    with opened(cleaned) as picture:
        assert dict(picture.getexif()) == {files.ORIENTATION: 6}
        assert dict(picture.getexif().get_ifd(files.GPS)) == {}
        assert not {"comment", "xmp", "Author", "XML:com.adobe.xmp"} & set(picture.info)


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("orientation", [None, 1, 3, 8])
def test_pixels_orientation_and_colour_profile_stay(kind, orientation):
    content = MADE[kind](orientation)
    cleaned = without_metadata(content)
    assert frames(cleaned) == frames(content)
    with opened(cleaned) as picture:
        assert picture.info["icc_profile"] == files.PROFILE
        expected = {files.ORIENTATION: orientation} if orientation in range(2, 9) else {}
        assert dict(picture.getexif()) == expected


@pytest.mark.parametrize("kind", MADE)
def test_a_clean_picture_is_left_as_it_is(kind):
    once = without_metadata(MADE[kind](6))
    assert without_metadata(once) == once


@pytest.mark.parametrize("count", [1, 3])
def test_a_gif_keeps_its_animation_and_loses_its_comment(count):
    content = files.gif(count)
    cleaned = without_metadata(content)
    assert frames(cleaned) == frames(content)
    assert len(frames(cleaned)) == count
    assert b"SECRET" not in cleaned
    with opened(cleaned) as picture, opened(content) as before:
        assert picture.info.get("loop") == before.info.get("loop")


def test_an_animated_webp_keeps_its_frames():
    stored = BytesIO()
    more = [files.pixels().rotate(90)]
    files.pixels().save(stored, "WEBP", save_all=True, append_images=more, exif=files.exif(), duration=40)
    cleaned = without_metadata(stored.getvalue())
    assert frames(cleaned) == frames(stored.getvalue())
    assert b"SECRET" not in cleaned


def test_the_thumbnail_of_a_jpeg_goes():
    body = b"JFIF\0\1\2\0\0\1\0\1" + bytes((1, 1)) + b"SECRET-THUMB"[:3]
    plain = files.jpeg()
    end = 4 + int.from_bytes(plain[4:6], "big")
    content = plain[:2] + b"\xff\xe0" + (len(body) + 2).to_bytes(2, "big") + body + plain[end:]
    assert frames(without_metadata(content)) == frames(plain)
    assert b"SEC" not in without_metadata(content)


def test_a_second_picture_behind_the_first_goes():
    stored = BytesIO()
    files.pixels().save(stored, "MPO", save_all=True, append_images=[files.pixels().rotate(180)])
    cleaned = without_metadata(stored.getvalue())
    with opened(cleaned) as picture:
        assert picture.format == "JPEG"
    assert cleaned.count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("kind", [*MADE, "gif"])
def test_a_picture_that_was_cut_off_anywhere_is_damaged_or_unknown_never_an_accident(kind):
    content = (MADE | {"gif": files.gif})[kind]().removesuffix(b"SECRET-BEHIND")
    for length in range(0, len(content) - 1, max(1, len(content) // 25)):
        with pytest.raises((Damaged, UnknownFormat)):
            without_metadata(content[:length])


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("kind", [*MADE, "gif"])
def test_a_picture_with_a_wrong_byte_is_refused_or_clean(kind):
    content = bytearray((MADE | {"gif": files.gif})[kind](*() if kind == "gif" else (6,)))
    for position in range(0, len(content), max(1, len(content) // 50)):
        broken = bytes((*content[:position], content[position] ^ 0x5A, *content[position + 1 :]))
        try:
            cleaned = without_metadata(broken)
        except (Damaged, UnknownFormat):
            continue
        assert b"SECRET-BEHIND" not in cleaned
        assert b"SECRET-CAMERA" not in cleaned


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"]
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises((Damaged, UnknownFormat)):
        without_metadata(content)


def test_a_format_whose_metadata_we_do_not_know_is_refused():
    stored = BytesIO()
    files.pixels().save(stored, "TIFF")
    with pytest.raises(UnknownFormat):
        without_metadata(stored.getvalue())
