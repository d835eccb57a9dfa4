"""Programmes of temporary protection."""

from cms.api.schema.components.codes import identifier
from cms.api.schema.components.lists import listing, of_type
from cms.api.schema.lengths import stored
from cms.api.schema.values import Schema, array, code, count, day, flag, or_null, record, ref
from cms.common.vocabularies import APPLICANTS, CALL_STATES
from cms.models import Programme


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "Programme": record(
            {"id": identifier("The programme, for good."), "meta": of_type(Programme), **facts()},
            "A programme of temporary protection.",
        ),
        "ProgrammeList": listing("Programme"),
    }


def facts() -> dict[str, Schema]:
    """Return the members of a record, in their order."""
    return {
        "name": stored(Programme, "name", "As those who run it call it.", minLength=1),
        "organisation": ref("OrganisationReference", "Who runs it."),
        "sample": flag("Whether this is sample content that nobody verified."),
        "host_countries": array(ref("Country"), "The countries where people stay."),
        **_stay(),
        **_call(),
        "family_included": or_null(flag("Whether the family can come too; null where nobody knows.")),
        "children_supported": or_null(
            flag("Whether there is support for children; null where nobody knows.")
        ),
        "languages": array(ref("LanguageTag"), "The languages it works in."),
        "audiences": array(
            ref("AudienceCode"), "Whom it is for. Codes in the order in which they are shown."
        ),
        "application_url": stored(Programme, "application_url", "Address of the call, or an empty text."),
        "summary": or_null(ref("Text"), "One or two sentences."),
        "description": or_null(ref("Html"), "More about it."),
        "what_it_offers": or_null(ref("Html"), "What people get."),
        "nominator_note": or_null(ref("Text"), "Who may nominate a defender, and how."),
        "updated_on": or_null(day("The day on which the public record last changed.")),
    }


def _stay():
    return {
        "stay_months_min": or_null(count("The shortest stay, in months, or null.")),
        "stay_months_max": or_null(count("The longest stay, in months, or null.")),
        "places_per_year": or_null(count("How many people in a year, or null.")),
    }


def _call():
    return {
        "who_can_apply": array(
            code(APPLICANTS),
            "Who may apply: `organisation` is one the defender belongs to, `nominator` somebody who proposes her.",
        ),
        "call_opens": or_null(day("First day of applications, or null.")),
        "call_closes": or_null(day("Last day of applications, or null.")),
        "is_rolling": flag("Whether applications are taken all year round."),
        "call_state": code(
            CALL_STATES,
            "Made from the days and the UTC day, the first and the last day included; `unknown` without days. An "
            "answer you keep gets old: compute it anew from the days.",
        ),
    }
