"""PO files: out and in again; what is wrong with a file is said, and nothing is lost."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from cms.editing.translations.addresses import address
from cms.localisation import po
from tests.localisation.translating import BASQUE, public_words, row, write

pytestmark = pytest.mark.django_db


def download(client, translation):
    response = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert response.status_code == 200
    return response


def upload(client, translation, content, name="eu.po"):
    """Return the messages after choosing a file."""
    files = {"file": SimpleUploadedFile(name, content)} if content is not None else {}
    target = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    response = client.post(target, files | {"next": address("edit", row(translation))})
    assert response.status_code == 302
    return " ".join(str(message) for message in response.wsgi_request._messages)


def translated_file(client, translation, words=BASQUE):
    """Return the downloaded file with translations, as bytes."""
    file = polib.pofile(download(client, translation).content.decode())
    for entry in file:
        entry.msgstr = words.get(entry.msgid, "")
    return str(file).encode()


def stored(translation):
    return dict(
        StringTranslation.objects.filter(
            locale=translation.target_locale, context__object=translation.source.object
        ).values_list("translation_of__data", "data")
    )


def test_a_file_comes_back_as_it_went_out_with_its_translations(people, sent):
    client = people("translator")
    message = upload(client, sent, translated_file(client, sent))
    assert "imported. Nothing is public yet." in message
    assert set(stored(sent).values()) <= set(BASQUE.values())
    assert len(stored(sent)) >= 2
    assert not row(sent).live


def test_an_import_leaves_what_is_public(people, text):
    write(text)
    text.save_target(publish=True)
    before = public_words(text)
    client = people("translator")
    upload(
        client, text, translated_file(client, text, {name: f"{words} bi" for name, words in BASQUE.items()})
    )
    assert public_words(text) == before
    assert stored(text)["Escribe."] == "Idatzi. bi"


def test_the_file_names_its_language_and_what_it_holds(people, text):
    response = download(people("translator"), text)
    file = polib.pofile(response.content.decode())
    assert file.metadata["Language"] == "eu"
    assert [entry.msgid for entry in file] == [
        "Acompaña a defensoras.",
        "Da ayuda jurídica.",
        "Da ayuda psicosocial.",
        "Escribe.",
        "De 9 a 14.",
    ]
    assert response["Content-Disposition"].endswith('-eu.po"')


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "Choose a PO file first"),
        (b"hello", "not a PO file"),
        (b"", "another translation"),
        (b"{}", "not a PO file"),
        (b"PK\x03\x04\x00\x00", "not a PO file"),
        (b'msgid "a"\nmsgstr "\xff\xfe"\n', "not encoded in UTF-8"),
        (b'msgid "a"\nmsgstr "b\x00"\n', "not a PO file"),
        (b'msgid "a"\nmsgstr "b"\n', "another translation"),
        (b'msgid "a"\nmsgstr[x] "b"\n', "not a PO file"),
        (b"#" * 5_000_000, "too large"),
        (b"/etc/passwd", "not a PO file"),
    ],
    ids=["none", "words", "empty", "json", "zip", "encoding", "nul", "other", "plural", "5 MB", "path"],
)
def test_an_unusable_file_is_refused_with_a_reason_and_nothing_is_lost(people, text, content, reason):
    write(text)
    before = stored(text)
    assert reason in upload(people("translator"), text, content)
    assert stored(text) == before


def test_a_file_in_another_language_is_refused(people, text):
    client = people("translator")
    content = translated_file(client, text).replace(b"Language: eu", b"Language: fr")
    assert "another language (fr)" in upload(client, text, content)
    assert stored(text) == {}


def test_the_file_of_another_translation_is_refused(people, text, page):
    client = people("translator")
    assert "another translation" in upload(client, text, translated_file(client, page))
    assert stored(text) == {}


@pytest.mark.parametrize(
    "markup",
    ["<script>alert(1)</script>", "<p>Idatzi.</p>", '<b onclick="x">Idatzi</b>', '<a id="a9">Idatzi</a>'],
)
def test_a_sentence_with_unusable_markup_is_left_out_and_named_and_the_others_are_taken(people, text, markup):
    client = people("translator")
    write(text, {"Escribe.": "Lehengoa."})
    message = upload(client, text, translated_file(client, text, BASQUE | {"Escribe.": markup}))
    assert "Left out: “Escribe.”" in message
    assert stored(text)["Escribe."] == "Lehengoa."
    assert stored(text)["De 9 a 14."] == BASQUE["De 9 a 14."]


def test_sentences_that_belong_to_nothing_or_are_unsure_are_counted(people, text):
    client = people("translator")
    file = polib.pofile(translated_file(client, text).decode())
    file[0].flags.append("fuzzy")
    file.append(polib.POEntry(msgid="Nada", msgctxt="summary", msgstr="Ezer ez"))
    file.append(polib.POEntry(msgid="Escribe.", msgctxt="nothing", msgstr="Idatzi"))
    message = upload(client, text, str(file).encode())
    assert "3 sentences were left out" in message
    assert "Acompaña a defensoras." not in stored(text)


def test_a_blank_sentence_does_not_take_a_translation_away(people, text):
    write(text)
    client = people("translator")
    upload(client, text, translated_file(client, text, {}))
    assert stored(text)["Escribe."] == "Idatzi."


def test_a_machines_sentence_that_comes_back_unchanged_stays_a_machines(people, text):
    write(text, translation_type="machine")
    client = people("translator")
    upload(client, text, translated_file(client, text))
    assert set(
        StringTranslation.objects.filter(translation_of__data="Escribe.").values_list("translation_type")
    ) == {("machine",)}


@pytest.mark.parametrize("role", ["french translator"])
def test_nobody_imports_or_exports_another_language(people, text, role):
    target = reverse("wagtail_localize:download_pofile", args=[text.pk])
    content = translated_file(people("translator"), text)
    assert people(role).get(target).status_code in {302, 403}
    people(role).post(
        reverse("wagtail_localize:upload_pofile", args=[text.pk]),
        {"file": SimpleUploadedFile("a.po", content)},
    )
    assert stored(text) == {}


def test_no_import_while_it_is_reviewed(people, text):
    write(text)
    client = people("translator")
    content = translated_file(client, text, dict.fromkeys(BASQUE, "Bestea"))
    client.post(address("edit", row(text)), {"action": "submit"})
    client.post(
        reverse("wagtail_localize:upload_pofile", args=[text.pk]),
        {"file": SimpleUploadedFile("a.po", content)},
    )
    assert stored(text)["Escribe."] == "Idatzi."


def test_opening_the_address_of_an_import_does_nothing(people, text):
    assert (
        people("translator").get(reverse("wagtail_localize:upload_pofile", args=[text.pk])).status_code == 405
    )


def test_no_file_of_the_server_is_read(text, tmp_path):
    secret = tmp_path / "secret.po"
    secret.write_text('msgid "a"\nmsgstr "b"\n')
    with pytest.raises(po.UnusableFile):
        po.import_po(str(secret).encode(), text, None)
