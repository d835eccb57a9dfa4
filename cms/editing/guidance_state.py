"""What of a programme, training or testimony visitors see now, why not, and what to do: for edit page and listing.

Whether it is public is asked of `directory`; here are only the words.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.directory import publish
from cms.directory.kinds import KINDS
from cms.directory.visibility import public_organisations
from cms.editing.public_state import TextState, reason_codes, reasons, text_states
from cms.editing.review_state import next_steps
from cms.snippets.testimony import Testimony

KIND_OF = {kind.model: kind for kind in KINDS}


@dataclass(frozen=True)
class GuidanceState:
    """`reasons` say why it is not public, `next_steps` who has to do what before it is as it was saved.

    `missing` is what visitors miss although, or once, it is public.
    """

    is_public: bool
    reasons: list[str]
    next_steps: list[str]
    missing: list[str]
    has_unpublished_changes: bool
    texts: list[TextState]


def with_state(rows):
    """Return a queryset with what `state_codes` looks at: testimonies have it in their row."""
    if rows.model is Testimony:
        return rows
    public = public_organisations().filter(pk=OuterRef("organisation"))
    return rows.annotate(organisation_is_public=Exists(public))


def state_codes(row, today):
    """Return why nobody sees a row of `with_state`: codes of `listing.STATES`, the most lasting first."""
    codes = []
    if isinstance(row, Testimony):
        if _consent_problem(row, today):
            codes.append("consent")
    elif not row.organisation_is_public:
        codes.append("organisation")
    return codes + reason_codes(row)


def guidance_state(row, user):
    """Return the GuidanceState of a row (not of a draft of it), with what this user can do."""
    kind, today = KIND_OF[type(row)], publish.today_utc()
    is_public = kind.public_rows(today).filter(pk=row.pk).exists()
    return GuidanceState(
        is_public=is_public,
        reasons=[] if is_public else [*_more_reasons(row, today), *reasons(row)],
        next_steps=next_steps(row, user),
        missing=list(_missing(row)),
        has_unpublished_changes=is_public and row.has_unpublished_changes,
        texts=text_states(row),
    )


def _more_reasons(row, today):
    if isinstance(row, Testimony):
        problem = _consent_problem(row, today)
        return [problem] if problem else []
    if public_organisations().filter(pk=row.organisation_id).exists():
        return []
    return [
        _("“%(name)s” is not public itself. As soon as it is, this can be seen too.")
        % {"name": row.organisation}
    ]


def _consent_problem(row, today):
    """Return what is wrong with the consent today, None for nothing."""
    if not row.is_composed:
        if not row.consent_given_on:
            return _("Nobody has noted that the person agreed. Write the day on which it was.")
        if row.consent_given_on > today:
            return _(
                "The person agreed on a day that is still to come: %(day)s. Until then nobody sees it."
            ) % {"day": date_format(row.consent_given_on)}
    if row.consent_expires_on and row.consent_expires_on < today:
        return _(
            "The person agreed until %(day)s only. To show it again, ask first and write down the new day."
        ) % {"day": date_format(row.consent_expires_on)}
    return None


def _missing(row):
    published = list(row.texts.filter(live=True))
    is_testimony = isinstance(row, Testimony)
    if not published and is_testimony:
        yield _("None of its texts is published, so visitors read no words at all. Publish one, below.")
    elif not published:
        yield _(
            "None of its texts is published, so visitors read only its name and facts. Publish one, below."
        )
    if is_testimony and row.picture_id and not any(text.picture_alt for text in published):
        yield _(
            "No published text says what the picture shows, so it is not shown. Say it in the texts, below."
        )
