"""What is not public is in no answer, and cannot be found by asking for it."""

import re

import pytest

from cms.models import Organisation
from tests.api.guidance_situations import (
    NOT_PUBLIC_PROGRAMMES,
    NOT_PUBLIC_TESTIMONIES,
    NOT_PUBLIC_TRAININGS,
)
from tests.api.situations import DRAFT, PRIVATE, fixed_uuid

NOT_PUBLIC = [91, 92, 93, 94]
WALK = [
    *(f"organisations/?lang={lang}&limit=100" for lang in ("es", "eu", "en", "fr", "ar")),
    *(f"organisations/?order={order}" for order in ("name", "-verified_on")),
    *(f"organisations/{fixed_uuid(number)}/?lang={lang}" for number in range(1, 9) for lang in ("es", "eu")),
    *(f"organisations/{fixed_uuid(number)}/" for number in NOT_PUBLIC),
    *(f"organisations/find/?slug={slug}" for slug in ("canary-draft", "canary-away", "canary-off", "canary-late")),
    "organisations/find/?slug=canary-before",
    "organisations/?search=canary",
    "organisations/?search=canary&order=relevance&lang=eu",
    "organisations/?country=CO&limit=100",
    "organisations/?seat=ES",
    "organisations/?urgent=true",
    "organisations/?bbox=-4,42,-2,44",
    *(
        f"{name}/?lang={lang}&limit=100"
        for name in ("programmes", "trainings", "testimonies")
        for lang in ("es", "eu", "en", "fr", "ar")
    ),
    *(f"programmes/{fixed_uuid(number)}/" for number in (*range(101, 106), *NOT_PUBLIC_PROGRAMMES)),
    *(f"trainings/{fixed_uuid(number)}/" for number in (*range(201, 205), *NOT_PUBLIC_TRAININGS)),
    *(f"testimonies/{fixed_uuid(number)}/" for number in (*range(301, 304), *NOT_PUBLIC_TESTIMONIES)),
    "programmes/?search=canary",
    f"programmes/?organisation={fixed_uuid(92)}",
    "trainings/?search=canary",
    f"trainings/?organisation={fixed_uuid(91)}",
    "categories/",
    "pages/?limit=100",
    "pages/?search=canary",
    "pages/?slug=canary-page-draft",
    "pages/?title=Canary%20private",
    "pages/?child_of=root&limit=100",
    "pages/?type=defenders.StandardPage&fields=*",
    "pages/?type=defenders.HomePage,defenders.TrainingPage,defenders.TemporaryProtectionPage&fields=*",
    "pages/find/?html_path=/es/canary-page-draft/",
    "pages/find/?html_path=/es/canary-private/",
]  # fmt: skip


@pytest.mark.parametrize("address", WALK)
def test_no_canary_leaves(directory, get, address):
    response = get(address)
    assert response.status_code in (200, 301, 302, 404)
    # An answer may repeat what was asked, and nothing else.
    assert "canary" not in response.text.lower()
    assert "canary" not in response.get("Location", "")
    hidden = [directory[DRAFT], directory[PRIVATE]]
    assert not set(re.findall(r'"id":(\d+)', response.text)) & {str(key) for key in hidden}


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_an_organisation_that_is_not_public_looks_like_one_that_does_not_exist(directory, get, number):
    hidden, unknown = get(f"organisations/{fixed_uuid(number)}/"), get(f"organisations/{fixed_uuid(77)}/")
    assert (hidden.status_code, hidden.content) == (404, unknown.content)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        *(("programmes", number) for number in NOT_PUBLIC_PROGRAMMES),
        *(("trainings", number) for number in NOT_PUBLIC_TRAININGS),
        *(("testimonies", number) for number in NOT_PUBLIC_TESTIMONIES),
    ],
)
def test_what_is_not_public_looks_like_what_does_not_exist(directory, get, name, number):
    hidden, unknown = get(f"{name}/{fixed_uuid(number)}/"), get(f"{name}/{fixed_uuid(77)}/")
    assert (hidden.status_code, hidden.content) == (404, unknown.content)


@pytest.mark.parametrize("name", ["programmes", "trainings", "testimonies"])
def test_no_key_of_the_database_leaves_with_the_guidance(directory, get, name):
    assert not re.search(r'"(id|pk|\w+_id)":\s*\d', get(f"{name}/?limit=100").text)


def test_what_a_withdrawn_organisation_runs_is_gone_with_the_publication(get, republish):
    Organisation.objects.get(slug="abaco").withdraw(reason="canary")
    republish()
    for address in (f"programmes/{fixed_uuid(101)}/", f"trainings/{fixed_uuid(201)}/"):
        assert get(address).status_code == 404
    for name in ("programmes", "trainings"):
        assert "abaco" not in get(f"{name}/?limit=100").text


@pytest.mark.parametrize("number", [DRAFT, PRIVATE])
def test_a_page_that_is_not_public_looks_like_one_that_does_not_exist(directory, get, number):
    hidden, unknown = get(f"pages/{directory[number]}/"), get("pages/999999/")
    assert (hidden.status_code, hidden.content) == (404, unknown.content)


def test_no_key_of_the_database_leaves_with_an_organisation(directory, get):
    answers = get("organisations/?limit=100").text + get(f"organisations/{fixed_uuid(1)}/").text
    assert not re.search(r'"(id|pk|\w+_id)":\s*\d', answers)


def test_a_withdrawn_organisation_is_gone_with_the_publication(get, republish):
    address = f"organisations/{fixed_uuid(2)}/"
    assert get(address).status_code == 200
    Organisation.objects.get(uuid=fixed_uuid(2)).withdraw(reason="canary")
    republish()
    assert get(address).status_code == 404
    assert get("organisations/find/?slug=zubia").status_code == 404
    assert "Zubia" not in get("organisations/?limit=100").text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("seat=ES", ["abaco", "zubia"]),
        ("seat=KE", ["abaco", "faro-mundial"]),
        ("bbox=-4,42,-2,44", ["abaco", "zubia"]),
        ("bbox=36,-2,37,0", ["faro-mundial"]),  # the place in Kenya known by its country only is no point
    ],
)
def test_places_are_found_only_as_precisely_as_they_are_shown(directory, get, asked, found):
    items = get(f"organisations/?{asked}").json()["items"]
    assert [item["slug"] for item in items] == found
