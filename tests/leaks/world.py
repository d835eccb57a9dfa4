"""One site with everything that must not be seen, beside a public example of everything that may be.

What must not be seen is of the flock `secrets`; what visitors see of the example is of `shown`, so that a sweep that
finds nothing can be told from one that looks nowhere.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cms.directory import publish as publication
from cms.exchange.models import ImportBatch, ImportRow
from cms.models import FormerSlug, LinkCheck, Organisation, OrganisationText, StandardPage
from cms.snippets import coarsening
from tests.conftest import TODAY
from tests.editing.roles.newsroom import Newsroom, make_newsroom
from tests.leaks import pages, records
from tests.leaks.canaries import Flock
from tests.leaks.uploads import Uploads
from tests.localisation.translating import send, write

KINDS = ("programme", "training", "testimony")


@dataclass
class World:
    """`things` maps a name to what is not public: records, pages, pictures, documents; `shown_things` likewise."""

    newsroom: Newsroom
    secrets: Flock = field(default_factory=lambda: Flock("qzxleak"))
    shown: Flock = field(
        default_factory=lambda: Flock("qzxshown", first_number="+3494655", first_point=(41.11741, -108.21631))
    )
    things: dict = field(default_factory=dict)
    shown_things: dict = field(default_factory=dict)

    def pages(self):
        """Return the pages that are not public and still stored."""
        return [thing for thing in self.things.values() if isinstance(thing, Page) and thing.pk]

    def organisations(self):
        """Return the organisations that are not public, deleted ones too."""
        return [thing for thing in self.things.values() if isinstance(thing, Organisation)]

    def keys(self):
        """Return the permanent names of all pages."""
        return sorted(filter(None, StandardPage.objects.values_list("key", flat=True).distinct()))

    def restrictions(self):
        """Return the keys of the viewing restrictions of pages and collections."""
        return sorted(
            {
                key
                for model in (PageViewRestriction, CollectionViewRestriction)
                for key in model.objects.values_list("pk", flat=True)
            }
        )


def build_world() -> World:
    """Make it in the database and publish it: once while what is taken off later was public, and once after that."""
    world = World(make_newsroom())
    _name_the_people(world)
    uploads = Uploads(world.newsroom.client("superuser"))
    _show_an_example(world, uploads)
    _change_the_example_in_drafts(world, uploads)
    _add_organisations(world, uploads)
    _add_guidance(world, uploads)
    _add_what_is_stored_elsewhere(world, uploads)
    publication.publish(TODAY - timedelta(days=1))
    for name, thing in world.things.items():
        world.secrets.value(f"{name}: id", str(getattr(thing, "uuid", "")))
    _take_off(world)
    publication.publish(TODAY)
    return world


def _name_the_people(world):
    for role, person in world.newsroom.people.items():
        person.first_name = world.secrets.word(f"first name of the {role}")
        person.last_name = world.secrets.word(f"last name of the {role}")
        person.email = world.secrets.email(f"e-mail of the {role}")
        person.save()


def _show_an_example(world, uploads):
    """One public organisation, programme, training, testimony and page, with all they can have."""
    shown, secrets = world.shown, world.secrets
    logo = uploads.picture(shown, secrets, "logo")
    texts = records.texts_of_organisation(shown, "example")
    example = records.organisation(shown, secrets, "example", logo=logo, areas_served=["CO"], texts=texts)
    shown.value("example: id", str(example.uuid))
    FormerSlug.objects.create(slug=shown.word("former slug"), organisation=example)
    example.mark_verified(user=world.newsroom.people["reviewer"], on=date(2026, 5, 4))
    records.programme(shown, secrets, "example", example)
    records.training(shown, secrets, "example", example)
    picture = uploads.picture(shown, secrets, "testimony")
    records.testimony(shown, secrets, "example", picture=picture)
    document = uploads.document(shown, secrets, "page")
    image = uploads.picture(shown, secrets, "page")
    page = pages.add_page(
        world.newsroom.object("home es"), shown, "example", key="example", image=image, document=document
    )
    world.shown_things = {
        "organisation": example,
        "page": page,
        "logo": logo,
        "picture of a page": image,
        "document": document,
    }


def _change_the_example_in_drafts(world, uploads):
    """Versions of what is public that nobody has approved."""
    secrets = world.secrets
    example = world.shown_things["organisation"].get_latest_revision_as_object()
    for name, value in records.facts_of_organisation(secrets, "draft of the example").items():
        if name != "slug":
            setattr(example, name, value)
    example.logo = uploads.picture(secrets, secrets, "logo of a draft")
    for channel in example.channels.all():
        if channel.kind == "phone":
            channel.value = secrets.phone("draft of the example: phone")
    example.save_revision(user=world.newsroom.people["editor"])
    for text in OrganisationText.objects.filter(organisation=example.pk):
        text.summary = secrets.word(f"draft of a text {text.language}")
        text.save_revision()
    page = world.shown_things["page"]
    files = {
        "image": uploads.picture(secrets, secrets, "picture of a draft"),
        "document": uploads.document(secrets, secrets, "document of a draft"),
    }
    for name, value in pages.texts_of_page(secrets, "draft of the public page", **files).items():
        setattr(page, name, value)
    page.save_revision(user=world.newsroom.people["editor"])
    world.things |= {"picture of a draft": files["image"], "document of a draft": files["document"]}


def _add_organisations(world, uploads):
    secrets = world.secrets

    def add(name, **more):
        world.things[name] = records.organisation(secrets, secrets, name, **more)
        return world.things[name]

    add("draft", draft=True, texts=records.texts_of_organisation(secrets, "draft", ("es",)))
    add("withdrawn", logo=uploads.picture(secrets, secrets, "logo of the withdrawn"))
    FormerSlug.objects.create(
        slug=secrets.word("former slug of the withdrawn"), organisation=add("unpublished")
    )
    add("expired")
    add("deleted")
    scheduled = add("scheduled", draft=True)
    scheduled.go_live_at = timezone.now() + timedelta(days=3)
    scheduled.save_revision().publish()
    for name in ("coarsened in a draft", "coarsened at once", "forgotten"):
        places = [records.exact_place(secrets, name)]
        world.shown_things[name] = records.OrganisationFactory(
            name=f"Red {name}", places=places, channels=records.channels(secrets, name)[-1:]
        )
    # Nothing may say that it has a place, or which country that is in.
    world.shown_things["hidden"] = records.OrganisationFactory(
        name="Red oculta", places=[records.exact_place(secrets, "hidden place")]
    )


def _add_guidance(world, uploads):
    secrets, example = world.secrets, world.shown_things["organisation"]
    for name, of, more in (
        ("draft", example, {"draft": True}),
        ("withdrawn", example, {}),
        ("deleted", example, {}),
        ("of the withdrawn", world.things["withdrawn"], {}),
    ):
        world.things[f"programme {name}"] = records.programme(secrets, secrets, name, of, **more)
        world.things[f"training {name}"] = records.training(secrets, secrets, name, of, **more)
    for name, more in (("draft", {"draft": True}), ("withdrawn", {}), ("deleted", {}), ("no consent", {})):
        world.things[f"testimony {name}"] = records.testimony(
            secrets, secrets, name, picture=uploads.picture(secrets, secrets, f"testimony {name}"), **more
        )
    home = world.newsroom.object("home es")
    files = {
        "image": uploads.picture(secrets, secrets, "picture of a page that is not public"),
        "document": uploads.document(secrets, secrets, "document of a page that is not public"),
    }
    person = world.newsroom.people["editor"]
    world.things |= pages.add_pages_that_are_not_public(home, secrets, files, person)
    world.things |= {"picture of a page": files["image"], "document of a page": files["document"]}


def _add_what_is_stored_elsewhere(world, uploads):
    """Translations, half-filled forms, imports, private collections, checks of links, running reviews."""
    secrets, example = world.secrets, world.shown_things["organisation"]
    source = records.OrganisationFactory(name="Red traducida", texts={"es": "Acompaña."}).texts.get()
    write(send(source), {"Acompaña.": secrets.word("translation that nobody approved")})
    FormState.objects.create(
        data=f"name={secrets.word('half-filled form')}&city={secrets.point('half-filled form').lat}",
        user=world.newsroom.people["editor"],
        content_type=ContentType.objects.get_for_model(Organisation),
        object_id=str(example.pk),
        last_updated_at=timezone.now(),
    )
    batch = ImportBatch.objects.create(file_name=secrets.word("imported file"), status="ready")
    ImportRow.objects.create(
        batch=batch,
        number=2,
        name=secrets.word("name in an import"),
        cells={"phone": secrets.phone("number in an import"), "name": secrets.word("cell of an import")},
        state="new",
    )
    private = Collection.get_first_root_node().add_child(name=secrets.word("private collection"))
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    world.things["private document"] = uploads.document(secrets, secrets, "private document", private)
    world.things["private picture"] = uploads.picture(secrets, secrets, "private picture", private)
    LinkCheck.objects.create(
        organisation=example,
        url=secrets.url("address that was checked"),
        outcome="missing",
        last_checked_on=TODAY,
    )
    world.newsroom.submit("page es", "editor").task_state_approved_comment = ""
    step = world.newsroom.object("page es").current_workflow_task_state
    step.comment = secrets.word("comment of a review")
    step.save()


def _take_off(world):
    secrets, things = world.secrets, world.things
    things["withdrawn"].withdraw(
        user=world.newsroom.people["reviewer"], reason=secrets.word("why an organisation was withdrawn")
    )
    things["unpublished"].unpublish()
    Organisation.objects.filter(pk=things["expired"].pk).update(expire_at=timezone.now() - timedelta(days=1))
    things["deleted"].delete()
    for kind in KINDS:
        things[f"{kind} withdrawn"].withdraw(reason=secrets.word(f"why a {kind} was withdrawn"))
        things[f"{kind} deleted"].delete()
    unasked = things["testimony no consent"]
    type(unasked).objects.filter(pk=unasked.pk).update(consent_expires_on=date(2026, 11, 1))
    pages.take_pages_off(things, secrets)
    _coarsen(world)


def _coarsen(world):
    shown = world.shown_things
    draft = shown["coarsened in a draft"].get_latest_revision_as_object()
    place = draft.places.get()
    place.precision = "city"
    draft.places.add(place)
    draft.save_revision()
    for name, precision in (("coarsened at once", "country"), ("hidden", "hidden")):
        place = coarsening.stored_places(shown[name])[0]
        coarsening.make_coarser(shown[name], place, precision)
    coarsening.forget(shown["forgotten"], coarsening.stored_places(shown["forgotten"])[0])
