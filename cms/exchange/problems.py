"""What is wrong with a file or a cell: a code, and the sentence an editor reads.

A stored problem is a dict: `column` ("" for the whole row), `code`, `params` (name -> text or number; `because` is a
problem whose sentence is part of this one), `level` ("error": the row is not imported; "warning": it is, and this is
what to know).
"""

from django.utils.translation import gettext_lazy as _

from cms.common.messages import MESSAGES
from cms.common.problems import InvalidValue

SENTENCES = {
    # The file
    "file_too_big": _("This file is bigger than %(megabytes)d MB. Split it into several files."),
    "file_empty": _("This file is empty."),
    "file_binary": _("This is no table. Save it as XLSX, or as CSV in UTF-8, and upload that."),
    "file_old_excel": _(
        "This is a workbook of an old kind, or one with a password. Save it as XLSX without a password."
    ),
    "file_other_office": _(
        "This is no XLSX workbook. In LibreOffice choose “Save as” and then “Excel 2007-365”."
    ),
    "file_web_page": _("This is a web page and no table. Save it as XLSX or CSV."),
    "file_encoding": _("The characters of this file cannot be read. Save it as CSV in UTF-8, or as XLSX."),
    "workbook_damaged": _("This workbook is damaged. Open it, save it again as XLSX, and upload that."),
    "workbook_too_big": _("This workbook is far bigger than it looks. Copy the table alone into a new one."),
    "workbook_no_sheet": _("This workbook has no visible sheet with a table."),
    "quotes": _(
        "After row %(row)d a quotation mark is opened and never closed. Correct it, or save the table as XLSX."
    ),
    "no_header": _("The first row has to name the columns, as in the template."),
    "no_columns": _(
        "None of the columns is known. The first row has to name them as in the template: name, website, roles…"
    ),
    "no_key": _("One of these columns is needed, to know which organisation a row is about: id, slug, name."),
    "no_rows": _("There are no organisations in this file: it has only the names of the columns."),
    "too_many_rows": _("This file has more than %(limit)d rows. Split it into several files."),
    "too_many_columns": _("This file has more than %(limit)d columns."),
    "column_twice": _("The column “%(header)s” is there twice. Delete one of the two."),
    # What to know about a file
    "windows_1252": _(
        "The file does not say how its letters are written. It was read as Windows text: look at the accents before "
        "you go on."
    ),
    "first_sheet": _("Only the first visible sheet was read: “%(sheet)s”."),
    "columns_unknown": _("These columns are not known and were not read: %(columns)s."),
    "columns_read_only": _("These columns are for reading only and were not imported: %(columns)s."),
    "columns_texts": _(
        "You may not change texts in every language, so these columns were not read: %(columns)s."
    ),
    # A row
    "cells_beyond": _("This row has more cells than there are columns. Perhaps a quotation mark is missing."),
    "unknown_id": _("No organisation has this id. Leave the cell empty to propose a new organisation."),
    "id_unclear": _("This is not an id. Copy it from an export, or leave the cell empty."),
    "ambiguous": _(
        "Several organisations have this name and website: %(slugs)s. Say which one in the column id or slug."
    ),
    "row_twice": _("Row %(row)d is about the same organisation. Put both into one row."),
    "slug_twice": _("Row %(row)d asks for the same web address (slug)."),
    "name_missing": _("A new organisation needs a name."),
    "same_name": _(
        "There is an organisation of this name already, with another website: %(slugs)s. If it is the same one, write "
        "its slug into the column slug."
    ),
    "locked": _("Somebody has locked this organisation. Ask them to unlock it, and upload the file again."),
    "in_review": _(
        "This organisation, or its text, is being reviewed. Wait until that is decided, and upload the file again."
    ),
    "overtaken": _(
        "Somebody changed this organisation after the file was compared. Nothing of this row was imported: upload the "
        "file again."
    ),
    # What a model says of a value itself.
    "refused": "%(sentence)s",
    "internal": _(
        "This row could not be imported, and it is not your mistake. Tell whoever looks after the server. The other "
        "rows are not affected."
    ),
    # A cell
    "formula": _("This cell holds a formula. Write its result instead."),
    "cell_error": _("This cell holds the error of a formula. Write a value."),
    "cell_too_long": _("This cell is too long: at most %(limit)d characters are possible."),
    "mark_up": _("There are tags (<…>) in this cell. Write plain text."),
    "html_unclear": _(
        "The tags in this cell cannot be read. Use paragraphs (<p>), lists (<ul>, <ol>, <li>) and, inside them, bold "
        "(<b>), italics (<i>) and links (<a>); or write plain text."
    ),
    "unseen": _(
        "There are characters in this cell that nobody can see. Type it by hand instead of pasting it."
    ),
    "cannot_clear": _("This cannot be emptied. Write a value, or leave the cell empty to change nothing."),
    "places_cannot_clear": _(
        "Places are never deleted by an import, because that acts at once and everywhere. Use the form."
    ),
    "slug_unclear": _("A web address (slug) has only letters without accents, digits and hyphens."),
    "slug_taken": _("Another organisation has, or had, this web address (slug)."),
    "flag_unclear": _("Write true or false."),
    "code_unknown": _("“%(value)s” is not one of the codes. Possible are: %(codes)s."),
    "area_unknown": _(
        "“%(value)s” is not an area. Write countries with two letters (CO), regions (africa, americas, asia, europe, "
        "oceania, mena) or worldwide."
    ),
    "language_unknown": _(
        "“%(value)s” is not the code of a language. Write codes such as es, eu, en or tzo."
    ),
    "too_many": _("At most %(limit)d are possible here."),
    "contact_unclear": _(
        "This line cannot be read: “%(line)s”. Write one contact to a line, like this: email: name@example.org | "
        "label: press | languages: es, en | preferred"
    ),
    "contact_label": _("“%(value)s” is not a label of contacts. Possible are: %(codes)s."),
    "contact_value": _("%(kind)s “%(value)s”: %(sentence)s"),
    "contact_twice": _("This contact is in the cell twice: “%(value)s”."),
    "pgp_without_email": _("A PGP fingerprint belongs to an e-mail address."),
    "place_unclear": _(
        "This line cannot be read: “%(line)s”. Write one place to a line, like this: city: Bilbao, ES | seat"
    ),
    "place_country": _("“%(value)s” is not a country. Write its two letters, such as CO."),
    "place_city": _(
        "“%(city)s” is not in the list of cities of this country. Write a bigger town nearby, or only the country: "
        "country: %(country)s"
    ),
    "place_point": _(
        "An exact place needs its latitude and longitude: exact: Bilbao, ES | 43.26271, -2.92528"
    ),
    "place_kept": _(
        "This place is not in the file: “%(place)s”. It stays: an import never deletes a place or makes it less "
        "precise. Do that in the form, where it acts at once."
    ),
    "text_needs_spanish": _(
        "This text was not read: the other languages are translations of the Spanish one, which is missing."
    ),
    "text_differs": _(
        "This text was not read: a translation needs the same paragraphs, lists and links as the Spanish text, in the "
        "same order. Translate it in the editor."
    ),
    "language_missing": _("This text was not read: the language is not set up on this site."),
}

WARNINGS = {"same_name", "place_kept", "text_needs_spanish", "text_differs", "language_missing"}


class Refused(ValueError):
    """A refused file or cell: a code of SENTENCES, and its params."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.code = code
        self.params = params


def problem(code, column="", **params):
    """Return a stored problem."""
    return {
        "column": column,
        "code": code,
        "params": params,
        "level": "warning" if code in WARNINGS else "error",
    }


def problems_of(error, column=""):
    """Return what an exception (Refused, InvalidValue or ValidationError) says as stored problems."""
    if isinstance(error, Refused | InvalidValue):
        return [problem(error.code, column, **error.params)]
    by_field = error.message_dict if hasattr(error, "error_dict") else {column: error.messages}
    return [
        problem("refused", field if field != "__all__" else "", sentence=sentence)
        for field, sentences in by_field.items()
        for sentence in sentences
    ]


def sentence_of(stored):
    """Return the sentence of a stored problem in the language of whoever reads it."""
    message = SENTENCES.get(stored["code"]) or MESSAGES[stored["code"]]
    params = stored["params"]
    if "because" in params:
        params = params | {"sentence": sentence_of(params["because"])}
    return str(message) % params if params else str(message)
