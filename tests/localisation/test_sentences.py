"""What the translation editor stores sentence by sentence, and what it refuses with a reason."""

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringTranslation

from cms.editing.translations.addresses import address
from tests.factories import locale
from tests.localisation.translating import republish, row, send, spanish_page, spanish_text, write
from tests.pages.conftest import block, document

pytestmark = pytest.mark.django_db


def segment_of(translation, words):
    return translation.source.stringsegment_set.get(string__data=words)


def url(translation, segment):
    return reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])


def put(client, target, **data):
    return client.put(target, encode_multipart(BOUNDARY, data), content_type=MULTIPART_CONTENT)


def stored(translation, words):
    return StringTranslation.objects.filter(
        translation_of__data=words, locale=translation.target_locale
    ).first()


def test_a_sentence_is_stored_under_its_translators_name(people, text):
    client = people("translator")
    response = put(client, url(text, segment_of(text, "Escribe.")), value="Idatzi.")
    assert response.status_code == 201
    assert response.json()["data"] == "Idatzi."
    assert stored(text, "Escribe.").last_translated_by == client.user


def test_a_sentence_is_forgotten(people, text):
    write(text)
    target = url(text, segment_of(text, "Escribe."))
    assert people("translator").delete(target).status_code == 200
    assert stored(text, "Escribe.") is None
    assert people("translator").delete(target).status_code == 200


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "no translation"),
        ("   ", "no translation"),
        ("a" * 10_001, "too long"),
        ("Idatzi\x00", "nobody can see"),
        ("Idatzi \u202e.izditaI", "nobody can see"),
        ("<p>Idatzi.</p>", "not allowed"),
        ("<script>alert(1)</script>", "not allowed"),
        ('<b onclick="alert(1)">Idatzi.</b>', "attributes"),
        ('<a href="javascript:alert(1)">Idatzi.</a>', "attributes"),
        ('<a id="a7">Idatzi.</a>', "id found"),
    ],
)
def test_what_cannot_be_used_comes_back_with_the_reason_and_nothing_is_stored(people, text, words, reason):
    write(text, {"Escribe.": "Lehengoa."})
    response = put(people("translator"), url(text, segment_of(text, "Escribe.")), value=words)
    assert response.status_code == 200
    assert reason in response.json()["error"]
    assert response.json()["data"] == words
    assert stored(text, "Escribe.").data == "Lehengoa."


def test_a_request_without_a_text_is_a_bad_request(people, text):
    target = url(text, segment_of(text, "Escribe."))
    assert put(people("translator"), target).status_code == 400
    assert (
        people("translator").put(target, b"\xff\xfe", content_type="multipart/form-data").status_code == 400
    )
    for body in ("{", "[]", '"x"', "1", "null"):
        assert people("translator").put(target, body, content_type="application/json").status_code == 400, (
            body
        )


def test_a_sentence_of_another_translation_is_not_found(people, text, page):
    elsewhere = url(text, segment_of(page, "Qué es"))
    nowhere = url(text, segment_of(text, "Escribe.")).replace(f"/{text.pk}/", "/99999/")
    for target in (elsewhere, nowhere):
        # What is not found is looked for below each language first.
        response = put(people("editor"), f"/en{target}", value="x")
        assert response.status_code == 404
        assert not put(people("editor"), target, value="x").status_code < 300


@pytest.mark.parametrize("role", ["french translator"])
def test_nobody_writes_in_another_language(people, sent, role):
    segment = sent.source.stringsegment_set.order_by("order").first()
    assert put(people(role), url(sent, segment), value="x").status_code == 403
    assert people(role).delete(url(sent, segment)).status_code == 403


def test_nobody_writes_while_it_is_reviewed(people, text):
    write(text)
    people("translator").post(address("edit", row(text)), {"action": "submit"})
    response = put(people("translator"), url(text, segment_of(text, "Escribe.")), value="Bestea.")
    assert response.status_code == 403
    assert stored(text, "Escribe.").data == "Idatzi."


def test_a_request_from_another_site_is_refused(people, text):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people("translator").user)
    assert put(client, url(text, segment_of(text, "Escribe.")), value="x").status_code == 403


def test_visitors_are_sent_to_the_login(text):
    response = put(Client(), url(text, segment_of(text, "Escribe.")), value="x")
    assert response.status_code == 302
    assert stored(text, "Escribe.") is None


@pytest.fixture
def linked(home):
    """A page with a link and a file, sent to the Basque translator."""
    page = spanish_page(home)
    body = [
        block("rich_text", '<p>Lee <a href="https://example.org/es/">esto</a></p>', "t"),
        block("document", {"document": document().pk, "title": "El diagnóstico", "text": ""}, "o"),
    ]
    return send(republish(page, body=body))


def override_url(translation, kind):
    for segment in OverridableSegment.objects.filter(source=translation.source):
        if isinstance(segment.data, kind):
            return reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    raise AssertionError


def test_a_link_leads_elsewhere_in_another_language(people, linked):
    target = override_url(linked, str)
    assert put(people("translator"), target, value="https://example.org/eu/").status_code == 201
    assert SegmentOverride.objects.get().data == "https://example.org/eu/"
    assert people("translator").delete(target).status_code == 200


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "", "x", "//example.org", "https://a\x00b.org/", "mailto:a@b.org"]
)
def test_a_link_to_anything_but_a_web_address_is_refused_with_a_reason(people, linked, value):
    response = put(people("translator"), override_url(linked, str), value=value)
    assert response.status_code == 200
    assert response.json()["error"]
    assert not SegmentOverride.objects.exists()


@pytest.mark.parametrize("value", ["0", "999999", "x", "-1", "9" * 40, "1.5", ""])
def test_a_file_that_does_not_exist_is_refused_with_a_reason(people, linked, value):
    response = put(people("translator"), override_url(linked, int), value=value)
    assert response.status_code == 200
    assert "does not exist" in response.json()["error"]
    assert not SegmentOverride.objects.exists()


def test_another_file_takes_the_place_in_another_language(people, linked):
    other = document("Diagnostikoa", "diagnostikoa.pdf")
    assert put(people("translator"), override_url(linked, int), value=str(other.pk)).status_code == 201
    linked.save_target(publish=False)
    blocks = {one.id: one.value for one in row(linked).get_latest_revision_as_object().body}
    assert blocks["o"]["document"] == other


def test_nobody_changes_a_link_of_another_language(people, linked):
    assert (
        put(people("french translator"), override_url(linked, str), value="https://x.org/").status_code == 403
    )


def test_sending_is_offered_only_into_ones_own_languages(people, home):
    text = spanish_text()
    target = reverse(
        "wagtail_localize:submit_snippet_translation", args=["defenders", "organisationtext", text.pk]
    )
    shown = people("translator").get(target).context["form"].fields["locales"].queryset
    assert [one.language_code for one in shown] == ["eu"]
    response = people("translator").post(target, {"locales": [locale("fr").pk]})
    assert response.status_code == 200
    assert not type(text).objects.filter(locale__language_code="fr").exists()
    assert people("translator").post(target, {"locales": [locale("eu").pk]}).status_code == 302
    assert type(text).objects.filter(locale__language_code="eu", live=False).exists()


@pytest.mark.parametrize("key", ["abc", "9" * 20, "x%00"])
def test_sending_what_is_no_text_finds_nothing(people, home, key):
    response = people("editor").get(
        f"/admin/localize/submit/snippet/defenders/organisationtext/{key}/", follow=True
    )
    assert response.status_code == 404
