"""Nobody's work is replaced unasked: every form that was overtaken is refused once, and loses nothing."""

import pytest

from cms import models
from tests.editing.submissions import address
from tests.editing.test_guidance_admin import DATA
from tests.editing.test_out_of_date import loaded, sentences
from tests.factories import (
    CategoryFactory,
    OrganisationFactory,
    ProgrammeFactory,
    TestimonyFactory,
    TrainingFactory,
)

pytestmark = pytest.mark.django_db

RICH = {"description": "null", "how_to_ask_for_help": "null"}


@pytest.fixture(autouse=True)
def english(settings):
    """Sentences are compared in the language in which they are written."""
    settings.LANGUAGE_CODE = "en"


def make_text():
    organisation = OrganisationFactory(texts={"es": "Acompaña."})
    return organisation.texts.get()


# Model -> (class, how one is made, what its form posts, the field that is changed and its label).
FORMS = {
    "programme": (models.Programme, ProgrammeFactory, DATA["programme"], "name", "Name"),
    "training": (models.Training, TrainingFactory, DATA["training"], "name", "Name"),
    "testimony": (models.Testimony, TestimonyFactory, DATA["testimony"], "attribution", "Whose words"),
    "organisationtext": (
        models.OrganisationText,
        make_text,
        lambda: {"summary": "Acompaña.", "hours": ""} | RICH,
        "summary",
        "In one sentence",
    ),
    "category": (
        models.Category,
        lambda: CategoryFactory(kind="service", code="legal"),
        lambda: {"order": "10", "label_es": "Legal", "label_eu": "legal eu"},
        "label_es",
        "Label",
    ),
}


@pytest.mark.parametrize("model", FORMS)
def test_the_first_save_is_refused_and_the_second_goes_through(editor, model):
    kind, make, data, field, label = FORMS[model]
    url = address("edit", make().pk, model=model)
    editor.post(url, data())
    opened = loaded(editor.get(url).content.decode())
    assert editor.post(url, data() | {field: "Hers"} | opened).status_code == 302

    refused = editor.post(url, data() | {field: "His"} | opened)
    assert refused.status_code == 200
    assert "was saved after you had opened it" in sentences(refused)
    assert f"saved in: {label}." in sentences(refused)
    assert refused.context["form"][field].value() == "His"
    assert refused.context["autosave_enabled"] is False
    assert latest_value(kind, field) == "Hers"

    again = loaded(refused.content.decode())
    assert editor.post(url, data() | {field: "His"} | again).status_code == 302
    assert latest_value(kind, field) == "His"


def latest_value(kind, field):
    latest = kind.objects.get().get_latest_revision_as_object()
    if kind is models.Category:
        return latest.labels.get(language="es").label
    return getattr(latest, field)


def test_a_category_is_never_saved_while_it_is_typed(editor):
    category = CategoryFactory()
    for url in (address("add", model="category"), address("edit", category.pk, model="category")):
        assert editor.get(url).context["autosave_enabled"] is False


@pytest.mark.parametrize("model", FORMS)
def test_who_else_has_a_form_open_is_shown_on_it(editor, model):
    _kind, make, *_ = FORMS[model]
    response = editor.get(address("edit", make().pk, model=model))
    assert response.context["editing_sessions"].ping_url in response.content.decode()
