"""Translations in PO files, for translators who work in a program of their own: out with everything, in as drafts."""

import os
import tempfile
from dataclasses import dataclass

import polib
from django.db import transaction
from django.utils.translation import gettext as _

from cms.localisation.sentences import problem_with

TRANSLATION_ID = "X-WagtailLocalize-TranslationID"
MOST_BYTES = 1_000_000


class UnusableFile(Exception):
    """The file as a whole cannot be imported; `str()` says why, to whoever chose it."""


@dataclass(frozen=True)
class Imported:
    """What came of an import: counts of sentences, and (sentence, what is wrong) of those that were left out."""

    taken: int
    unsure: int
    unknown: int
    wrong: tuple[tuple[str, str], ...]


def export_po(translation):
    """Return the translation as the text of a PO file that names its languages."""
    file = translation.export_po()
    file.metadata["Language"] = translation.target_locale.language_code
    file.metadata["X-Source-Language"] = translation.source.locale.language_code
    return str(file)


def import_po(content, translation, user):
    """Take the sentences of a PO file (bytes) over and return what was Imported; UnusableFile, and then nothing is.

    Only what translators see is written. A sentence that is marked as unsure, has unusable mark-up or belongs to
    nothing here is left out, and what was translated before stays.
    """
    file = _parsed(content)
    _ask_whether_it_belongs_to(file, translation)
    wrong, usable, unsure = [], polib.POFile(), 0
    for entry in file:
        if entry.obsolete or not entry.msgstr:
            continue
        if "fuzzy" in entry.flags:
            unsure += 1
        elif problem := problem_with(entry.msgid, entry.msgstr):
            wrong.append((entry.msgid, problem))
        else:
            usable.append(entry)
    with transaction.atomic():
        warnings = translation.import_po(usable, user=user, tool_name=_("PO file"))
    return Imported(len(usable) - len(warnings), unsure, len(warnings), tuple(wrong))


def _parsed(content):
    if len(content) > MOST_BYTES:
        raise UnusableFile(_("This file is too large. Choose the PO file that was downloaded here."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableFile(
            _("This file is not encoded in UTF-8. Save it as UTF-8 in your program and try again.")
        ) from None
    if "\x00" in text:
        raise UnusableFile(_("This is not a PO file. Choose the PO file that was downloaded here."))
    # polib takes a name or a text and guesses which: a text could name a file of the server. A file of our own cannot.
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".po", delete=False) as stored:
        stored.write(text)
    try:
        return polib.pofile(stored.name, encoding="utf-8")
    except (OSError, ValueError, IndexError, AttributeError):
        # polib's own mistakes in odd files are the file's for whoever chose it.
        raise UnusableFile(_("This is not a PO file. Choose the PO file that was downloaded here.")) from None
    finally:
        os.unlink(stored.name)


def _ask_whether_it_belongs_to(file, translation):
    language = file.metadata.get("Language", "").replace("_", "-").split("-")[0].lower()
    wanted = translation.target_locale.language_code
    if language and language != wanted.split("-")[0]:
        raise UnusableFile(
            _("This file is in another language (%(found)s), not in %(wanted)s. Nothing was imported.")
            % {"found": language[:20], "wanted": translation.target_locale.get_display_name()}
        )
    if file.metadata.get(TRANSLATION_ID) != str(translation.uuid):
        raise UnusableFile(
            _("This file belongs to another translation. Choose the PO file that was downloaded here.")
        )
