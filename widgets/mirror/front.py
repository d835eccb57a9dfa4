"""What stands at the top of a copy: the start page in all its languages, the page for wrong addresses, and files that
tell who looks after it what it is."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.common.dates import long_date
from cms.common.languages import ENDONYMS, direction
from widgets import addresses
from widgets.mirror import layout
from widgets.mirror.layout import MAP, PageLinks
from widgets.mirror.pages import CONTENT_SECURITY_POLICY

HEADERS = """/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cache-Control: public, max-age=300
"""

README = """A copy of {original}
Information of {day} (UTC), release {release}.

index.html          start here
embed/v1/           the pages, complete without scripts
published/v1/       the published files; manifest.json has their hashes
widgets/v1/         the scripts of the widgets; manifest.json has their hashes
mirror.json         what this copy is and when it was made
SHA256SUMS          verify with: sha256sum --check --quiet SHA256SUMS

The files published/v1/manifest.json of a copy and of the original are the same when both are up to date.
The host of a copy sends "Access-Control-Allow-Origin: *" with everything (see _headers), keeps no log of its visitors
and takes away what the original takes away.
"""


def start_page(languages: tuple[str, ...], as_of: date, planned, guidance) -> bytes:
    """Return the page that says what this is, in every language of the copy.

    `planned` are the paths of all pages, `guidance` maps language to (key, title, language of it) of its sections.
    """
    links = PageLinks(layout.START, languages, planned)
    sections = []
    for lang in languages:
        with override(lang):
            sections.append(
                _section(lang)
                | {
                    "lead": _(
                        "This is a copy of a world directory of organisations that help human rights defenders."
                    ),
                    "day": _("Its information is of %(date)s.") % {"date": long_date(as_of, lang)},
                    "map_url": links.page(MAP, lang),
                    "directory_url": links.page(layout.listing(layout.ALL), lang),
                    "guidance": [
                        (title, spoken, links.page(layout.guidance(key), lang))
                        for key, title, spoken in guidance.get(lang, ())
                    ],
                    "original": addresses.absolute("directory", query=f"lang={lang}"),
                }
            )
    content = {"sections": sections, "style_url": links.file(layout.STYLE)}
    return _html("start", content)


def not_found_page(languages: tuple[str, ...], base_url: str) -> bytes:
    """Return the page for addresses that the copy does not have.

    A server shows it at any depth: without `base_url` it cannot know where the start page is, and links nowhere.
    """
    sections = []
    for lang in languages:
        with override(lang):
            sections.append(_section(lang))
    style = f"{base_url}/{layout.STYLE}" if base_url else ""
    start = f"{base_url}/{layout.START}" if base_url else ""
    return _html("not_found", {"sections": sections, "style_url": style, "start_url": start})


def readme(release: str, as_of: date) -> bytes:
    """Return the text for who looks after the copy."""
    return README.format(original=addresses.public_base(), day=as_of.isoformat(), release=release).encode()


def _section(lang):
    # In words here and not in the template: each section is in another language.
    return {
        "lang": lang,
        "dir": direction(lang),
        "name": ENDONYMS[lang],
        "title": _("Organisations that accompany human rights defenders"),
        "warning": _(
            "A copy can be older than the original. Before you rely on a contact, look at the day on which "
            "it was verified."
        ),
        "map": _("Who accompanies human rights defenders"),
        "directory": _("All organisations"),
        "original_words": _("The original of this page"),
        "missing": _("This page does not exist"),
        "missing_lead": _("The address may be misspelt."),
        "start": _("About this copy"),
    }


def _html(template, content):
    return render_to_string(
        f"widgets/mirror/{template}.html", content | {"policy": CONTENT_SECURITY_POLICY}
    ).encode()
