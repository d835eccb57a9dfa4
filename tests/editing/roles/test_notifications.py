"""Who hears by e-mail of a review: reviewers, in their language, with the name and a link, and nothing else."""

import re

import pytest
from wagtail.users.models import UserProfile

from cms.conf import defenders_settings
from tests.editing.roles.test_second_person import action

pytestmark = pytest.mark.usefixtures("strict")

# Private facts of the newsroom's objects, none of which may travel by e-mail.
PRIVATE = ("Laguntzen", "Acompaña", "canary")


@pytest.fixture
def box(newsroom, mailoutbox, settings):
    """The e-mails sent from now on; one reviewer reads Basque, the other Spanish."""
    for role, language in (("reviewer", "eu"), ("second reviewer", "es"), ("editor", "fr")):
        profile = UserProfile.get_for_user(newsroom.person(role))
        profile.preferred_language = language
        profile.save()
    return mailoutbox


@pytest.mark.parametrize("name", ["organisation", "programmetext eu", "page es"])
def test_reviewers_hear_of_what_was_submitted(newsroom, box, name):
    """Superusers hear of every review, as Wagtail does it."""
    obj = newsroom.change(name, "editor", **({"internal_note": "canary"} if name == "organisation" else {}))
    newsroom.submit(name, "editor")
    receivers = {address for message in box for address in message.to}
    people = newsroom.people
    assert receivers == {
        people[role].email for role in ("reviewer", "second reviewer", "administrator", "superuser")
    }
    for message in box:
        text = f"{message.subject}\n{message.body}"
        assert (obj.title if name.startswith("page") else str(obj)) in text
        links = re.findall(r"https?://\S+", text)
        assert links and all(link.startswith(f"{defenders_settings.BASE_URL}/admin/") for link in links)
        assert not [word for word in PRIVATE if word in text.replace(str(obj), "")]


def test_whoever_wrote_it_is_not_asked_to_review_it(newsroom, box):
    newsroom.change("organisation", "reviewer")
    newsroom.submit("organisation", "editor")
    assert newsroom.people["reviewer"].email not in {address for message in box for address in message.to}


@pytest.mark.parametrize(("action_name", "comment"), [("approve", ""), ("reject", "Falta la fecha")])
def test_whoever_submitted_hears_what_became_of_it(newsroom, box, action_name, comment):
    newsroom.change("organisation", "editor")
    step = newsroom.submit("organisation", "editor")
    box.clear()
    newsroom.client("reviewer").post(
        action(newsroom, "organisation", step, action_name), {"comment": comment}
    )
    (message,) = box
    assert message.to == [newsroom.people["editor"].email]
    assert "Red Ejemplo" in message.subject + message.body
    assert comment in message.body


@pytest.mark.parametrize(("language", "sentence"), [("fr", "La page"), ("es", "La página")])
def test_each_reads_her_own_language(newsroom, box, language, sentence):
    UserProfile.objects.filter(user=newsroom.people["editor"]).update(preferred_language=language)
    newsroom.change("page es", "editor")
    step = newsroom.submit("page es", "editor")
    box.clear()
    newsroom.client("reviewer").post(action(newsroom, "page es", step))
    assert box[0].subject.startswith(sentence)


def test_formatted_e_mails_say_the_same(newsroom, box, settings):
    settings.WAGTAILADMIN_NOTIFICATION_USE_HTML = True
    newsroom.change("page es", "editor", title="<b>Sobre</b>")
    newsroom.submit("page es", "editor")
    html = next(one for one in box if "second" in one.to[0]).alternatives[0].content
    assert "&lt;b&gt;Sobre&lt;/b&gt;" in html
    assert f'href="{defenders_settings.BASE_URL}/admin/pages/' in html
