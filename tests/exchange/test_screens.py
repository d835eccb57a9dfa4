"""The screens of an import: who may, what they show, and what they answer to anything."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.exchange.batches import UNDECIDED_DAYS, earlier_batch, forget_undecided, start_batch
from cms.models import ImportBatch, Organisation
from tests.exchange.conftest import finish, only_batch, states
from tests.exchange.files import csv_bytes, xlsx_bytes
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

IMPORTER = ("add_organisation", "change_organisation", "add_organisationtext", "change_organisationtext")


def address(name, *args):
    return reverse(f"defenders_imports:{name}", args=args)


def upload(client, data, name="file.csv"):
    return client.post(address("upload"), {"file": SimpleUploadedFile(name, data)})


def home():
    return reverse("wagtailadmin_home")


def test_an_import_from_upload_to_undo(editor, known_categories):
    data = xlsx_bytes(
        [["name", "roles", "summary_es"], ["Red", "training", "Hola."], ["Mala", "nonsense", ""]]
    )
    response = upload(editor, data, "red.xlsx")
    batch = only_batch()
    assert response.url == address("batch", batch.pk)
    assert "0 of 2" in editor.get(response.url).content.decode()
    editor.post(address("step", batch.pk))
    page = editor.get(response.url).content.decode()
    assert "Import 1 row as a draft" in page
    assert "“nonsense” is not one of the codes" in page
    assert '<span class="addition">Hola.</span>' in page
    editor.post(address("confirm", batch.pk))
    editor.post(address("step", batch.pk))
    page = editor.get(response.url).content.decode()
    assert "Undo this import" in page
    red = Organisation.objects.get(name="Red")
    assert reverse("wagtailsnippets_defenders_organisation:edit", args=[red.pk]) in page
    assert editor.get(address("undo", batch.pk)).status_code == 200
    editor.post(address("undo", batch.pk))
    editor.post(address("step", batch.pk))
    assert states(only_batch()) == ["undone", "error"]
    assert not Organisation.objects.exists()
    assert editor.get(response.url).status_code == 200


def test_a_script_goes_on_step_by_step(editor):
    upload(editor, csv_bytes([{"name": "Red"}]))
    response = editor.post(address("step", only_batch().pk), headers={"accept": "application/json"})
    assert json.loads(response.content) == {"under_way": False}


def test_the_very_same_file_is_recognised(editor, imported, compared):
    first = imported([{"name": "Red"}])
    again = compared([{"name": "Red"}])
    assert earlier_batch(again) == first
    page = editor.get(address("batch", again.pk)).content.decode()
    assert "This very file was imported on" in page
    assert "there is nothing to import" in page
    assert "rows as drafts" not in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b"%PDF-1.7", "This is no table."),
        (b"nombre\nRed\n", "None of the columns is known"),
    ],
)
def test_a_bad_file_is_a_sentence_at_the_field(editor, data, sentence):
    response = upload(editor, data)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not ImportBatch.objects.exists()


def test_no_file_at_all_is_a_sentence_too(editor):
    assert "Choose a file." in editor.post(address("upload"), {}).content.decode()
    assert "Choose a file." in editor.post(address("upload"), {"file": "text"}).content.decode()


def test_names_of_files_and_cells_are_shown_as_they_are(editor):
    upload(
        editor, csv_bytes([{"name": "Red", "acronym": "<img src=x>", "summary_es": "a & b"}]), "<script>.csv"
    )
    batch = only_batch()
    editor.post(address("step", batch.pk))
    page = editor.get(address("batch", batch.pk)).content.decode()
    assert "<script>.csv" not in page
    assert "&lt;script&gt;.csv" in page
    assert "<img src=x>" not in page


def test_errors_and_changes_can_be_looked_at_alone(editor, compared):
    batch = compared([{"name": f"Red {number}", "slug": "!" if number % 2 else ""} for number in range(60)])
    pages = [
        editor.get(address("batch", batch.pk), query).content.decode()
        for query in ({"state": "error"}, {"state": "new", "p": "2"}, {"state": "nonsense", "p": "nonsense"})
    ]
    assert [page.count("defenders-import__row") for page in pages] == [25, 5, 25]
    assert "Red 0<" not in pages[0]


def test_a_preview_takes_the_same_queries_however_many_rows_it_shows(
    editor, compared, languages, django_assert_max_num_queries
):
    rows = [{"slug": OrganisationFactory(name=f"Red {number}").slug, "acronym": "X"} for number in range(5)]
    few, many = compared(rows[:1]), compared(rows)
    editor.get(address("batch", few.pk))
    for batch in (few, many):
        with django_assert_max_num_queries(45) as counted:
            assert editor.get(address("batch", batch.pk)).content.decode().count("comparison") >= len(
                batch.rows.all()
            )
        batch.counted = len(counted)
    assert many.counted == few.counted


def test_the_list_takes_the_same_queries_however_many_there_are(
    editor, compared, django_assert_max_num_queries
):
    compared([{"name": "Red"}])
    editor.get(address("index"))
    with django_assert_max_num_queries(40) as few:
        editor.get(address("index"))
    for number in range(5):
        compared([{"name": f"Red {number}"}])
    with django_assert_max_num_queries(len(few)):
        assert editor.get(address("index")).status_code == 200


def test_comparing_takes_the_same_queries_however_many_rows(
    admin_user, known_categories, languages, django_assert_max_num_queries
):
    from cms.exchange.steps import step

    rows = [{"slug": OrganisationFactory().slug, "acronym": "X", "summary_es": "Y"} for _ in range(5)]
    counts = []
    for some in (rows[:1], rows):
        batch = start_batch(csv_bytes(some), "x.csv", admin_user)
        with django_assert_max_num_queries(60) as counted:
            step(batch, admin_user)
        counts.append(len(counted))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_template_is_there_to_download(editor, form):
    response = editor.get(address("template", form))
    assert response["Content-Disposition"] == f'attachment; filename="organisations-template.{form}"'
    assert len(b"".join(response.streaming_content)) > 500


PLACES = [
    ("get", "index", False),
    ("get", "upload", False),
    ("post", "upload", False),
    ("get", "batch", True),
    ("post", "step", True),
    ("post", "confirm", True),
    ("post", "discard", True),
    ("get", "undo", True),
    ("post", "undo", True),
]


@pytest.mark.parametrize(
    "rights",
    [
        (),
        ("add_organisation",),
        ("change_organisation",),
        ("add_organisationtext", "change_organisationtext"),
        ("view_organisation",),
    ],
)
def test_who_may_not_both_add_and_change_organisations_sees_nothing(client_with, compared, rights):
    batch, client = compared([{"name": "Red"}]), client_with(*rights)
    for method, name, of_one in PLACES:
        response = getattr(client, method)(address(name, *([batch.pk] if of_one else [])))
        assert (response.status_code, response.url) == (302, home()), (method, name)
    batch.refresh_from_db()
    assert batch.status == "ready"


def test_nobody_without_a_login_sees_anything(client, compared):
    batch = compared([{"name": "Red"}])
    for method, name, of_one in PLACES:
        response = getattr(client, method)(address(name, *([batch.pk] if of_one else [])))
        if method == "get":
            assert response.status_code == 302
            assert "login" in response.url, name
        else:  # a form that outlived its session waits for who logs in again
            assert response.status_code == 403
            assert reverse("account_login") in response.content.decode(), name


def test_who_may_is_led_there_from_the_menu_and_others_are_not(client_with, editor):
    assert address("index") in editor.get(home()).content.decode()
    assert address("index") not in client_with("change_organisationtext").get(home()).content.decode()


def test_texts_of_an_import_are_not_read_for_those_who_may_not_write_them(client_with):
    client = client_with("add_organisation", "change_organisation")
    upload(client, csv_bytes([{"name": "Red", "summary_es": "Hola."}]))
    batch = only_batch()
    assert batch.columns == {"name": "name"}
    assert "You may not change texts" in client.get(address("batch", batch.pk)).content.decode()


def test_an_import_with_texts_is_gone_on_with_only_by_those_who_may_write_them(client_with, compared):
    batch = compared([{"name": "Red", "summary_es": "Hola."}])
    client = client_with("add_organisation", "change_organisation")
    assert address("confirm", batch.pk) not in client.get(address("batch", batch.pk)).content.decode()
    for name in ("confirm", "step", "discard", "undo"):
        assert client.post(address(name, batch.pk)).url == home()
    batch.refresh_from_db()
    assert batch.status == "ready"
    assert client_with(*IMPORTER).post(address("confirm", batch.pk)).url == address("batch", batch.pk)


@pytest.mark.parametrize("name", ["batch", "undo"])
@pytest.mark.parametrize("key", [0, 999, 2**63, 10**30])
def test_an_import_that_does_not_exist_is_not_found(editor, name, key):
    assert editor.get(address(name, key), follow=True).status_code == 404


@pytest.mark.parametrize("name", ["step", "confirm", "discard"])
def test_looking_at_an_address_decides_nothing(editor, compared, name):
    batch = compared([{"name": "Red"}])
    assert editor.get(address(name, batch.pk)).status_code == 405
    assert editor.get(address("template", "exe")).status_code == 404


def test_what_was_decided_is_not_decided_again(editor, imported):
    batch = imported([{"name": "Red"}])
    for name in ("confirm", "discard", "step"):
        assert editor.post(address(name, batch.pk), follow=True).status_code == 200
    assert states(batch) == ["imported"]
    assert Organisation.objects.count() == 1


def test_a_discarded_file_is_forgotten(editor, compared):
    batch = compared([{"name": "Red", "contacts": "email: a@example.org"}])
    editor.post(address("discard", batch.pk))
    batch.refresh_from_db()
    assert (batch.status, batch.rows.get().cells) == ("discarded", {})
    assert editor.get(address("batch", batch.pk)).status_code == 200


def test_what_nobody_decides_on_is_forgotten_after_two_weeks(compared):
    from datetime import timedelta

    old, new = compared([{"name": "Old"}]), compared([{"name": "New"}])
    ImportBatch.objects.filter(pk=old.pk).update(
        uploaded_at=old.uploaded_at - timedelta(days=UNDECIDED_DAYS + 1)
    )
    forget_undecided()
    assert (old.rows.get().cells, new.rows.get().cells) == ({}, {"name": "New"})


def test_the_history_of_an_organisation_says_that_an_import_proposed_it(editor, imported):
    imported([{"name": "Red"}])
    page = editor.get(
        reverse("wagtailsnippets_defenders_organisation:history", args=[Organisation.objects.get().pk])
    )
    assert "Proposed by an import" in page.content.decode()


def test_whoever_uploaded_it_may_be_gone(editor, compared, django_user_model):
    batch = compared([{"name": "Red"}])
    ImportBatch.objects.update(uploaded_by=None)
    assert editor.get(address("batch", batch.pk)).status_code == 200
    assert editor.get(address("index")).status_code == 200
    finish(batch, None)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "un fichier CSV"), ("ar", "ملف CSV"), ("en", "a CSV file")]
)
def test_what_may_be_uploaded_is_said_in_the_language_of_the_editor(editor, language, words):
    page = editor.get(address("upload"), headers={"accept-language": language}).content.decode()
    assert words in page
