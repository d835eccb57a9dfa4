"""A document is what its name says, or it is refused."""

import pytest

from cms.common.uploads.documents import KINDS, is_what_it_says
from tests.common.uploads.files import DOCUMENTS, archive


def test_there_is_an_example_of_every_kind():
    assert set(DOCUMENTS) == set(KINDS)


@pytest.mark.parametrize("extension", DOCUMENTS)
def test_a_document_is_taken_under_its_own_name_alone(extension):
    assert [kind for kind in KINDS if is_what_it_says(kind, DOCUMENTS[extension])] == [extension]


@pytest.mark.parametrize(
    ("extension", "content"),
    [
        ("pdf", b""),
        ("pdf", b"<html>%PDF-1.7"),
        ("txt", b"MZ\x90\x00"),
        ("txt", b"caf\xe9"),
        ("txt", b"bell \x07"),
        ("docx", b"PK\x03\x04 and nothing else"),
        ("docx", archive({"[Content_Types].xml": "", "word/document.xml": "", "word/vbaProject.bin": ""})),
        ("docx", archive({"word/document.xml": ""})),
        ("xlsx", DOCUMENTS["docx"]),
        ("odt", DOCUMENTS["ods"]),
        ("odt", archive({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.text"})),
        ("odt", archive({"mimetype": "text/html", "content.xml": ""})),
        ("exe", b"MZ"),
        ("svg", b"<svg/>"),
        ("", b"anything"),
    ],
)
def test_what_is_something_else_is_refused(extension, content):
    assert not is_what_it_says(extension, content)
