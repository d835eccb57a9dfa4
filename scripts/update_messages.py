"""Bring the message catalogues up to date with the sentences in code and templates, and compile them.

    python scripts/update_messages.py          # add new sentences (untranslated), drop unused ones, compile
    python scripts/update_messages.py --missing  # list what is not translated yet
    python scripts/update_messages.py --language eu  # one language only

Extraction is Babel's, through Django's own reading of templates: no GNU gettext is needed. Each app has its own
catalogues, `<app>/locale/<language>/LC_MESSAGES/django.po`; the sentences in the code are the English ones.

Sentences of Wagtail that Wagtail lacks in a language are listed in `<app>/locale_sources/*.<language>.pot` and kept
in that language's catalogue beside our own.
"""

import argparse
import io
import sys
from pathlib import Path

import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
APPS = ("accounts", "cms", "widgets")
LANGUAGES = ("es", "eu", "fr", "ar")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLURAL_FORMS = {
    "es": "nplurals=2; plural=(n != 1);",
    "eu": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
}


def extract(app):
    """Return {(context or None, msgid, plural or None): [path, ...]} of all sentences of an app."""
    found = {}
    for path in sorted((ROOT / app).rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            source = path.read_text(encoding="utf-8")
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            # In parentheses, because what is left of a template has no sensible indentation.
            source = f"(\n{templatize(path.read_text(encoding='utf-8'), origin=str(path))}\n)"
        else:
            continue
        for key in _sentences(source):
            found.setdefault(key, []).append(path.relative_to(ROOT).as_posix())
    return found


def borrowed(app, language):
    """Return the same for the sentences of others that our catalogue translates into a language."""
    found = {}
    for path in sorted((ROOT / app / "locale_sources").glob(f"*.{language}.pot")):
        for entry in polib.pofile(str(path)):
            key = entry.msgctxt, entry.msgid, entry.msgid_plural or None
            found.setdefault(key, []).append(path.relative_to(ROOT).as_posix())
    return found


def sentences(app, language):
    """Return all sentences that a catalogue has: our own, and those of others that nobody else translates."""
    return borrowed(app, language) | extract(app)


def _sentences(source):
    file = io.BytesIO(source.encode())
    for _line, function, messages, _comments in extract_python(file, KEYWORDS, (), {"encoding": "utf-8"}):
        spec = KEYWORDS[function or "_"]
        parts = list(messages) if isinstance(messages, tuple) else [messages]
        context = parts.pop(0) if spec and isinstance(spec[0], tuple) else None
        msgid = parts[0]
        plural = parts[1] if spec and len(spec) - (context is not None) > 1 else None
        if msgid:
            yield context, msgid, plural


def catalogue_path(app, language):
    """Return the path of a catalogue."""
    return ROOT / app / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(app, language):
    """Return the catalogue, a fresh one if there is none."""
    path = catalogue_path(app, language)
    catalogue = polib.pofile(str(path), wrapwidth=110) if path.exists() else polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
    return catalogue


def update(app, language):
    """Write the catalogue of an app with exactly its sentences, keeping the translations there are, and compile it."""
    catalogue = read_catalogue(app, language)
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    catalogue.clear()
    for (context, msgid, plural), paths in sorted(
        sentences(app, language).items(), key=lambda item: (item[1][0], item[0][1])
    ):
        entry = known.get((context, msgid)) or polib.POEntry(msgctxt=context, msgid=msgid)
        if plural and entry.msgid_plural != plural:
            forms = int(PLURAL_FORMS[language].split("=")[1].split(";")[0])
            entry.msgid_plural, entry.msgstr_plural = plural, dict.fromkeys(range(forms), "")
        entry.occurrences = [(path, "") for path in dict.fromkeys(paths)]
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.obsolete = False
        catalogue.append(entry)
    path = catalogue_path(app, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    path.with_suffix(".mo").write_bytes(catalogue.to_binary())


def untranslated(app, language):
    """Return the sentences of an app that a language lacks."""
    translated = {
        (entry.msgctxt, entry.msgid) for entry in read_catalogue(app, language).translated_entries()
    }
    return [
        msgid for context, msgid, _plural in sentences(app, language) if (context, msgid) not in translated
    ]


def main():
    """Update or report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--missing", action="store_true", help="list the sentences without translation")
    parser.add_argument(
        "--language", choices=LANGUAGES, action="append", help="leave the other languages alone"
    )
    arguments = parser.parse_args()
    for app in APPS:
        for language in arguments.language or LANGUAGES:
            if arguments.missing:
                for msgid in untranslated(app, language):
                    print(f"{app} {language}: {msgid}")
            else:
                update(app, language)
                print(f"{app} {language}: {len(untranslated(app, language))} untranslated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
