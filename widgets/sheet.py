"""The contact sheet: chosen organisations with all their channels and notes, for paper.

Paper is found by others. So the sheet has a neutral title, and leaves out what organisations do and whom they help;
their names, and what they say themselves about asking for help, stand as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.directory.filters import InvalidParameter, single_value
from widgets import addresses, cards, listing, pages
from widgets.directory_file import Directory
from widgets.options import SLUG, EmbedOptions, EmbedRequest, Params

MOST = 50  # organisations on one sheet


@dataclass(frozen=True)
class Detail:
    """How much the sheet says of each organisation, so that it keeps to its limit."""

    contacts: int | None  # None for all
    notes: bool


DETAILS = (
    Detail(contacts=None, notes=True),
    Detail(contacts=None, notes=False),
    Detail(contacts=3, notes=False),
    Detail(contacts=0, notes=False),
)


def is_wanted(params: Params) -> bool:
    """Say whether a query asks for a sheet: `only` names organisations, `print` takes those that are found."""
    return "only" in params or any(value.strip() for value in params.get("print", ()))


def sheet_page(directory: Directory, asked: EmbedRequest, params: Params, detail: Detail) -> dict:
    """Return the content of the sheet."""
    options = asked.options
    chosen, notes = _chosen(directory, params) if "only" in params else _found(directory, options, params)
    records = [cards.make_record(record, directory) for record in chosen]
    frame = pages.frame("directory", options)
    return frame | {
        "title": _("Contact list"),
        "notes": (*asked.notes, *notes),
        "languages": [
            (lang, name, f"?{_query(replace(options, lang=lang), params, chosen)}", current)
            for lang, name, _url, current in frame["languages"]
        ],
        "records": [_shortened(record, detail) for record in records],
        "whole": detail.notes,
        "back_url": f"{addresses.path('directory')}?{options.query()}",
    }


def _chosen(directory, params) -> tuple[Sequence[Mapping], Sequence[InvalidParameter]]:
    """Return the organisations that `only` names, by name, and a note for each that there is not."""
    slugs, notes = _slugs(params["only"])
    known = {record["slug"]: record for record in directory.organisations}
    notes += [pages.unknown_organisation("only", slug) for slug in slugs if slug not in known]
    if len(slugs) > MOST:
        notes.append(
            InvalidParameter("only", gettext_lazy("A list has at most %(limit)d organisations."), limit=MOST)
        )
    wanted = set(slugs[:MOST])
    return [record for slug, record in known.items() if slug in wanted], notes[:10]


def _slugs(raw: Sequence[str]) -> tuple[list[str], list[InvalidParameter]]:
    slugs: list[str] = []
    notes: list[InvalidParameter] = []
    for value in raw:
        try:
            pieces = [piece.strip() for piece in single_value("only", [value]).split(",")]
        except InvalidParameter as problem:
            notes.append(problem)
            continue
        slugs += [piece for piece in pieces if SLUG.fullmatch(piece)]
        notes += [
            pages.unknown_organisation("only", piece)
            for piece in pieces
            if piece and not SLUG.fullmatch(piece)
        ]
    return list(dict.fromkeys(slugs)), notes


def _found(directory, options: EmbedOptions, params) -> tuple[Sequence[Mapping], Sequence[InvalidParameter]]:
    """Return the organisations on the page of the list that is asked for."""
    notes = []
    if any(value.strip() not in ("", "true") for value in params["print"]):
        notes.append(InvalidParameter("print", gettext_lazy("“print” can be: true.")))
    found = listing.find(directory, options.filters, options.order)
    shown = listing.one_page(found, options.filters, options.page, options.order)
    return [record for _scope, records in shown.groups for record in records], notes


def _query(options: EmbedOptions, params, chosen) -> str:
    """Return the query of the same sheet."""
    if "only" not in params:
        return f"{replace(options, opened='').query()}&print=true"
    return f"{pages.plain(options).query()}&only={','.join(record['slug'] for record in chosen)}"


def _shortened(record: cards.Record, detail: Detail) -> cards.Record:
    if detail.notes:
        return record
    card = record.card
    if detail.contacts is not None:
        left_out = len(card.contacts[detail.contacts :])
        card = replace(card, contacts=card.contacts[: detail.contacts], more_contacts=left_out)
    return replace(record, card=card, how_to_ask_for_help=None, hours=None)
