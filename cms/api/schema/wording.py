"""What is said about the API as a whole: plain paragraphs, with code between backticks."""

TITLE = "Protect Those Who Defend: public API"

DESCRIPTION = """\
Everything public about the directory and the guidance pages, as JSON, for partner sites and other programs. Anybody \
may ask, from any site, without a key.

Within version 1 of this contract things are added and never changed or removed: your program should ignore members \
it does not know.

Reading only: `GET`, `HEAD` (the same without body) and `OPTIONS` (`204`: what a browser asks before it asks). Nothing \
sets a cookie or reads one, no login changes an answer, and what was asked is not kept.

The language of the texts is in the address (`lang`), never in the browser. A text that does not exist in the \
language asked for comes in another one and says so.

Parameters that take several values take them separated by commas or repeated: any of them matches. Any other name \
may be given once. Different names must all match. An empty value counts as not given. An unknown name is a `400`.

Addresses end with a slash; an endpoint without it redirects (`301`) to the one with it.

If you need everything at once, take the published files: one request instead of many, and they answer even when the \
database does not.\
"""
