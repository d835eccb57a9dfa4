"""Reads the environment: whatever is missing or wrong ends the program with one sentence that names it.

Values are never repeated in a sentence: some of them are passwords. docs/deploy.md lists all names.
"""

import os
from collections.abc import Iterable
from typing import NoReturn
from urllib.parse import SplitResult, urlsplit

_YES_OR_NO = {"yes": True, "no": False}


def refuse(name: str, sentence: str) -> NoReturn:
    """End the program: what is wrong with a variable."""
    raise SystemExit(f"{name} {sentence} See docs/deploy.md.")


def required(name: str, what: str) -> str:
    """Return a variable that has no default; `what` says what belongs there."""
    return optional(name) or refuse(name, f"is missing: {what}.")


def optional(name: str, default: str = "") -> str:
    """Return a variable without the spaces around it, the default where it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def names(name: str, what: str) -> list[str]:
    """Return what commas part; at least one."""
    found = [part.strip() for part in required(name, what).split(",")]
    return found if all(found) else refuse(name, f"has an empty part between commas: {what}.")


def number(name: str, default: int) -> int:
    """Return a whole number, 0 or more."""
    text = optional(name, str(default))
    return int(text) if text.isascii() and text.isdigit() else refuse(name, "must be a whole number.")


def yes(name: str, default: bool = False) -> bool:
    """Return whether the variable is `yes`; it may be `no`, and nothing else."""
    text = optional(name)
    return (
        _YES_OR_NO[text]
        if text in _YES_OR_NO
        else default
        if not text
        else refuse(name, "must be yes or no.")
    )


def address(name: str, schemes: Iterable[str], what: str) -> SplitResult | None:
    """Return the parts of an address with one of these schemes, None where the variable is missing."""
    text = optional(name)
    if not text:
        return None
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        refuse(name, f"is no address: {what}.")
    if parts.scheme not in tuple(schemes):
        refuse(name, f"must begin with {' or '.join(f'{scheme}://' for scheme in schemes)}: {what}.")
    return parts


def origin(name: str, what: str) -> str:
    """Return `https://` and a host, without a slash at its end."""
    required(name, what)
    parts = address(name, ("https",), what)
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        refuse(name, f"must be https:// and a host, nothing else: {what}.")
    return f"https://{parts.netloc}"
