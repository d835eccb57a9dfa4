"""Make the sample report cms/sample/content/report-protection-needs.pdf.

    python -m pip install fpdf2==2.8.9               # into an environment of its own: nothing else needs it
    python scripts/make_report.py FOLDER             # FOLDER holds the Noto fonts (Debian: fonts-noto-core)
    python scripts/make_report.py FOLDER --check     # says whether the file is what it would write

The file is tagged (headings and paragraphs, each in its language), so that screen readers follow it. The fonts are
Noto Serif and Noto Sans (SIL Open Font License 1.1), embedded as subsets. The same versions of fpdf2, of fontTools
and of the fonts give the same bytes.
"""

import math
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF, ViewerPreferences
from fpdf.syntax import PDFString

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts import report_text as words  # noqa: E402  (the checkout is not on the path when this runs as a script)

TARGET = ROOT / "cms" / "sample" / "content" / "report-protection-needs.pdf"
MADE_ON = datetime(2026, 11, 22, tzinfo=UTC)

FONTS = {
    ("serif", ""): "NotoSerif-Regular.ttf",
    ("serif", "B"): "NotoSerif-Bold.ttf",
    ("serif", "I"): "NotoSerif-Italic.ttf",
    ("sans", ""): "NotoSans-Regular.ttf",
}

# The colours of the guidance site.
PAPER, INK, SOFT, TEAL, LINE, CAUTION = "#fffdf9", "#211c18", "#5d534b", "#0f5d57", "#e4dbce", "#7a5200"
HILLS = ("#dfe6da", "#b9d0c6", "#83b3a9", "#4a8c83", "#1f6a63", "#0f5d57", "#0b4541")
SUN = "#f0cf8e"

MARGIN = 26  # millimetres, as all lengths here; sizes of letters are in points

# kind: tag, font, style, size, height of a line, colour, space before
STYLES = {
    "title": ("H1", "serif", "B", 36, 15, INK, 0),
    "lead": ("P", "serif", "", 19, 9, TEAL, 3),
    "lead_small": ("P", "sans", "", 12, 6.6, SOFT, 7),
    "also": ("P", "sans", "", 10.5, 5.8, SOFT, 2),
    "notice": ("P", "sans", "", 10, 5.6, CAUTION, 9),
    "heading": ("H2", "serif", "B", 19, 8.6, TEAL, 11),
    "group": ("H3", "serif", "B", 13, 6.4, INK, 7),
    "text": ("P", "sans", "", 11.5, 6.6, INK, 2.8),
    "question": ("P", "serif", "I", 12, 6.6, TEAL, 2.2),
    "quote": ("P", "serif", "I", 15, 8, TEAL, 5),
    "small": ("P", "sans", "", 9, 5, SOFT, 2.4),
}


def main():
    options = sys.argv[1:]
    folders = [option for option in options if not option.startswith("--")]
    if len(folders) != 1:
        print(__doc__)
        return 2
    content = report(Path(folders[0]))
    if "--check" in options:
        same = TARGET.exists() and TARGET.read_bytes() == content
        print("up to date" if same else f"{TARGET.name} is not what this script writes")
        return 0 if same else 1
    TARGET.write_bytes(content)
    print(f"{TARGET.name}: {len(content):,} bytes")
    return 0


def report(fonts):
    """Return the bytes of the report; ``fonts`` is the folder of the font files."""
    pdf = TaggedPDF(format="A4", unit="mm")
    for (family, style), file in FONTS.items():
        pdf.add_font(family, style, fonts / file)
    pdf.set_lang("es")
    pdf.set_title(words.TITLE)
    pdf.set_subject(words.SUBJECT)
    pdf.set_keywords(words.KEYWORDS)
    pdf.set_creator("Protect Those Who Defend")
    pdf.set_creation_date(MADE_ON)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    pdf.set_auto_page_break(
        False
    )  # a paragraph and its tag may not be torn apart: every page is laid out to fit
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.c_margin = 0  # text begins where the lines begin
    cover(pdf)
    for blocks in words.PAGES:
        page(pdf, blocks)
    return bytes(pdf.output())


class TaggedPDF(FPDF):
    """A PDF whose text is marked with what it is and with its language (ISO 32000-1, 14.7 and 14.9.2)."""

    @contextmanager
    def tagged(self, tag, language):
        """Mark what is written inside as one element of the document, such as H1, H2 or P."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        element = self._add_marked_content(struct_type=f"/{tag}", mcid=number)
        element.lang = PDFString(language)
        self._out(f"/{tag} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def decoration(self):
        """Mark what is drawn inside as of no meaning: screen readers pass over it."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")


def cover(pdf):
    """Draw the first page: the title over hills."""
    pdf.add_page()
    with pdf.decoration():
        pdf.set_fill_color(PAPER)
        pdf.rect(0, 0, pdf.w, pdf.h, style="F")
        pdf.set_fill_color(SUN)
        pdf.circle(pdf.w * 0.74, pdf.h * 0.68, 21, style="F")
        for number, colour in enumerate(HILLS):
            pdf.set_fill_color(colour)
            pdf.polygon([*ridge(pdf, number), (pdf.w, pdf.h), (0, pdf.h)], style="F")
        pdf.set_fill_color(TEAL)
        pdf.rect(MARGIN, 38, 18, 1.4, style="F")
    pdf.set_xy(MARGIN, 48)
    for block in words.COVER:
        write(pdf, *block)


def ridge(pdf, number):
    """Return the line of one hill of the cover; the first is the farthest."""
    base, turn = 0.68 + 0.045 * number, 1.7 * number
    return [
        (
            x / 60 * pdf.w,
            pdf.h
            * (base + 0.022 * math.sin(x / 60 * 5.2 + turn) + 0.009 * math.sin(x / 60 * 11 + 2.3 * turn)),
        )
        for x in range(61)
    ]


def page(pdf, blocks):
    """Write one page of text; ValueError if it does not fit."""
    pdf.add_page()
    with pdf.decoration():
        pdf.set_draw_color(LINE)
        pdf.set_line_width(0.3)
        pdf.line(MARGIN, pdf.h - 21, pdf.w - MARGIN, pdf.h - 21)
        pdf.set_font("sans", "", 8.5)
        pdf.set_text_color(SOFT)
        pdf.text(MARGIN, pdf.h - 15, words.TITLE)
        pdf.text(pdf.w - MARGIN - pdf.get_string_width(str(pdf.page)), pdf.h - 15, str(pdf.page))
    pdf.set_xy(MARGIN, 18)
    for block in blocks:
        write(pdf, *block)
    if pdf.y > pdf.h - 24:
        raise ValueError(f"page {pdf.page} is too long by {pdf.y - pdf.h + 24:.0f} mm")


def write(pdf, kind, language, text):
    """Write one block in the style of its kind; headings are listed in the outline too."""
    tag, family, style, size, height, colour, before = STYLES[kind]
    pdf.ln(before)
    if kind in ("title", "heading"):
        pdf.start_section(text, level=0 if kind == "title" else 1)
    pdf.set_font(family, style, size)
    pdf.set_text_color(colour)
    lines = pdf.multi_cell(0, height, text, align="L", dry_run=True, output="LINES")
    with pdf.tagged(tag, language):
        for line in lines:  # each ends in a space: read aloud, the words of two lines stay apart
            pdf.cell(0, height, f"{line} ", new_x="LMARGIN", new_y="NEXT")


if __name__ == "__main__":
    sys.exit(main())
