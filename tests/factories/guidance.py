"""Programmes, trainings and testimonies as the editors make them: through a revision that is published."""

import io
import uuid
from datetime import date

import factory
from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.images import get_image_model

from cms.models import Programme, ProgrammeText, Testimony, TestimonyText, Training, TrainingText
from tests.factories.indexing import IndexedWhenWhole
from tests.factories.organisations import OrganisationFactory, categories, locale


class FactsFactory(IndexedWhenWhole):
    """Base: `published` says whether it is public, `texts` maps language to the main text or a dict of texts."""

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(published=False)

    published = True

    @classmethod
    def _create(cls, model_class, **fields):
        published, texts = fields.pop("published"), fields.pop("texts")
        related = {name: fields.pop(name) for name in ("audiences",) if name in fields}
        facts = model_class(live=False, **fields)
        for name, codes in related.items():
            getattr(facts, name).set(categories("audience", *codes))
        facts.save()
        revision = facts.save_revision()
        if published:
            revision.publish()
        facts = model_class.objects.get(pk=facts.pk)
        for language, text in (texts or {}).items():
            values = text if isinstance(text, dict) else {cls._text_factory._main_text: text}
            cls._text_factory(**{cls._text_factory._subject: facts}, language=language, **values)
        return facts


class TextFactory(IndexedWhenWhole):
    """Base: a published text; `language` is its code. The texts of the same facts translate one another."""

    class Meta:
        abstract = True

    published = True
    language = "es"

    @classmethod
    def _create(cls, model_class, **fields):
        published, language = fields.pop("published"), fields.pop("language")
        sibling = model_class.objects.filter(**{cls._subject: fields[cls._subject]}).first()
        if sibling:
            fields["translation_key"] = sibling.translation_key
        text = model_class(live=False, locale=locale(language), **fields)
        text.save()
        revision = text.save_revision()
        if published:
            revision.publish()
        return model_class.objects.get(pk=text.pk)


class ProgrammeTextFactory(TextFactory):
    """A text of a programme."""

    class Meta:
        model = ProgrammeText

    _main_text, _subject = "summary", "programme"


class ProgrammeFactory(FactsFactory):
    """A published programme with a Spanish summary, its call open until 30 November 2026."""

    class Meta:
        model = Programme

    class Params:
        rolling = factory.Trait(is_rolling=True, call_opens=None, call_closes=None)
        closed = factory.Trait(call_opens=date(2026, 9, 16), call_closes=date(2026, 10, 16))
        upcoming = factory.Trait(call_opens=date(2026, 12, 1), call_closes=date(2026, 12, 31))
        undated = factory.Trait(call_opens=None, call_closes=None)

    _text_factory = ProgrammeTextFactory
    uuid = factory.Sequence(lambda number: uuid.UUID(int=1000 + number))
    name = factory.Sequence(lambda number: f"Programme {number:03}")
    organisation = factory.SubFactory(OrganisationFactory)
    host_countries = ["ES"]
    languages = ["es"]
    call_opens = date(2026, 11, 1)
    call_closes = date(2026, 11, 30)
    audiences = ("all_defenders",)
    texts = {"es": "Seis meses de descanso."}


class TrainingTextFactory(TextFactory):
    """A text of a training."""

    class Meta:
        model = TrainingText

    _main_text, _subject = "summary", "training"


class TrainingFactory(FactsFactory):
    """A published training with a Spanish summary, from 1 to 3 December 2026."""

    class Meta:
        model = Training

    class Params:
        over = factory.Trait(starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 4))
        undated = factory.Trait(starts_on=None, ends_on=None)

    _text_factory = TrainingTextFactory
    uuid = factory.Sequence(lambda number: uuid.UUID(int=2000 + number))
    name = factory.Sequence(lambda number: f"Training {number:03}")
    organisation = factory.SubFactory(OrganisationFactory)
    topics = ["risk_analysis"]
    mode = "online"
    languages = ["es"]
    cost = "free"
    starts_on = date(2026, 12, 1)
    ends_on = date(2026, 12, 3)
    texts = {"es": "Tres días sobre riesgos."}


class TestimonyTextFactory(TextFactory):
    """A text of a testimony."""

    __test__ = False

    class Meta:
        model = TestimonyText

    _main_text, _subject = "quote", "testimony"


class TestimonyFactory(FactsFactory):
    """A published, composed testimony in Spanish."""

    __test__ = False

    class Meta:
        model = Testimony

    class Params:
        consented = factory.Trait(
            is_composed=False,
            consent_given_on=date(2026, 1, 1),
            consent_scope="canary-scope",
            consent_expires_on=date(2026, 12, 31),
        )

    _text_factory = TestimonyTextFactory
    uuid = factory.Sequence(lambda number: uuid.UUID(int=3000 + number))
    attribution = factory.Sequence(lambda number: f"Voz {number:03}")
    is_composed = True
    texts = {"es": "No estoy sola."}


def image(title="Picture", description=""):
    """Return a picture of 60 x 40 pixels."""
    content = io.BytesIO()
    Picture.new("RGB", (60, 40), "teal").save(content, "PNG")
    return get_image_model().objects.create(
        title=title, description=description, file=ContentFile(content.getvalue(), name="picture.png")
    )
