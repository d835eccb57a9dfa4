"""Categories: kind and code once and for all, a label in every language on one form."""

import pytest

from cms.common.languages import LANGUAGES
from cms.models import Category
from tests.editing.submissions import address
from tests.factories import CategoryFactory

pytestmark = pytest.mark.django_db

ADD = {"kind": "service", "code": "legal", "order": "10", "label_es": "Ayuda legal"}


def post(editor, **changes):
    return editor.post(address("add", model="category"), ADD | changes)


def labels(category):
    return {label.language: (label.label, label.description) for label in category.labels.all()}


def test_a_category_is_written_in_all_languages_at_once(editor):
    texts = {f"label_{lang}": f"L {lang}" for lang in LANGUAGES} | {"description_eu": "Azalpena"}
    assert post(editor, **texts).status_code == 302
    stored = labels(Category.objects.get())
    assert {lang: label for lang, (label, _) in stored.items()} == {lang: f"L {lang}" for lang in LANGUAGES}
    assert stored["eu"] == ("L eu", "Azalpena")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "band"),
        ("kind", ""),
        ("code", ""),
        ("code", "Legal"),
        ("code", "1legal"),
        ("code", "ayuda-legal"),
        ("code", "x" * 41),
        ("code", "a\x00b"),
        ("order", "-1"),
        ("order", "many"),
        ("order", "999999"),
        ("label_es", ""),
        ("label_es", "x" * 81),
        ("label_ar", "a\x07b"),
        ("description_fr", "x" * 256),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_not_lost(editor, field, value):
    changes = {"label_fr": "Aide"} | {field: value}
    response = post(editor, **changes)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert not Category.objects.exists()


def test_a_description_needs_its_label(editor):
    assert list(post(editor, description_en="Help in court.").context["form"].errors) == ["label_en"]


def test_a_code_can_be_used_once_per_kind(editor):
    CategoryFactory(kind="service", code="legal")
    assert post(editor).status_code == 200
    assert post(editor, kind="audience").status_code == 302


def test_kind_and_code_stay_whatever_is_posted(editor):
    category = CategoryFactory(kind="service", code="legal", labels={"es": "Antes"})
    url = address("edit", category.pk, model="category")
    assert editor.get(url).content.decode().count("disabled") >= 2
    editor.post(url, ADD | {"kind": "role", "code": "other", "label_es": "Después", "label_en": "After"})
    category = Category.objects.get()
    assert (category.kind, category.code) == ("service", "legal")
    assert labels(category) == {"es": ("Después", ""), "en": ("After", "")}


def test_an_emptied_label_is_deleted_and_the_others_keep_their_rows(editor):
    category = CategoryFactory(kind="service", code="legal", labels={"es": "Uno", "eu": "Bat"})
    spanish = category.labels.get(language="es").pk
    editor.post(address("edit", category.pk, model="category"), ADD | {"label_es": "Uno", "label_eu": ""})
    assert labels(Category.objects.get()) == {"es": ("Uno", "")}
    assert Category.objects.get().labels.get().pk == spanish


def test_the_listing_names_categories_in_the_language_of_the_admin(editor):
    CategoryFactory(kind="service", code="legal", labels={"es": "Ayuda legal", "en": "Legal help"})
    html = editor.get(address("list", model="category")).content.decode()
    assert "Ayuda legal" in html and "Legal help" not in html


def test_nobody_changes_categories_without_the_right(client_with):
    category = CategoryFactory(kind="service", code="legal")
    client = client_with("view_category")
    assert client.post(address("edit", category.pk, model="category"), ADD).status_code == 302
    assert client.get(address("add", model="category")).status_code == 302
    assert labels(Category.objects.get())["es"][0] == "legal es"


def test_a_new_category_stands_after_the_others(editor):
    CategoryFactory(kind="role", code="first", order=30)
    assert editor.get(address("add", model="category")).context["form"]["order"].value() == 40
