"""Pictures and the report of the sample content: what lies in their files, and that the scripts still make it."""

import re

import pytest
from PIL import Image

from scripts import draw_pictures, report_text
from tests.sample.content_files import CONTENT
from tests.sample.test_content_guidance import assert_without_contact_data

KEPT_SMALL = 120_000  # bytes of a picture: a page that shows one stays light on a slow phone


# --- pictures


@pytest.mark.parametrize("name", draw_pictures.PICTURES)
class TestPicture:
    def test_is_a_light_jpeg_of_the_right_size_that_carries_nothing_else(self, name):
        path = CONTENT / "pictures" / name
        assert path.stat().st_size < KEPT_SMALL
        with Image.open(path) as picture:
            assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 1000))
            assert not picture.getexif()

    def test_is_what_the_script_draws(self, name):
        assert draw_pictures.difference(name) <= draw_pictures.TOLERANCE

    def test_lets_white_text_be_read_on_its_calm_side(self, name):
        with Image.open(CONTENT / "pictures" / name) as picture:
            small = picture.resize((160, 100))
        calm = small.crop((0, 0, 64, 100)).convert("RGB")
        lightest = max(luminance(colour) for _count, colour in calm.getcolors(64 * 100))
        assert 1.05 / (lightest + 0.05) >= 4.5


def luminance(colour):
    """Return the relative luminance of an (r, g, b) colour, 0 to 255 each (WCAG 2.2)."""
    channels = [value / 255 for value in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_picture_that_is_not_there_differs(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_pictures, "TARGET", tmp_path)
    assert draw_pictures.difference("hills.jpg") > draw_pictures.TOLERANCE


def test_another_picture_differs(tmp_path, monkeypatch):
    (tmp_path / "hills.jpg").write_bytes((CONTENT / "pictures" / "net.jpg").read_bytes())
    monkeypatch.setattr(draw_pictures, "TARGET", tmp_path)
    assert draw_pictures.difference("hills.jpg") > draw_pictures.TOLERANCE


def test_the_folder_holds_no_other_picture():
    assert {path.name for path in (CONTENT / "pictures").iterdir()} == set(draw_pictures.PICTURES)


# --- the report


def test_the_report_is_a_small_tagged_pdf_with_title_and_language():
    content = (CONTENT / "report-protection-needs.pdf").read_bytes()
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    assert len(content) < 200_000
    assert b"/Lang (es)" in content and b"/Marked true" in content and b"/StructTreeRoot" in content
    assert b"/DisplayDocTitle true" in content
    assert f"feff{report_text.TITLE.encode('utf-16-be').hex()}".encode() in content.lower()
    assert len(re.findall(rb"/Type /Page\b", content)) in (3, 4)


def test_the_report_says_in_each_language_that_it_is_a_sample_and_gives_no_contact_data():
    blocks = [block for page in (report_text.COVER, *report_text.PAGES) for block in page]
    said = {
        language: " ".join(text for _kind, of, text in blocks if of == language)
        for _kind, language, _ in blocks
    }
    assert "Contenido de muestra" in said["es"]
    assert "Lagin-edukia" in said["eu"]
    assert "Sample content" in said["en"]
    for text in said.values():
        assert_without_contact_data(text)
