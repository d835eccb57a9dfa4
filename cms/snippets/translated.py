"""What texts and guidance pages have in common as things that are translated.

The sentences of a text or page are what a translator sees of it: every string that wagtail-localize offers for
translation and every address that a link in a rich text leads to, by the path of the field or block they stand in.
What no translator sees is not among them: pictures and files, the order of blocks, paragraphs made into lists, codes
and choices, where a link to a page of the same site leads, and the slug, because each language has its own address.
"""

import hashlib
import json

from django.db import models
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.common.languages import SOURCE_LANGUAGE

PATHS_OF_NO_SENTENCE = frozenset({"slug"})


def digest_of(sentences):
    """Return the SHA-256, in hexadecimal digits, of {path: sentences}."""
    ordered = json.dumps(sentences, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(ordered.encode()).hexdigest()


class TranslatedContent(models.Model):
    """Base, before Wagtail's classes: digests that tell whether a translation still says what its source says."""

    # Digest of the source's sentences that this version was made from; "" for the source itself, and where nobody
    # knows. A version carries its own, so that publishing an older one is known to say what an older source said.
    translated_from = models.CharField(max_length=64, blank=True, editable=False)
    # Digest of the sentences of the row as it is. Kept by `save()`, so that comparing needs no content.
    content_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save the row, and the digest of its sentences whenever those may change."""
        names = kwargs.get("update_fields")
        if names is None or self.translated_fields() & set(names):
            self._name_blocks()
            self.content_digest = self.digest()
            if names is not None:
                kwargs["update_fields"] = {*names, "content_digest"}
        super().save(*args, **kwargs)

    @property
    def language(self):
        """Its language, as in the public contract."""
        return self.locale.language_code

    @property
    def is_source(self):
        """Whether translations are made from it."""
        return self.language == SOURCE_LANGUAGE

    @classmethod
    def translated_fields(cls):
        """Return the names of the fields that go to translators."""
        return {field.field_name for field in cls.translatable_fields if isinstance(field, TranslatableField)}

    def segments(self):
        """Yield wagtail-localize's segments of which `sentences` are made, in the order of the content."""
        for segment in extract_segments(self):
            is_address = isinstance(segment, OverridableSegmentValue) and isinstance(segment.data, str)
            if (
                is_address or isinstance(segment, StringSegmentValue)
            ) and segment.path not in PATHS_OF_NO_SENTENCE:
                yield segment

    def sentences(self):
        """Return {path: [string as wagtail-localize stores it, or address]}, in the order of the content."""
        found: dict[str, list[str]] = {}
        for segment in self.segments():
            is_string = isinstance(segment, StringSegmentValue)
            found.setdefault(segment.path, []).append(segment.string.data if is_string else segment.data)
        return found

    def digest(self):
        """Return the digest of the sentences as they are in this object, saved or not."""
        return digest_of(self.sentences())

    def _name_blocks(self):
        # Blocks made in code get their ids when they are stored; until then their sentences have no path.
        for field in self._meta.concrete_fields:
            if isinstance(field, StreamField):
                field.get_prep_value(getattr(self, field.attname))

    def with_content_json(self, content):
        """Return it as a revision has it; a version that does not say what it was made from keeps the row's word."""
        obj = super().with_content_json(content)
        obj.translated_from = obj.translated_from or self.translated_from
        return obj
