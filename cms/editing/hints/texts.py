"""Hints about what is written freely: too long, or giving away what should not be public."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from cms.common.giveaways import signs_in
from cms.common.languages import SOURCE_LANGUAGE
from cms.editing.hints.hint import Hint
from cms.snippets.organisation import Organisation

# A card of the directory has room for about so many characters of the sentence about an organisation.
CARD_LENGTH = 160
FIELDS_ON_CARDS = ("summary",)

# Code of a Sign -> what is said about it.
SENTENCES = {
    "street": gettext_lazy(
        "This looks like the address of a street: “%(words)s”. Not all places of this organisation may be shown that "
        "precisely. Leave the street out, also in drafts and notes."
    ),
    "coordinates": gettext_lazy(
        "These look like coordinates: “%(words)s”. Not all places of this organisation may be shown that precisely. "
        "Leave them out, also in drafts and notes."
    ),
    "phone": gettext_lazy(
        "This looks like a telephone number: “%(words)s”. Numbers belong under “How to reach it” of the organisation, "
        "where they are checked and right in every language. Never publish the number of a person."
    ),
    "person_email": gettext_lazy(
        "This looks like the e-mail address of a person: “%(words)s”. Use an address of the organisation, and only "
        "under “How to reach it”."
    ),
}
# Where every place may be shown exactly, these give nothing away.
ONLY_OF_PROTECTED = frozenset({"street", "coordinates"})


def is_protected(facts):
    """Say whether a street in a text about these facts could give away a place that is not public.

    None counts as protected: nobody has said yet which organisation it is about. So does a testimony.
    """
    organisation = facts if isinstance(facts, Organisation) else getattr(facts, "organisation", None)
    if organisation is None:
        return True
    places = organisation.get_latest_revision_as_object().places.all()
    return not places or any(place.precision != "exact" for place in places)


def hints_of_text(text, *, protected):
    """Yield the sentences about a plain text."""
    for sign in signs_in(text):
        if protected or sign.code not in ONLY_OF_PROTECTED:
            yield SENTENCES[sign.code] % {"words": sign.words}


def hint_of_length(text):
    """Return the sentence about a text that is too long for a card, None where it fits."""
    if len(text) <= CARD_LENGTH:
        return None
    return _(
        "This has %(count)d characters. A card in the directory has room for about %(limit)d: say the most important "
        "thing first, or shorten it."
    ) % {"count": len(text), "limit": CARD_LENGTH}


def length_for_cards(form):
    """The sentence for lists fits on a card."""
    for name in FIELDS_ON_CARDS:
        if sentence := hint_of_length(form.cleaned_data.get(name) or ""):
            yield Hint(name, sentence)


def giveaways(form):
    """No text gives away what should not be public."""
    protected = is_protected(form.instance.subject)
    for name, text in plain_texts(form):
        for sentence in hints_of_text(text, protected=protected):
            yield Hint(name, sentence)


def spanish_text_first(form):
    """Translations are made from the Spanish text: there should be one."""
    text = form.instance
    if text.language == SOURCE_LANGUAGE:
        return
    if not text.subject.texts.filter(locale__language_code=SOURCE_LANGUAGE).exists():
        yield Hint(
            "",
            _(
                "There is no Spanish text about it yet. The others are translated from it, and it is shown where one "
                "is missing: write it too."
            ),
        )


def plain_texts(form):
    """Yield (name, plain text) of the text fields of a form."""
    for name in form.instance.text_fields:
        value = form.cleaned_data.get(name) or ""
        is_rich = isinstance(form.instance._meta.get_field(name), RichTextField)
        yield name, get_text_for_indexing(value) if is_rich else value


FORM_RULES = (length_for_cards, giveaways, spanish_text_first)
