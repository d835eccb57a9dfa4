"""Organisations as the editors make them: through a revision that is published, unless a trait says otherwise."""

import uuid
from datetime import date

import factory
from django.utils.text import slugify
from wagtail.models import Locale

from cms.common import gazetteer
from cms.models import Category, CategoryLabel, ContactChannel, Organisation, OrganisationText, Place
from tests.factories.indexing import IndexedWhenWhole

BILBAO = 3128026
MADRID = 3117735


def locale(code):
    """Return the locale of a language, made if it is missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


class CategoryFactory(IndexedWhenWhole):
    """A category; `labels` maps language to label."""

    class Meta:
        model = Category
        django_get_or_create = ("kind", "code")
        skip_postgeneration_save = True

    kind = "role"
    code = "accompaniment"
    order = 10

    @factory.post_generation
    def labels(self, create, extracted, **kwargs):
        """Add the labels; by default Spanish and Basque ones that show code and language."""
        if CategoryLabel.objects.filter(category=self).exists():
            return
        for language, label in (extracted or {"es": f"{self.code} es", "eu": f"{self.code} eu"}).items():
            CategoryLabel.objects.create(category=self, language=language, label=label)


def categories(kind, *codes):
    """Return the categories with these codes, made if they are missing."""
    return [CategoryFactory(kind=kind, code=code) for code in codes]


class OrganisationFactory(IndexedWhenWhole):
    """A published organisation with a Spanish text.

    `roles`, `services` and `audiences` are codes; `channels` and `places` are lists of dicts of their fields; `texts`
    maps language to a summary (or a dict of text fields).
    """

    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(published=False)
        withdrawn = factory.Trait(visibility="withdrawn", withdrawn_reason="canary-reason")
        in_bilbao = factory.Trait(places=[{"precision": "city", "city_id": BILBAO, "country": "ES"}])
        office_in_bilbao = factory.Trait(
            places=[
                {
                    "precision": "exact",
                    "country": "ES",
                    "city_id": BILBAO,
                    "lat": "43.26271",
                    "lng": "-2.92528",
                    "is_seat": True,
                }
            ]
        )
        hidden_place = factory.Trait(places=[{"precision": "hidden"}])
        verified = factory.Trait(verified_on=date(2026, 5, 4), review_due=date(2027, 5, 4))

    name = factory.Sequence(lambda number: f"Organisation {number:03}")
    slug = factory.LazyAttribute(lambda organisation: slugify(organisation.name))
    uuid = factory.Sequence(lambda number: uuid.UUID(int=number + 1))
    areas_served = ["CO"]
    languages = ["es"]
    published = True
    roles = ("accompaniment",)
    services = ("legal",)
    audiences = ("all_defenders",)
    channels = ()
    places = ()
    texts = {"es": "Acompaña a personas defensoras."}

    @classmethod
    def _create(cls, model_class, **fields):
        related = {name: fields.pop(name) for name in ("roles", "services", "audiences")}
        channels, places, texts = (fields.pop(name) for name in ("channels", "places", "texts"))
        published = fields.pop("published")
        organisation = model_class(live=False, **fields)
        for channel in channels:
            organisation.channels.add(ContactChannel(**channel))
        for place in places:
            organisation.places.add(Place(**place))
        for name, codes in related.items():
            getattr(organisation, name).set(categories(name.removesuffix("s"), *codes))
        organisation.save()
        revision = organisation.save_revision()
        if published:
            revision.publish()
        organisation = model_class.objects.get(pk=organisation.pk)
        for language, text in (texts or {}).items():
            values = text if isinstance(text, dict) else {"summary": text}
            OrganisationTextFactory(organisation=organisation, language=language, **values)
        return organisation


class OrganisationTextFactory(IndexedWhenWhole):
    """A published text; `language` is its code. The texts of an organisation translate one another."""

    class Meta:
        model = OrganisationText

    published = True
    language = "es"
    summary = "Acompaña a personas defensoras."

    @classmethod
    def _create(cls, model_class, **fields):
        published, language = fields.pop("published"), fields.pop("language")
        sibling = model_class.objects.filter(organisation=fields["organisation"]).first()
        if sibling:
            fields["translation_key"] = sibling.translation_key
        text = model_class(live=False, locale=locale(language), **fields)
        text.save()
        revision = text.save_revision()
        if published:
            revision.publish()
        return model_class.objects.get(pk=text.pk)


def city(name, country):
    """Return the fields of a place in a city of the gazetteer."""
    found = gazetteer.nearest_named(name, country)
    return {"precision": "city", "city_id": found.id, "country": found.country}
