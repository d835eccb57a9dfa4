"""What of an organisation visitors see now, why not, and what to do: in sentences for its edit page and the listing.

Whether it is public is asked of `directory.visibility`; here are only the words.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from cms.common.labels import VERIFICATION_LABELS
from cms.common.languages import ENDONYMS, LANGUAGES
from cms.directory.verification import verification_state
from cms.directory.visibility import public_organisations, public_texts
from cms.editing.review_state import next_steps
from cms.localisation.status import MISSING, TranslationState, states

# Why an organisation is not public: code -> what is the matter and what to do.
REASONS = {
    "withdrawn": gettext_lazy(
        "It was withdrawn. Nobody sees it, in any language, until somebody presses “End the withdrawal”."
    ),
    "scheduled": gettext_lazy("It is set to be published on %(date)s. Until then nobody sees it."),
    "expired": gettext_lazy(
        "It was set to be shown until %(date)s only. Change the schedule and publish it again."
    ),
    "unpublished": gettext_lazy("It was unpublished."),
    "draft": gettext_lazy("It is a draft that was never published."),
}

# (Code of the TranslationState, what is newer) -> what it means for visitors.
TEXT_STATES = {
    ("public", ""): gettext_lazy("Public"),
    ("public", "draft"): gettext_lazy("Public, with changes that are not published yet"),
    ("public", "in_review"): gettext_lazy("Public, with changes that wait for review"),
    ("outdated", ""): gettext_lazy("Public, but the Spanish text has changed since"),
    ("outdated", "draft"): gettext_lazy(
        "Public, but the Spanish text has changed since; a newer version is a draft"
    ),
    ("outdated", "in_review"): gettext_lazy(
        "Public, but the Spanish text has changed since; a newer version waits for review"
    ),
    ("in_review", ""): gettext_lazy("Waits for review: nobody sees it yet"),
    ("draft", ""): gettext_lazy("Draft: nobody sees it yet"),
    ("missing", ""): gettext_lazy("Not written yet"),
}


@dataclass(frozen=True)
class TextState:
    """The text in one language: `state` is one of `localisation.status.STATES`, `pk` None when it is missing."""

    language: str
    name: str
    state: str
    label: str
    pk: int | None


@dataclass(frozen=True)
class PublicState:
    """`reasons` say why it is not public, `next_steps` who has to do what before it is as it was saved.

    `missing` is what visitors miss although, or once, it is public.
    """

    is_public: bool
    reasons: list[str]
    next_steps: list[str]
    missing: list[str]
    has_unpublished_changes: bool
    verification: str
    verification_label: str
    texts: list[TextState]


def reason_codes(row):
    """Return the keys of REASONS that hold for a row, without asking the database."""
    now = timezone.now()
    codes = ["withdrawn"] if getattr(row, "visibility", "public") == "withdrawn" else []
    if row.expire_at and row.expire_at <= now:
        codes.append("expired")
    elif not row.live and row.go_live_at and row.go_live_at > now:
        codes.append("scheduled")
    elif not row.live:
        codes.append("unpublished" if row.first_published_at else "draft")
    return codes


def reasons(row):
    """Return why nobody sees it, in sentences; [] where nothing speaks against it."""
    dates = {"scheduled": row.go_live_at, "expired": row.expire_at}
    return [
        str(REASONS[code]) % {"date": date_format(timezone.localtime(dates[code]), "DATETIME_FORMAT")}
        if code in dates
        else str(REASONS[code])
        for code in reason_codes(row)
    ]


def verification_of(row, today=None):
    """Return (state, label) of an organisation's verification."""
    state = verification_state(row.verified_on, row.review_due, today or date.today())
    return state, str(VERIFICATION_LABELS[state])


def text_states(row):
    """Return the TextState of each language that exists, in the order of the contract."""
    existing = set(Locale.objects.values_list("language_code", flat=True))
    found: dict[str, TranslationState] = {}
    for of_key in states(row.texts.all()).values():
        found |= {language: state for language, state in of_key.items() if state.pk or language not in found}
    return [
        TextState(
            language, ENDONYMS[language], state.code, str(TEXT_STATES[state.code, state.newer]), state.pk
        )
        for language in LANGUAGES
        if language in existing
        for state in [found.get(language, MISSING)]
    ]


def public_state(row, user):
    """Return the PublicState of an organisation's row (not of a draft of it), with what this user can do."""
    is_public = public_organisations().filter(pk=row.pk).exists()
    state, label = verification_of(row)
    return PublicState(
        is_public=is_public,
        reasons=[] if is_public else reasons(row),
        next_steps=next_steps(row, user),
        missing=list(_missing(row)),
        has_unpublished_changes=row.live and row.has_unpublished_changes,
        verification=state,
        verification_label=label,
        texts=text_states(row),
    )


def _missing(row):
    if not public_texts().filter(organisation=row).exists():
        if row.texts.exists():
            yield _(
                "None of its texts is published, so visitors read only its name and facts. Publish one, below."
            )
        else:
            yield _(
                "It has no text yet, so visitors read only its name and facts. Write the Spanish one first, below."
            )
    if row.verified_on is None:
        yield _(
            "Its facts were never verified, and visitors are told so. When you have checked them with the "
            "organisation, press “Verified today”."
        )
