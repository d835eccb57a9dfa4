"""What the builder at `/embed/` shows: the choices of a partner, and the code for what was chosen.

All of it follows from the query, so that a link to a half-made embed can be passed on. Nothing is stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE, direction
from cms.directory.filters import InvalidParameter
from widgets import addresses, controls
from widgets.directory_file import Directory
from widgets.markup import FRAME_HEIGHT, Embed, element_html, iframe_html, link_html, pinned_script_html
from widgets.options import THEMES, EmbedOptions, Params, parse_options
from widgets.pages import plain
from widgets.pasting import places
from widgets.released import pinned_module

GUIDANCE = "guidance"
KINDS = ("map", "directory", GUIDANCE)
LOWEST, HIGHEST = 300, 3000  # CSS pixels
# What is chosen by ticking, and what from a list.
TICKED = ("role", "service", "audience")
LISTED = ("country", "language")
MORE = ("seat", "order")
STATES = ("none", "fragment")  # where the element writes what visitors choose

# Neutral key of a section -> its title and the language of that.
Sections = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Choices:
    """What a partner chose.

    `ui` is the language of the builder itself, `height` that of the frame in CSS pixels, `section` the key of the
    guidance section, "" where there is none. Filters are kept while guidance, which has none, is looked at.
    """

    kind: str = "map"
    ui: str = SOURCE_LANGUAGE
    options: EmbedOptions = field(default_factory=EmbedOptions)
    height: int = FRAME_HEIGHT
    section: str = ""
    state: str = STATES[0]
    notes: tuple[InvalidParameter, ...] = ()

    @property
    def shown(self) -> EmbedOptions:
        """The options of what is embedded."""
        return plain(self.options) if self.kind == GUIDANCE else self.options

    @property
    def place(self) -> tuple[str, ...]:
        """The parts of the address of the embed page."""
        return (self.section,) if self.kind == GUIDANCE else ()

    def query(self) -> str:
        """Return the query that leads to the same choices."""
        pairs = [("kind", self.kind), ("ui", self.ui), *self.options.pairs()]
        pairs += [("section", self.section)] if self.kind == GUIDANCE else []
        pairs += [("state", self.state)] if self.state != STATES[0] else []
        pairs += [("height", str(self.height))] if self.height != FRAME_HEIGHT else []
        return urlencode(pairs, safe=",")


def interface_language(params: Params) -> str:
    """Return the language of the builder: `ui`, or else the one of the embed, or else the first."""
    asked = [value.strip().lower() for name in ("ui", "lang") for value in params.get(name, ())]
    return next((value for value in asked if value in LANGUAGES), SOURCE_LANGUAGE)


def read_choices(params: Params, directory: Directory, sections: Sections) -> Choices:
    """Return the choices in a query; what cannot be used gives way to the usual and leaves a note.

    Without a published section of the guidance there is none to choose.
    """
    ui = interface_language(params)
    # Who reads this in a language most likely wants to show the directory in it.
    asked = parse_options({"lang": [ui], **params}, directory.codes)
    notes = list(asked.notes)
    return Choices(
        kind=_one_of("kind", KINDS if sections else KINDS[:-1], params, notes),
        ui=ui,
        options=asked.options.at(1),
        height=_height(params, notes),
        section=_one_of("section", tuple(sections), params, notes) if sections else "",
        state=_one_of("state", STATES, params, notes),
        notes=tuple(notes),
    )


def page(choices: Choices, directory: Directory, sections: Sections, title_in_language: str) -> dict:
    """Return the content of the builder's page; directory and titles are those in the builder's own language."""
    embed = embed_of(choices, title_in_language)
    options = replace(choices.options, lang=choices.ui)
    pinned = pinned_module(choices.kind)
    here = addresses.path("builder")
    return {
        "lang": choices.ui,
        "dir": direction(choices.ui),
        "theme": "auto",
        "title": _("Show the directory on your website"),
        "canonical": addresses.absolute("builder", query=urlencode({"ui": choices.ui})),
        "alternates": [
            (lang, addresses.absolute("builder", query=urlencode({"ui": lang}))) for lang in LANGUAGES
        ],
        "languages": [
            (lang, ENDONYMS[lang], f"{here}?{replace(choices, ui=lang).query()}", lang == choices.ui)
            for lang in LANGUAGES
        ],
        "style_url": addresses.path("embed_style"),
        "builder_style_url": addresses.path("builder_style"),
        "builder_script_url": addresses.path("widget_file", "builder.js"),
        "action": here,
        "choices": choices,
        "notes": choices.notes,
        "kinds": _kinds(sections),
        "sections": [
            (key, title, spoken, key == choices.section) for key, (title, spoken) in sections.items()
        ],
        "embed_languages": [(lang, ENDONYMS[lang]) for lang in LANGUAGES],
        "themes": [(theme, _theme_label(theme)) for theme in THEMES],
        "ticked": [_group(name, directory, options) for name in TICKED],
        "listed": [controls.select(name, directory, options) for name in LISTED],
        "more": [controls.select(name, directory, options) for name in MORE],
        "more_open": any(options.filters.values.get(name) for name in (*MORE, "government", "urgent"))
        or bool(options.filters.search or options.order),
        "government": _government(options),
        "lowest": LOWEST,
        "highest": HIGHEST,
        "preview_url": f"{addresses.path(choices.kind, *choices.place)}?{choices.shown.query()}",
        "embed": embed,
        "codes": codes(embed, choices),
        "places": [(place, _code_names()[place.code]) for place in places(addresses.public_base())],
        "pinned": pinned_script_html(addresses.absolute("widget_file", pinned.file), pinned.integrity),
        "pinned_version": pinned.version,
    }


def embed_of(choices: Choices, title: str) -> Embed:
    """Return what is embedded; `title` is in the language of the embed."""
    kind, options = choices.kind, choices.shown
    attributes = [
        *((("page", choices.section),) if kind == GUIDANCE else ()),
        *options.attributes(),
        *((("height", str(choices.height)),) if choices.height != FRAME_HEIGHT else ()),
        *((("state", choices.state),) if choices.state != STATES[0] and kind != GUIDANCE else ()),
        *((("exit", "on"),) if options.exit else ()),
    ]
    return Embed(
        kind=kind,
        title=title,
        page_url=addresses.absolute(kind, *choices.place, query=options.query()),
        script_url=addresses.script_url(kind),
        attributes=tuple(attributes),
        preload_url=addresses.preload_url(kind),
    )


def codes(embed: Embed, choices: Choices) -> list[dict]:
    """Return the kinds of code, best first: name, when to take it, the code."""
    names = _code_names()
    return [
        {"key": key, "name": names[key], "when": when, "code": code}
        for key, when, code in (
            (
                "element",
                _("The best one: in your colours, as long as its content, lighter than a picture."),
                element_html(embed, choices.height),
            ),
            (
                "frame",
                _("Where scripts are taken out of what you paste."),
                iframe_html(embed, choices.height),
            ),
            ("link", _("Where everything is taken out, in an e-mail or a document."), link_html(embed)),
            ("address", _("For WordPress: paste it into a line of its own."), embed.page_url),
        )
    ]


def _code_names() -> dict[str, str]:
    return {
        "element": _("Code with a script"),
        "frame": _("Frame"),
        "link": _("Link"),
        "address": _("Address"),
    }


def _kinds(sections: Sections) -> list[tuple[str, str, str]]:
    """Return (kind, name, what it is)."""
    kinds = [
        ("map", _("Map"), _("Who works in which country, with the list beside it.")),
        ("directory", _("Directory"), _("The list with its search and filters: lighter.")),
    ]
    if sections:
        kinds.append(
            (GUIDANCE, _("Guidance"), _("A section of the guidance, with its programmes, open calls first."))
        )
    return kinds


def _group(name: str, directory: Directory, options: EmbedOptions) -> dict:
    chosen = options.filters.values.get(name, ())
    labels = {"role": _("What they do"), "service": _("Help offered"), "audience": _("Whom they help")}
    return {
        "name": name,
        "label": labels[name],
        "open": bool(chosen),
        "choices": [(code, label, code in chosen) for code, label in directory.labels[name].items()],
    }


def _government(options: EmbedOptions) -> list[tuple[str, str, bool]]:
    chosen = options.filters.values.get("government", ())
    return [
        ("", _("With governmental bodies"), not chosen),
        ("false", _("Without governmental bodies"), chosen == (False,)),
        ("true", _("Governmental bodies only"), chosen == (True,)),
    ]


def _theme_label(theme: str) -> str:
    return {
        "auto": _("As the visitor's device"),
        "light": _("Always light"),
        "dark": _("Always dark"),
    }[theme]


def _one_of(name: str, known: Sequence[str], params: Params, notes: list) -> str:
    asked = [value.strip().lower() for value in params.get(name, ()) if value.strip()]
    if not asked:
        return known[0]
    if len(asked) == 1 and asked[0] in known:
        return asked[0]
    notes.append(
        InvalidParameter(name, _("“%(name)s” can be: %(codes)s."), name=name, codes=", ".join(known))
    )
    return known[0]


def _height(params: Params, notes: list) -> int:
    asked = [value.strip() for value in params.get("height", ()) if value.strip()]
    if not asked:
        return FRAME_HEIGHT
    digits = asked[0]
    is_number = len(asked) == 1 and digits.isascii() and digits.isdecimal() and len(digits) <= 5
    if is_number and LOWEST <= int(digits) <= HIGHEST:
        return int(digits)
    notes.append(
        InvalidParameter(
            "height",
            _("“height” must be a whole number of pixels from %(lowest)d to %(highest)d."),
            lowest=LOWEST,
            highest=HIGHEST,
        )
    )
    return FRAME_HEIGHT
