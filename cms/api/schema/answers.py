"""What answers have in common: headers, answers without a body, and errors, each once and by its name."""

from http import HTTPStatus

from cms.api.problems import CONTENT_TYPE
from cms.api.responses import MAX_AGE
from cms.api.schema.values import Schema, ref, text, whole
from cms.common.http.answers import METHODS, PREFLIGHT_HEADERS, PUBLIC_HEADERS
from cms.common.languages import LANGUAGES

JSON = "application/json"

# Name -> (what it says, schema). Those of PUBLIC_HEADERS have one value, which is added.
_ABOUT_HEADERS: dict[str, tuple[str, Schema]] = {
    "Access-Control-Allow-Origin": ("Any site may read the answer.", text()),
    "Access-Control-Expose-Headers": ("Headers that scripts of other sites may read.", text()),
    "Content-Security-Policy": ("Opened in a browser, the answer loads, runs and sends nothing.", text()),
    "Cross-Origin-Resource-Policy": ("Any site may embed the answer.", text()),
    "Referrer-Policy": ("Links from the answer tell nobody where they were found.", text()),
    "Vary": ("Caches keep one answer per encoding; nothing else tells visitors apart.", text()),
    "X-Content-Type-Options": ("The answer is what its type says.", text()),
    "Cache-Control": (
        f"How long the answer may be kept: `public, max-age={MAX_AGE}` for the API, five minutes for the published "
        "files, `no-store` for errors, `no-store, private` for drafts.",
        text(examples=[f"public, max-age={MAX_AGE}"]),
    ),
    "ETag": (
        "Strong, made from the content and its encoding, the same on every machine: send it back as `If-None-Match`, "
        "and a `304` says that nothing changed.",
        text(pattern='^"[^"]+"$'),
    ),
    "Content-Language": (
        "The language of the texts asked for; of errors English. A list of pages in all languages has none.",
        text(examples=list(LANGUAGES)),
    ),
    "Content-Encoding": ("`br` or `gzip`, as the client accepts; not there without compression.", text()),
    "Location": ("The address to go to.", text(format="uri-reference")),
    "Retry-After": ("When to ask again, in seconds.", whole(minimum=1)),
    "Allow": ("The methods there are.", text(const=METHODS)),
    **{
        name: ("Part of the answer to `OPTIONS`.", text())
        for name in PREFLIGHT_HEADERS
        if name.startswith("Access-Control")
    },
}

# Wherever an answer names them.
_ALWAYS_SENT = {*PUBLIC_HEADERS, "Cache-Control", "Location", "Retry-After", "Allow"}
# The page of the documentation is allowed its style sheet.
_OF_THE_KIND = {"Content-Security-Policy"}
_OF_CONTENT = ("ETag", "Cache-Control", "Content-Language", "Content-Encoding")
_OF_PROBLEMS = ("Cache-Control", "Content-Language")

# Status -> (when, headers beside the usual ones).
PROBLEMS: dict[int, tuple[str, tuple[str, ...]]] = {
    400: ("An unknown or repeated parameter, or a value that cannot be used. `parameter` names it.", ()),
    404: ("There is nothing public at this address: not there, not yet published, or withdrawn.", ()),
    405: ("A method other than `GET`, `HEAD` and `OPTIONS`.", ("Allow",)),
    406: ("The client refuses every type this address can answer with.", ()),
    412: ("`If-Match` names another version than there is now.", ()),
    429: ("Too many requests from this client in a short time.", ("Retry-After",)),
    500: ("A fault of ours, noted in our log.", ()),
    503: ("Something needed does not answer now. The published files may.", ("Retry-After",)),
}
# Without a body: status -> (when, headers beside the usual ones).
EMPTY: dict[int, tuple[str, tuple[str, ...]]] = {
    301: ("Moved for good: change your link.", ("Location", "Cache-Control")),
    302: ("Found there.", ("Location", "Cache-Control")),
    304: ("Nothing changed since the version named in `If-None-Match`.", ("ETag", "Cache-Control")),
}
# Answers that are no component: name -> (schema, description, type).
PLAIN: dict[str, tuple[Schema, str, str]] = {
    "document": ({"type": "object"}, "This document.", JSON),
    "page": ({"type": "string"}, "The document as a page, without scripts.", "text/html"),
}
# Whatever the endpoint.
ALWAYS = (304, 400, 405, 406, 412, 429, 500, 503)


def headers() -> dict[str, dict]:
    """Return {name: header} of everything that is sent."""
    described = {}
    for name, (description, schema) in _ABOUT_HEADERS.items():
        value = (PUBLIC_HEADERS | PREFLIGHT_HEADERS).get(name)
        always = {"required": True} if name in _ALWAYS_SENT else {}
        described[name] = {
            "description": description,
            **always,
            "schema": schema | ({"const": value} if value and name not in _OF_THE_KIND else {}),
        }
    return described


def responses() -> dict[str, dict]:
    """Return {name: answer} of the errors and of the answers without a body."""
    problems = {
        name_of(status): {
            "description": when,
            "headers": _refs(*PUBLIC_HEADERS, *_OF_PROBLEMS, *more),
            "content": {CONTENT_TYPE: {"schema": ref("Problem")}},
        }
        for status, (when, more) in PROBLEMS.items()
    }
    empty = {
        name_of(status): {"description": when, "headers": _refs(*PUBLIC_HEADERS, *more)}
        for status, (when, more) in EMPTY.items()
    }
    return empty | problems


def content(schema: Schema, description: str, content_type: str = JSON, examples: dict | None = None) -> dict:
    """Return an answer with a body."""
    body = {"schema": schema} | ({"examples": examples} if examples else {})
    return {
        "description": description,
        "headers": _refs(*PUBLIC_HEADERS, *_OF_CONTENT),
        "content": {content_type: body},
    }


def shared(*statuses: int) -> dict[str, dict]:
    """Return {status: reference} of answers that have a name."""
    return {str(status): {"$ref": f"#/components/responses/{name_of(status)}"} for status in sorted(statuses)}


def name_of(status: int) -> str:
    """Return the name of the answer, such as NotFound."""
    return "".join(word.title() for word in HTTPStatus(status).phrase.split())


def _refs(*names):
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
