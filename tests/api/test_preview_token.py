"""`preview_token` opens one draft in one language for a day, and tells nobody else that there is one."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.signing import TimestampSigner
from django.utils import timezone

from cms.directory.preview_tokens import PreviewTarget, make_token
from cms.models import Organisation, PageWithdrawal
from tests.api.situations import DRAFT, HOME_ES, TEMPORARY_ES, TEMPORARY_EU, fixed_uuid

OFFLINE, WITHDRAWN, DRAFTED, CHANGED, UNKNOWN = (fixed_uuid(number) for number in (93, 92, 91, 2, 77))
PRIVATE_WORDS = ("canary-note", "canary-reason", "canary.example.org/source")


def token_of(kind, key, lang):
    return make_token(PreviewTarget(kind, str(key), lang))


def organisation(uuid, lang="es", token=None):
    return f"organisations/{uuid}/?preview_token={token or token_of('organisation', uuid, lang)}"


def page(key, lang="es", token=None):
    return f"pages/{key}/?preview_token={token or token_of('page', key, lang)}"


def signed(text, salt="defenders.preview"):
    return TimestampSigner(sep=".", salt=salt).sign(text)


def sooner(hours, kind="organisation", key=DRAFTED, lang="es"):
    """Return a token that was made so many hours ago."""
    with patch("time.time", return_value=(timezone.now() - timedelta(hours=hours)).timestamp()):
        return token_of(kind, key, lang)


def test_a_draft_is_read_with_its_token_and_not_without(directory, get):
    assert get(f"organisations/{DRAFTED}/").status_code == 404
    response = get(organisation(DRAFTED))
    assert response.status_code == 200
    assert response.json()["name"] == "Canary draft"
    assert response.json()["summary"] == {"text": "canary-summary", "lang": "es", "outdated": False}


def test_a_draft_has_the_shape_of_what_is_public(directory, get):
    public, draft = get(f"organisations/{CHANGED}/").json(), get(organisation(CHANGED)).json()
    assert list(draft) == list(public)
    assert (public["name"], draft["name"]) == ("Zubia", "Canary new name")
    assert draft["meta"] == public["meta"]
    changed = {name for name in public if public[name] != draft[name]}
    assert changed == {"name", "summary"}
    assert draft["summary"] == {"text": "canary-draft-text", "lang": "es", "outdated": False}


def test_asking_changes_nothing_public(directory, get):
    before = get(f"organisations/{CHANGED}/").content
    get(organisation(CHANGED))
    assert get(f"organisations/{CHANGED}/").content == before


def test_the_language_is_that_of_the_token(directory, get):
    response = get(organisation(CHANGED, "eu"))
    assert response["Content-Language"] == "eu"
    assert response.json()["summary"]["lang"] == "eu"
    assert response.json()["meta"]["detail_url"].endswith("?lang=eu")
    assert get(organisation(CHANGED, "eu") + "&lang=eu").status_code == 200
    assert get(organisation(CHANGED, "eu") + "&lang=es").status_code == 404


def test_a_page_in_draft_is_read_with_its_token(directory, get):
    key = directory[DRAFT]
    assert get(f"pages/{key}/").status_code == 404
    draft, public = get(page(key)).json(), get(f"pages/{directory[TEMPORARY_ES]}/").json()
    assert draft["title"] == "Canary page draft"
    assert set(draft["meta"]) == set(public["meta"])
    assert get(page(key) + "&fields=_,title").json() == {"title": "Canary page draft"}


def test_the_latest_version_of_a_public_page_is_read_with_its_token(directory, get):
    from cms.models import TemporaryProtectionPage

    key = directory[TEMPORARY_ES]
    version = TemporaryProtectionPage.objects.get(pk=key)
    version.title = "Canary title"
    version.save_revision()
    assert get(page(key)).json()["title"] == "Canary title"
    assert get(f"pages/{key}/").json()["title"] == "Protección temporal"


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("known", ["", "*"])
def test_nobody_keeps_or_finds_a_draft(directory, get, method, known):
    for address in (organisation(DRAFTED), page(directory[DRAFT])):
        response = get(address, method, **({"if-none-match": known} if known else {}))
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store, private"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "ETag" not in response and not response.cookies
        assert (response.content == b"") is (method == "head")


@pytest.mark.parametrize("lang", ["es", "eu", "en", "fr", "ar"])
def test_a_draft_shows_nothing_that_publishing_would_not_show(directory, get, lang):
    for uuid in (DRAFTED, CHANGED, OFFLINE):
        text = get(organisation(uuid, lang)).text
        assert not [word for word in PRIVATE_WORDS if word in text]
        assert '"hidden"' not in text


def bad_tokens():
    """Return thirty tokens that open nothing at the address of DRAFTED."""
    good = token_of("organisation", DRAFTED, "es")
    value, stamp, signature = good.rsplit(".", 2)
    later = stamp[:-1] + ("A" if stamp[-1] != "A" else "B")
    return [
        good[:-1],
        good + "x",
        good.upper(),
        f"{value}.{later}.{signature}",
        f"{value}.{stamp}.",
        f"{value}.{stamp}",
        f"organisation.{DRAFTED}.eu.{stamp}.{signature}",
        f"organisation.{UNKNOWN}.es.{stamp}.{signature}",
        "x",
        ".",
        "....",
        "%00",
        "é",
        "%F0%9F%98%80",
        "%FF%FE",
        "'",
        '"',
        "<script>",
        "organisation",
        "x" * 201,
        "x" * 5000,
        token_of("organisation", CHANGED, "es"),
        token_of("organisation", UNKNOWN, "es"),
        token_of("page", DRAFTED, "es"),
        token_of("page", 1, "es"),
        signed(f"organisation.{DRAFTED}.es", salt="elsewhere"),
        signed(f"organisation.{DRAFTED}.tlh"),
        signed(f"programme.{DRAFTED}.es"),
        signed(f"{DRAFTED}"),
        signed(""),
        sooner(25),
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(31))
def test_every_bad_token_gets_the_same_answer_whatever_there_is(directory, get, number):
    token = bad_tokens()[number]
    answers = [get(organisation(uuid, token=token)) for uuid in (DRAFTED, OFFLINE, WITHDRAWN, fixed_uuid(1))]
    answers.append(get(organisation(fixed_uuid(78), token=token)))
    if token == "%00":
        assert {answer.status_code for answer in answers} <= {400, 404}
    else:
        assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0]["Content-Type"] == "application/problem+json"
    assert answers[0]["Cache-Control"] == "no-store"
    assert answers[0].json()["parameter"] == "preview_token"


def test_a_page_with_a_bad_token_looks_like_one_that_does_not_exist(directory, get):
    draft, public = directory[DRAFT], directory[HOME_ES]
    answers = [
        get(page(key, token=token))
        for key in (draft, public, 999999)
        for token in ("x", token_of("page", directory[TEMPORARY_EU], "eu"), sooner(25, "page", draft))
    ]
    answers += [
        get(page(999999)),
        get(page(draft, "eu")),
        get(page(draft) + "&lang=eu"),
        get(page(draft, token=token_of("organisation", DRAFTED, "es"))),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_a_token_opens_for_a_day(directory, get, settings):
    assert get(organisation(DRAFTED, token=sooner(23))).status_code == 200
    settings.DEFENDERS_PREVIEW_HOURS = 2
    assert get(organisation(DRAFTED, token=sooner(1))).status_code == 200
    assert get(organisation(DRAFTED, token=sooner(3))).status_code == 404


def test_a_withdrawal_ends_every_link_at_once(directory, get):
    address = organisation(DRAFTED)
    assert get(address).status_code == 200
    Organisation.objects.get(uuid=DRAFTED).withdraw(reason="canary")
    assert get(address).status_code == 404
    assert get(address).content == get(organisation(UNKNOWN)).content


def test_a_withdrawn_page_is_read_by_nobody(directory, get):
    from cms.models import StandardPage

    draft = StandardPage.objects.get(pk=directory[DRAFT])
    PageWithdrawal.objects.create(translation_key=draft.translation_key, reason="canary")
    assert get(page(draft.pk)).status_code == 404


def test_what_was_deleted_is_read_by_nobody(directory, get):
    address = organisation(DRAFTED)
    Organisation.objects.filter(uuid=DRAFTED).delete()
    assert get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "organisations/",
        "organisations/find/",
        "pages/",
        "pages/find/",
        "programmes/",
        f"programmes/{fixed_uuid(101)}/",
        "testimonies/",
        "categories/",
    ],
)
def test_lists_do_not_know_the_parameter(directory, get, address):
    response = get(f"{address}?preview_token={token_of('organisation', DRAFTED, 'es')}")
    assert response.status_code == 400
    assert response.json()["parameter"] == "preview_token"


def test_an_empty_token_counts_as_none(directory, get):
    response = get(f"organisations/{CHANGED}/?preview_token=")
    assert response.json()["name"] == "Zubia"
    assert response["Cache-Control"] == "public, max-age=60"


def test_two_tokens_are_refused(directory, get):
    token = token_of("organisation", DRAFTED, "es")
    response = get(f"organisations/{DRAFTED}/?preview_token={token}&preview_token={token}")
    assert response.status_code == 400


def test_nothing_of_a_token_is_logged(directory, get, caplog):
    token = token_of("organisation", DRAFTED, "es")
    get(organisation(DRAFTED, token=token))
    get(organisation(UNKNOWN, token=token))
    get(organisation(DRAFTED, token="made-up"))
    assert "made-up" not in caplog.text and token not in caplog.text
