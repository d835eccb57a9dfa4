"""Whatever is posted into a form of ours, the answer is a page with a sentence, never an error of the server."""

import json

import pytest

from cms.models import Organisation
from tests.editing.submissions import address, form_errors, submission
from tests.editing.test_guidance_admin import DATA
from tests.factories import CategoryFactory, OrganisationFactory, ProgrammeFactory, TestimonyFactory

pytestmark = pytest.mark.django_db

# What is never right in a line of text, wherever it stands.
NEVER = {
    "nul": "a\x00b",
    "bell": "a\x07b",
    "escape": "a\x1b[31mb",
    "override": "a\u202eb",
    "isolate": "a\u2067b",
    "c1": "a\x9bb",
    "ten thousand letters": "x" * 10_000,
}

# Model -> its lines of text that are looked at.
LINES = {
    "organisation": ("name", "acronym", "consent_to_list_by"),
    "programme": ("name",),
    "training": ("name",),
    "testimony": ("attribution", "consent_scope"),
    "category": ("label_es", "description_ar"),
    "organisationtext": ("summary", "hours"),
    "testimonytext": ("quote",),
    "programmetext": ("nominator_note",),
}


def data_of_text(model):
    def make():
        facts = {
            "organisationtext": lambda: OrganisationFactory(texts={}),
            "testimonytext": lambda: _facts("testimony"),
            "programmetext": lambda: _facts("programme"),
        }[model]()
        empty = {
            "summary": "",
            "description": "null",
            "how_to_ask_for_help": "null",
            "what_it_offers": "null",
        }
        return empty | {
            model.removesuffix("text"): str(facts.pk),
            "hours": "",
            "nominator_note": "",
            "context": "",
        }

    return make


def _facts(model):
    return {"testimony": TestimonyFactory, "programme": ProgrammeFactory}[model](texts={})


POSTED = DATA | {
    "organisation": submission,
    "category": lambda: {
        "kind": "service",
        "code": "new_one",
        "order": "1",
        "label_es": "Nueva",
        "label_ar": "جديد",
    },
    **{model: data_of_text(model) for model in ("organisationtext", "testimonytext", "programmetext")},
}


@pytest.mark.parametrize("model", LINES)
def test_what_is_never_right_is_refused_at_its_field(editor, model):
    url = address("add", model=model) + ("?locale=es" if model.endswith("text") else "")
    right = POSTED[model]()
    for kind, value in NEVER.items():
        response = editor.post(url, right | dict.fromkeys(LINES[model], value))
        assert response.status_code == 200, kind
        assert set(LINES[model]) <= form_errors(response).keys(), kind


ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>",
    "https://user:word@example.org/",
    "https://127.0.0.1/",
    "http://localhost/",
    "https://exa mple.org/",
    "https://example.org:99999/",
    "https://" + "a" * 10_000 + ".org/",
    "https://\u202egro.elpmaxe",
    "https://xn--/",
    "https://stra\u00dfe.example.org/",
]


@pytest.mark.parametrize(
    ("model", "field"), [("organisation", "website"), ("programme", "application_url"), ("training", "url")]
)
def test_an_address_that_leads_nowhere_safe_is_refused(editor, model, field):
    right = POSTED[model]()
    for value in ADDRESSES:
        response = editor.post(address("add", model=model), right | {field: value})
        assert response.status_code == 200, value
        assert field in form_errors(response), value


def test_markup_in_formatted_text_stays_text(editor):
    block = {
        "key": "abcde",
        "text": "<script>alert(1)</script>",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    data = POSTED["organisationtext"]() | {"description": json.dumps({"blocks": [block], "entityMap": {}})}
    editor.post(address("add", model="organisationtext") + "?locale=es", data)
    text = Organisation.objects.get().texts.get().get_latest_revision_as_object()
    assert "<script>" not in text.description and "&lt;script&gt;" in text.description


@pytest.mark.parametrize(
    "markup", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "%(x)s"]
)
def test_markup_in_a_name_is_shown_as_it_was_typed(editor, markup):
    page = editor.post(address("add"), submission(name=markup), follow=True)
    assert page.status_code == 200
    html = page.content.decode()
    assert "<script>alert(1)" not in html and "<img src=x" not in html


SWAPPED = [
    ("programme", {"call_opens": "2026-12-31", "call_closes": "2026-01-01"}, "call_closes"),
    ("programme", {"stay_months_min": "12", "stay_months_max": "3"}, "stay_months_max"),
    ("training", {"starts_on": "2026-12-31", "ends_on": "2026-01-01"}, "ends_on"),
    ("training", {"starts_on": "", "ends_on": "2026-01-01"}, "starts_on"),
    (
        "testimony",
        {"consent_given_on": "2026-12-31", "consent_expires_on": "2026-01-01"},
        "consent_expires_on",
    ),
    ("organisation", {"consent_to_list_on": "31/31/2026"}, "consent_to_list_on"),
    ("organisation", {"consent_to_list_on": "9" * 400}, "consent_to_list_on"),
    ("category", {"order": "9" * 400}, "order"),
    ("category", {"code": "../x"}, "code"),
    ("category", {"kind": "band"}, "kind"),
]


@pytest.mark.parametrize(("model", "posted", "field"), SWAPPED)
def test_days_numbers_and_codes_that_cannot_be_are_refused(editor, model, posted, field):
    CategoryFactory(kind="service", code="legal")
    response = editor.post(address("add", model=model), POSTED[model]() | posted)
    assert response.status_code == 200
    assert form_errors(response)[field][0]
