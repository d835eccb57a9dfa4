"""How far a translation in wagtail-localize's memory is: what is missing, what no person has looked at yet."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from wagtail_localize.models import StringSegment, StringTranslation

# Every language has an address of its own; where none is written, it is made from the translated title.
OPTIONAL_PATHS = frozenset({"slug"})


@dataclass(frozen=True)
class Progress:
    """Counts of sentences: all, those without a usable translation, and those only a machine translated."""

    total: int
    missing: int
    machine: int

    @property
    def translated(self):
        """How many have a translation, by whomever."""
        return self.total - self.missing

    @property
    def is_finished(self):
        """Whether every sentence has a translation that a person wrote or confirmed."""
        return not self.missing and not self.machine


def progress_of(source, locale):
    """Return the Progress of the translation of a TranslationSource into a language, in one query."""
    segments = list(
        required_segments(source)
        .annotate(
            has_translation=Exists(_usable(locale)),
            by_machine=Exists(_usable(locale).filter(**BY_MACHINE)),
        )
        .values_list("has_translation", "by_machine")
    )
    return Progress(
        total=len(segments),
        missing=sum(not found for found, _ in segments),
        machine=sum(by_machine for _, by_machine in segments),
    )


BY_MACHINE = {"translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE}


def required_segments(source):
    """Return the string segments of a source that each translation must have."""
    return StringSegment.objects.filter(source=source).exclude(context__path__in=OPTIONAL_PATHS)


def incomplete_fields(source, locale):
    """Return the names of the fields in which a sentence has no translation that a person wrote or confirmed."""
    missing = required_segments(source).filter(~Exists(_usable(locale).exclude(**BY_MACHINE)))
    return {path.split(".")[0] for path in missing.values_list("context__path", flat=True)}


def machine_segments(source, locale):
    """Return the string segments whose translation only a machine made."""
    return StringSegment.objects.filter(Exists(_usable(locale).filter(**BY_MACHINE)), source=source)


def machine_translations(translation):
    """Return the StringTranslations in use that only a machine made, in the order of the source."""
    found = StringSegment.objects.filter(source=translation.source).get_translations(
        translation.target_locale
    )
    return found.filter(**BY_MACHINE).select_related("translation_of", "context").order_by("pk")


def _usable(locale):
    return StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=locale,
        has_error=False,
    )
