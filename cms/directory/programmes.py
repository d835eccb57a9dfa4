"""The public record of a programme of temporary protection."""

from cms.common.text import sort_key
from cms.directory.calls import call_order, call_state
from cms.directory.days import day_of, iso_day
from cms.directory.guidance import Kind, organisation_reference
from cms.directory.visibility import public_programme_texts, public_programmes
from cms.snippets.programme import Programme


class Programmes(Kind):
    """Programmes: open calls first, of these what closes soonest, then by name."""

    name = "programmes"
    model = Programme
    subject = "programme"
    text_forms = {
        "summary": "text",
        "description": "html",
        "what_it_offers": "html",
        "nominator_note": "text",
    }
    facts_of_the_day = ("call_state",)

    def public_rows(self, today):
        return public_programmes().select_related("organisation")

    def public_texts(self, today):
        return public_programme_texts()

    def load_more(self, found):
        """Read the codes of the audiences. One query."""
        links = Programme.audiences.through.objects.filter(programme__in=list(found)).values_list(
            "category__order", "category__code", "programme_id"
        )
        for _order, code, pk in sorted(links):
            found[pk].audiences.append(code)

    def facts(self, loaded, today):
        row = loaded.row
        return {
            "id": str(row.uuid),
            "name": row.name,
            "organisation": organisation_reference(row.organisation),
            "sample": row.is_sample,
            "host_countries": row.host_countries,
            "stay_months_min": row.stay_months_min,
            "stay_months_max": row.stay_months_max,
            "places_per_year": row.places_per_year,
            "who_can_apply": row.who_can_apply,
            "call_opens": iso_day(row.call_opens),
            "call_closes": iso_day(row.call_closes),
            "is_rolling": row.is_rolling,
            "call_state": call_state(row.call_opens, row.call_closes, row.is_rolling, today),
            "family_included": row.family_included,
            "children_supported": row.children_supported,
            "languages": row.languages,
            "audiences": loaded.audiences,
            "application_url": row.application_url,
        }

    def on_day(self, records, today):
        """The state of a call, and with it the order, depend on the day."""
        on_day = [one | {"call_state": call_state(*_call(one), today)} for one in records]
        return sorted(
            on_day, key=lambda one: (call_order(*_call(one), today), sort_key(one["name"]), one["id"])
        )

    def sort_key(self, loaded, today):
        row = loaded.row
        order = call_order(row.call_opens, row.call_closes, row.is_rolling, today)
        return order, sort_key(row.name), str(row.uuid)


def _call(record):
    return day_of(record["call_opens"]), day_of(record["call_closes"]), record["is_rolling"]


PROGRAMMES = Programmes()
